"""How sure it is that a cross message is a report. Only money, rudeness and the word itself are; waiting is none."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.meaning.spelling import spelling

DEMANDS_MONEY = re.compile(
    r"\b(pungli|dipungli|mengadu|pengaduan|calo|suap|sogok|bribe|(minta|mintai?|dimintai?|bayar) (uang|duit|biaya|\d))"
)
WRONGS = re.compile(
    r"\b(?:oknum|amplop|uang (?:rokok|tips|pelicin|kopi)|kasar|jutek|judes|sombong|membentak|dibentak|diskriminasi"
    r"|tidak (?:sopan|ramah)|disebar|bocor|disalahgunakan|penipu|(?:pakai|dipakai) (?:orang|pinjol))\b"
)
REPORTS = re.compile(r"\b(?:(?:me)?lapor(?:kan|in|an)?|aduan|ngadu|komplain|complain|complaint|report)\b")
DENIES = re.compile(rf"\b(?:bukan|tidak)\s+(?:\w+\s+)?{REPORTS.pattern}|\bhanya (?:mau )?(?:ber)?tanya\b")
WAITS = re.compile(
    r"\b(?:lama|lambat|lelet|lemot|lami|lawas|lila|suwe|slow|long|tunggu|nunggu|menunggu|lumutan|kapan|kabar|balas"
    r"|dibalas|bales|(?:di ?)?mana (?:ktp|kk|kia|akta|kartu)|(?:belum|tidak) (?:jadi|selesai|datang|sampai|beres))\b"
)
NOT_DONE = re.compile(r"\b(?:belum|tidak) (?:juga )?(?:jadi|selesai|keluar|terbit|datang|sampai|dicetak|dikirim)\w*\b")
SINCE = re.compile(
    r"\b\d+ (?:hari|minggu|bulan|tahun|days|weeks|months)\b|\b(?:sejak|dari) (?:bulan|tahun|minggu)\b|\blama\b"
)
NOT_ASKED_FOR = {"perekaman", "rekam", "suket"}  # who has these may ask for the card now
RECANTS = re.compile(
    rf"\b(?:cabut|tarik|hapus|batal|batalkan|withdraw) (?:saja |the |saya )?{REPORTS.pattern}|\bsalah paham\b"
    r"|^(?:(?:eh|oh|ya|wah|maaf|ternyata) )*(?:tidak ?jadi|gajadi|gakjadi)\b(?: deh| saja| lapor| mengadu)*$"
)
RAILS = re.compile(
    r"\b(?:goblok|gblk|goblog|tolol|bangsat|brengsek|kampret|bego|bacot|jancok|jancuk|cok|bajingan|keparat|bodoh|dungu|idiot"
    r"|stupid|kontol|ngentot|sialan|pantek|fuck\w*|shit|becus|bohong|pembohong|php|nipu|omong kosong|tai)\b"
)
BEASTS = re.compile(r"\b(?:anjing|anjir|anying|babi|monyet|asu)\b")  # a complaint only beside what is complained of
WHEN = re.compile(
    r"\b(?:kemarin|kemaren|kmrn|kemarinnya|tadi|barusan|semalam|lusa|pagi|siang|sore|senin|selasa|rabu|kamis|jumat|sabtu"
    r"|minggu|tanggal|tgl|jam|bulan|yesterday|today|monday|tuesday|wednesday|thursday|friday)\b|\b\d{1,2}[-/]\d{1,2}\b"
)
WHERE = re.compile(
    r"\b(?:di|dari|at|in)\s+(?:the )?(?:loket|kantor|kelurahan|kecamatan|desa|dukcapil|disdukcapil|rumah|mpp|counter"
    r"|office)\b"
)
MOST_WORDS = 8  # more is a story, whatever it begins with


class Grievance(Enum):
    REPORT = auto()
    WAITING = auto()
    UNSURE = auto()


def grievance(text: str) -> Grievance:
    """Of a message that was understood as a complaint."""
    said = _told(text)
    if _is_wrong(text) or (REPORTS.search(said) and not DENIES.search(said)):
        return Grievance.REPORT
    return Grievance.WAITING if WAITS.search(said) else Grievance.UNSURE


def waits_long(text: str) -> bool:
    """ "Kia blm jadi2 pdhal udah 2 bulan": it was asked for, and is not asked for anew."""
    said = _told(text)
    return bool(NOT_DONE.search(said) and SINCE.search(said)) and NOT_ASKED_FOR.isdisjoint(said.split())


def denies(text: str) -> bool:
    """ "bukan lapor, cuma tanya": no report is wanted."""
    said = _told(text)
    return len(said.split()) <= MOST_WORDS and bool(DENIES.search(said)) and not _is_wrong(text)


def tells_when_and_where(text: str) -> bool:
    said = " ".join(text.casefold().split())
    return bool(WHEN.search(said) and WHERE.search(said))


def recants(text: str) -> bool:
    """ "Gajadi, salah paham, cabut aja laporannya", while the report is still being told."""
    said = _told(text)
    return len(said.split()) <= MOST_WORDS + 4 and bool(RECANTS.search(said)) and not _is_wrong(text)


def rails(text: str) -> bool:
    """Who swears at us is angry about something: "goblok lama banget", "kerja ga becus"."""
    said = _told(text)
    return bool(RAILS.search(said) or (BEASTS.search(said) and WAITS.search(said)))


def demands_money(text: str) -> bool:
    return bool(DEMANDS_MONEY.search(" ".join(text.casefold().split())))


def _is_wrong(text: str) -> bool:
    return demands_money(text) or bool(WRONGS.search(_told(text)))


def _told(text: str) -> str:
    return " ".join(spelling().words(text))
