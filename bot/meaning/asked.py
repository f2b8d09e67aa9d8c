"""What a short question asks about: papers, time, money, hours, place. By its words alone, beside any open question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.meaning.picks import plain

MOST_WORDS = 12  # more is a story, not a short question


class Topic(StrEnum):
    UNWED = "unwed"
    WEDDING = "wedding"
    VALIDITY = "validity"
    SELF_PRINT = "self-print"
    PORTRAIT = "portrait"
    COLLECT = "collect"
    ELSEWHERE = "elsewhere"
    POSTAGE = "postage"
    RT_LETTER = "rt-letter"
    PROXY = "proxy"
    LATE = "late"
    FORMAT = "format"
    HOURS = "hours"
    DURATION = "duration"
    COST = "cost"
    PLACE = "place"
    REQUIREMENTS = "requirements"


_NO = r"(?:ga|gak|g|nggak|ngga|enggak|tidak|tdk|kada|kah|ya|min)"
_KIN = r"(?:suami|istri|isteri|anak|keluarga|saudara|ibu|bapak|ayah|mama|orang tua|kakak|adik)"
_MINE = r"(?: (?:saya|sy|aku|ulun|kami|nya))?"
_PEOPLE = (
    r"(?:husband|wife|son|daughter|child|mother|father|mom|dad|brother|sister|parents?|friend|neighbou?r|family"
    r"|someone|somebody|anyone|anybody)"
)
_SIGNS: Mapping[Topic, str] = {
    Topic.UNWED: r"(?:nikah|kawin|menikah)(?:nya)? (?:siri|sirih|sirri|bawah tangan|agama saja|secara agama)"
    r"|unregistered marriage|religious marriage only",
    Topic.WEDDING: r"(?:nikah|kawin|menikah)(?:nya)? (?:islam|muslim)|(?:muslim|islam|kua)\b.* (?:nikah|kawin|menikah)"
    r"|(?:nikah|kawin|menikah|daftar)\b.* kua|muslim (?:marriage|wedding)",
    Topic.VALIDITY: r"masa berlaku(?:nya)?|berlaku (?:sampai|seumur|sampe|berapa lama)|seumur hidup"
    r"|(?:di)?perpanjang(?:an)?|kad[ae]luw?arsa|expired?|ktp(?:nya| saya| sy| aku)* (?:sudah |udah |sdh )?mati"
    r"|valid for life|renew my id card",
    Topic.SELF_PRINT: r"(?:di)?(?:cetak|print|nyetak|ngeprint) (?:sendiri|di rumah|di warnet|pakai hvs)"
    r"|print (?:it )?(?:myself|at home)",
    Topic.PORTRAIT: r"(?:pas ?foto|pasfoto|foto) (?:\w+ ){0,3}\d ?x ?\d|passport photo"
    r"|(?:bawa|pakai|pake|perlu|harus) (?:pas ?foto|pasfoto)",
    Topic.COLLECT: rf"(?:{_KIN}|orang lain|teman|tetangga){_MINE} (?:yang |yg )?(?:(?:bisa|boleh) )?"
    r"(?:ng)?ambil(?:in|kan)?"
    rf"|(?:di)?ambil(?:kan|in)? (?:\w+ )?(?:sama |oleh )?(?:{_KIN}|orang lain|teman|tetangga)"
    rf"|(?:ambil|pengambilan)(?:nya)? (?:\w+ )?(?:bisa |boleh )?diwakil\w*|{_PEOPLE} (?:collect|pick) .*|collected by",
    Topic.ELSEWHERE: r"di (?:kota|kabupaten|daerah|provinsi|tempat|kantor) (?:lain|mana (?:saja|aja|pun))"
    r"|luar (?:kota|domisili|daerah|kabupaten)|perantauan|rantau|merantau|in another (?:city|town)",
    Topic.POSTAGE: r"ongkir(?:nya)?|ongkos kirim(?:nya)?|biaya (?:kirim|pos|antar)|postage|delivery (?:fee|cost)"
    r"|kirim(?:nya)? (?:bayar|berapa|gratis)|pengiriman(?:nya)? (?:bayar|berapa|gratis)",
    Topic.RT_LETTER: r"pengantar(?:nya)?(?: (?:dari|surat|pak))* ?(?:rt|rw|kelurahan|desa)|pengantar (?:rt|rw)"
    r"|surat(?:nya)?(?: (?:dari|pengantar|pak))* (?:rt|rw)|(?:perlu|harus|pakai|pake) (?:surat |pengantar )?(?:rt|rw)"
    r"|rt letter|letter (?:of|from) the rt",
    Topic.PROXY: rf"(?:di)?wakil(?:kan|in|i)?|diwakilkan|(?:orang lain|{_KIN}){_MINE} (?:bisa|boleh)"
    rf"|(?:bisa|boleh)(?: di\w+)? (?:orang lain|{_KIN}|teman|tetangga)"
    rf"|(?:{_KIN}|teman|tetangga){_MINE} (?:yang|yg) \w+ (?:bisa|boleh)"
    r"|harus (?:datang )?sendiri|titip(?:kan)?|surat kuasa|someone else|on behalf"
    rf"|(?:can|could|may|if) (?:(?:my|a|the) )?{_PEOPLE} (?:do|does|apply|comes?|collects?|go|handle|send|bring)",
    Topic.LATE: r"(?:telat|terlambat|lewat (?:60|enam puluh) hari|lebih dari (?:60 hari|setahun|1 tahun)).*"
    r"|denda(?:nya)?|sanksi(?:nya)?|(?:perlu|harus) (?:sidang|pengadilan)|fine for|too late"
    r"|akt[ae] .*\d+ (?:tahun|thn|th) .*(?:masih bisa|bisa (?:ga|gak|nggak|kah|tidak))",
    Topic.FORMAT: r"format(?:nya)?",
    Topic.HOURS: r"jam (?:buka|kerja|layanan|pelayanan|operasional|tutup|berapa)(?:nya)?|buka (?:jam|hari|sampai|kapan)"
    rf"|(?:sabtu|minggu|hari ini|besok|libur) buka|(?:masih )?buka {_NO}|tutup jam|opening hours|when .*open"
    r"|open on (?:saturdays?|sundays?|weekends?)|(?:business|working|closing) hours"
    r"|what time|(?:are|is) (?:you|it|the office) open|(?:your|office) hours",
    Topic.DURATION: r"berapa (?:lama|hari|jam|minggu|bulan)|lama(?:nya)? (?:berapa|jadi|proses)"
    r"|(?:prosesnya|jadinya) lama|how (?:long|many (?:days|weeks|hours))|(?:langsung|sehari) jadi"
    r"|when (?:will|is|can) .*(?:ready|done|finished)",
    Topic.COST: rf"bayar (?:berapa|{_NO})|(?:biaya|tarif|harga)(?:nya)?|gratis(?:kah)?|berapa (?:bayar|duit|uang)"
    r"|(?:kena|ada) biaya|(?:is it|for) free|how much|cost|(?:is there|any) (?:an? |any )?(?:fee|charge)"
    r"|(?:have|need) to pay|free of charge",
    Topic.PLACE: r"(?:kantor|loket|alamat|tempat)(?:nya)? (?:di ?mana|dmn|mana)|alamat(?:nya)? kantor"
    r"|di ?mana (?:kantor|alamat|loket|tempat)(?:nya)?|alamat kantor(?:nya)?|lokasi kantor(?:nya)?|where (?:is|are)"
    r"|office address|(?:bisa|boleh) (?:\w+ ){0,4}di (?:kecamatan|kelurahan|desa|mpp|mall?)",
    Topic.REQUIREMENTS: r"syarat(?:nya|2|2nya)?|persyaratan(?:nya)?|prasyarat(?:nya)?|pers?yaratannya|syarate"
    r"|(?:butuh|perlu|bawa|siapkan|siapin|lampirkan) apa(?: (?:saja|aja|haja))?|apa (?:saja|aja|haja) (?:yang |yg )?"
    r"(?:perlu|dibutuhkan|dibawa|disiapkan)|(?:dokumen|berkas|surat)(?:nya)? apa(?: (?:saja|aja))?|requirements?"
    r"|what (?:do i|do we|should i|must i|is needed|papers|documents)|which (?:papers|documents)",
}  # fmt: skip
ASKED_ONLY = {Topic.UNWED, Topic.WEDDING, Topic.VALIDITY, Topic.PORTRAIT, Topic.COLLECT, Topic.ELSEWHERE}  # or told
LEAVE = re.compile(r"\b(?:bisa|boleh|can|may|could)\b")
NOT_OURS = re.compile(
    r"\b(?:paspor|passport|sim|stnk|kitas|kitap|itas|ikd|suket|cerai|divorce|pindah|moving|latar|warna)\b"
)
PATTERNS = {topic: re.compile(rf"(?<!\w)(?:{signs})(?!\w)") for topic, signs in _SIGNS.items()}
NOT_HERE = re.compile(r"\b(?:mobil|keliling|van)\b")  # its places and hours are its own
QUESTION = re.compile(
    r"\b(?:apa|apakah|apaan|berapa|brp|kapan|kpn|mana|dimana|dmn|gimana|gmn|bagaimana|kenapa|kah|bisa|boleh|perlu|harus"
    r"|pripun|kayapa|kumaha|nopo|what|how|when|where|can|may|do|does|is)\b"
)


def topic_of(text: str) -> Topic | None:
    """What a short message asks about; none for what is an answer, a request or a story."""
    said = plain(text)
    if not 0 < len(said.split()) <= MOST_WORDS or NOT_HERE.search(said):
        return None
    said = re.sub(r"\bbrp\b", "berapa", re.sub(r"\b(?:dmn|dmna)\b", "dimana", said))
    found = (topic for topic, pattern in PATTERNS.items() if pattern.search(said))
    return next((topic for topic in found if topic not in ASKED_ONLY or _asks(topic, text, said)), None)


def _asks(topic: Topic, text: str, said: str) -> bool:
    """ "Ktp saya diambil orang lain, gimana?" asks nobody's leave."""
    if topic is Topic.COLLECT and not LEAVE.search(said):
        return False
    return is_question(text) and not NOT_OURS.search(said)


def is_question(text: str) -> bool:
    """So put that it is no answer to a question that takes any words."""
    return "?" in text or bool(QUESTION.search(plain(text)))
