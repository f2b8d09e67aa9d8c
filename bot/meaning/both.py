"""Several wishes in one message, each told apart: "ktp sama kk hilang" is two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from bot.meaning.picks import SAID_TO
from bot.meaning.spelling import spelling
from bot.meaning.understanding import Understood

BETWEEN = re.compile(
    r"[,;.+&\n]|\b(?:dan|dn|sama|sm|serta|plus|juga|jg|sekalian|sekaligus|lalu|terus|trus|kemudian|lan|karo|kalih|jeung"
    r"|sareng|wan|lawan|and|also|then|with)\b"
)
ANSWERS = re.compile(r"\d{8}")  # what comes after a number of so many digits is no wish
DOCUMENTS = {"kk", "ktp", "kia", "akta", "ikd", "suket"}
KINDS = {"lahir", "kematian", "nikah", "cerai", "anak", "bayi", "el"}  # of an akta, and whose a card is
MINE = {
    "nya",
    "ne",
    "na",
    "saya",
    "aku",
    "ulun",
    "kami",
    "istri",
    "suami",
    "ibu",
    "bapak",
    "ayah",
    "semua",
    "two",
    "both",
    "my",
}
WANTS = {"mau", "ingin", "membuat", "mengurus", "urus", "minta", "perlu", "cetak", "ganti", "ubah", "lapor"}
EVENTS = {"meninggal", "pindah", "status"}  # what is told of nothing else, and a status that is to change
CERTIFIED = ("birth", "death", "marriage")  # groups of what happens, and has a certificate of its own
THERE = {"ada", "punya", "lengkap", "siap", "aman", "bawa", "membawa", "foto", "fotokopi", "nomor", "sesuai"}
MISSING = {"tidak", "belum", "hilang", "rusak"}
EXCHANGE = "tukar"
GONE = "hilang"  # with a wallet, all that was in it
MOST_ALONE = 2  # words
MOST = 3  # in one message; who lists more is asked for a service first

Read = Callable[[str], Understood]


def several(text: str, read: Read) -> list[tuple[Understood, str]]:
    """Each wish with its words, in their order; fewer than two: it is one message about one thing."""
    if len([part for part in BETWEEN.split(ANSWERS.split(text.casefold())[0]) if part.strip()]) < 2:
        return []
    found: dict[object, tuple[Understood, str]] = {}
    for said in _parts(text):
        meant = read(said)
        words = said.split()
        clear = (
            len(meant.services) == 1
            or _is_status(words)
            or (not meant.services and (_is_bare(words) or bool(WANTS.intersection(words))))
        )
        if meant.wanted and clear:
            found.setdefault(meant.services[0].code if meant.services else meant.group, (meant, said))
    groups = {meant.group for meant, _ in found.values() if meant.services}
    wishes = [each for each in found.values() if each[0].services or each[0].group not in groups]
    wishes = _without_the_lighter(_without_its_certificate(wishes), read(text))
    return wishes if 1 < len(wishes) <= MOST else []


def _without_its_certificate(wishes: list[tuple[Understood, str]]) -> list[tuple[Understood, str]]:
    """ "Bapak meninggal, mau bikin akta": of that death, and of no birth."""
    kinds = [meant.group for meant, said in wishes if meant.services and not _is_of_any_kind(said.split())]
    certified = any(group in CERTIFIED for group in kinds)
    return [each for each in wishes if not (certified and _is_of_any_kind(each[1].split()))]


def _is_of_any_kind(words: list[str]) -> bool:
    return DOCUMENTS.intersection(words) == {"akta"} and not KINDS.intersection(words)


def _is_status(words: list[str]) -> bool:
    """It stands on two documents; the family card is changed first."""
    return "status" in words and not DOCUMENTS.intersection(words)


def _without_the_lighter(wishes: list[tuple[Understood, str]], whole: Understood) -> list[tuple[Understood, str]]:
    """ "Bikin ktp baru, ktp lama hilang": a message that names one service of a kind wants no other of that kind."""
    if len(whole.services) != 1:
        return wishes
    kept = [meant for meant, _ in wishes if whole.services[0].code in [service.code for service in meant.services]]
    return [each for each in wishes if each[0] in kept or each[0].group not in [meant.group for meant in kept]]


def named_apart(text: str, read: Read) -> list[Understood]:
    """What each part of a question names: "syarat kk dan ktp"."""
    return [meant for said in _parts(text) if (meant := read(said)).group and meant.intent.sure]


def _parts(text: str) -> Iterator[str]:
    """Those that name a document or tell of an event; all that was in a lost wallet. A bare name is wanted as its
    neighbour is: "ktp" beside "kk hilang"."""
    before = ANSWERS.split(text.casefold())[0]
    parts = _joined([words for part in BETWEEN.split(before) if (words := _words(part))])
    if any({"dompet", GONE} <= set(words) for words in parts):
        yield from (f"{word} {GONE}" for words in parts for word in words if word in DOCUMENTS)
        return
    for place, words in enumerate(parts):
        if place and not DOCUMENTS.union(WANTS).intersection(words):
            continue  # "hapus bapak dari kk, sudah meninggal": the reason of what stands before it
        if _is_bare(words):
            near = [parts[at] for at in (place + 1, place - 1) if 0 <= at < len(parts) and not _is_bare(parts[at])]
            lent = [word for other in near[:1] if _wants(other) for word in other if word not in _own_of(other)]
            yield " ".join([*words, *lent])
        elif _wants(words):
            yield " ".join(words)


def _own_of(words: list[str]) -> set[str]:
    """What tells which document it is; a marital status stands on more than one."""
    return DOCUMENTS if "status" in words else DOCUMENTS | KINDS


def _joined(parts: Sequence[list[str]]) -> list[list[str]]:
    """ "kk nya juga rusak": what stands alone after a bare name belongs to it."""
    joined: list[list[str]] = []
    for words in parts:
        if joined and EXCHANGE in words and "suket" not in words:
            joined[-1] += words  # "suket mau habis, mau tukar ktp asli": for what stands before it
        elif joined and _is_bare(joined[-1]) and len(words) <= MOST_ALONE and not DOCUMENTS.intersection(words):
            joined[-1] += words
        else:
            joined.append(words)
    return joined


def _words(part: str) -> list[str]:
    return [word for word in spelling().words(part) if word.isalnum() and word not in SAID_TO - MINE]


def _is_bare(words: list[str]) -> bool:
    return bool(DOCUMENTS.intersection(words)) and not set(words) - DOCUMENTS - KINDS - MINE


def _wants(words: list[str]) -> bool:
    said = set(words)
    there = bool(said & THERE) and not said & MISSING
    return bool(said & (DOCUMENTS | EVENTS)) and not there and (len(said) > 1)
