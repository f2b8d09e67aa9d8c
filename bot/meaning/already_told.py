"""Answers that stand in words which are about something else as well: who says it is not asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.meaning.spelling import spelling
from registry.calendar.number_words import in_digits
from registry.catalogue import Service

ADULT, YOUNGEST = 21, 19  # who is younger needs the parents' consent, who is younger still a court's leave
LONGEST = 300  # letters; more is a story
_NOT = r"(?<!tidak )(?<!belum )(?<!tanpa )(?<!bukan )"
_BETWEEN = r"(?:(?!tidak|belum|tanpa|kapan|hilang)\w+ ){0,3}?"
_HAVE, _LACK = r"(?:ada|punya|dapat|pegang|bawa|have)", r"(?:tidak|belum) (?:ada|punya|dapat|pegang)"


def _have(paper: str) -> str:
    return rf"{_NOT}{_HAVE} {paper}\b|\b{paper} {_BETWEEN}(?:ada|lengkap|siap)\b(?! (?:tidak|kah|apa))"


def _lack(paper: str) -> str:
    return rf"\b{_LACK} {paper}\b|\b{paper} {_LACK}\b|\btanpa {paper}\b"


_DEATH, _BIRTH = r"surat(?: keterangan)? (?:kematian|meninggal)", r"surat(?: keterangan)? lahir"
_WEDDING, _MOVING = r"(?:buku|akta) nikah", r"(?:surat pindah|skpwni)"
_RELATIVE = r"(?:ibu|bapak|ayah|mama|papa|suami|istri|anak|kakek|nenek|kakak|adik|mertua|paman|tante)"
_NAME = r"(?:(?!tetangga|teman|rt|rw|mau|ingin|lapor|disuruh|dari|bukan|tidak)\w+ ){0,2}"
_RELATED = (
    rf"\b{_RELATIVE} (?:saya|kami)\b|\b(?:saya|aku) {_NAME}{_RELATIVE}\b"
    r"|\b(?:saya|my) (?:mother|father|husband|wife|son|daughter|parents?)\b"
)
TOLD: Sequence[tuple[str, str, str]] = (  # a question, its answer, and how it is said in the words of spelling.py
    (
        "death_proof",
        "letter",
        rf"{_have(_DEATH)}|^(?!.*\bsurat lahir).*\bmeninggal\b.*\bsurat {_BETWEEN}(?:ada|jadi)\b",
    ),
    ("reporter", "family", _RELATED),
    ("split", "married", r"\b(?:sudah|baru|habis|setelah|karena) nikah\b"),
    ("birth_proof", "letter", _have(_BIRTH)),
    ("birth_proof", "none", _lack(_BIRTH)),
    ("marriage_proof", "have", _have(_WEDDING)),
    ("marriage_proof", "none", rf"{_lack(_WEDDING)}|\bsiri\b"),
    ("marriage_proof", "alone", r"\b(?:tidak|belum) (?:pernah )?nikah\b(?! (?:resmi|di|siri|kua|negara))"),
    ("moving_letter", "have", _have(_MOVING)),
    ("moving_letter", "none", _lack(_MOVING)),
    (
        "lodging",
        "lodger",
        rf"{_NOT}\b(?:kontrak\w*|ngontrak|sewa|nyewa|rent|renting|kos|kost|ngekos|numpang|menumpang)\b",
    ),
    ("lodging", "own", r"\brumah (?:saya )?sendiri\b|\bbeli rumah\b|\bour own (?:house|home)\b"),
    ("sex", "female", r"\b(?:cewek|perempuan|wedok|girl)\b"),
    ("sex", "male", r"\b(?:cowok|laki|laki2|lanang|boy)\b"),
    (
        "movers",
        "family",
        r"\bkeluarga (?:saya |kami )?(?:\d|2angka) orang\b|\b(?:\d|2angka) orang sekeluarga\b|\b(?:1|satu) keluarga\b",
    ),
)
PATTERNS = tuple((question, answer, re.compile(said)) for question, answer, said in TOLD)
CHILD_NUMBER = re.compile(r"\banak (?:yang )?ke[\s-]?([1-9])\b")
AGES = re.compile(r"(?<!\d)([1-9]\d)(?!\d|[/.-]\d)")
WEDDED = re.compile(r"\b(?:suami|istri|calon|laki|perempuan|saya|sy|aku|dia|cowok|cewek|tunangan|husband|wife|i am)\b")

BOTH = re.compile(r"\b(?:dua-?duanya|dua2nya|duanya|keduanya|berdua|sama-?sama|sama2|kami|both)\b")


def already_told(text: str, service: Service) -> Mapping[str, Any]:
    """None that would end the chat; of two that contradict each other neither."""
    if len(text) > LONGEST:
        return {}
    said = " ".join(word for word in spelling().words(text) if word.isalnum())
    found: dict[str, set[Any]] = {}
    for question, answer, pattern in PATTERNS:
        asked = service.question_by_key.get(question)
        if asked and answer in asked.options and answer not in asked.stops and pattern.search(said):
            found.setdefault(question, set()).add(answer)
    told = {question: answers.pop() for question, answers in found.items() if len(answers) == 1}
    return {**told, **_counted(text, service)}


def _counted(text: str, service: Service) -> Mapping[str, Any]:
    known: dict[str, Any] = {}
    number = CHILD_NUMBER.search(in_digits(text.casefold())) if "child_number" in service.question_by_key else None
    if number:
        known["child_number"] = int(number[1])
    ages = [int(age) for age in AGES.findall(text)] if "couple_age" in service.question_by_key else []
    both = len(ages) == 1 and BOTH.search(text.casefold())
    if (both or (len(ages) == 2 and WEDDED.search(text.casefold()))) and max(ages) < 100:
        least = min(ages)
        known["couple_age"] = "adult" if least >= ADULT else "under_21" if least >= YOUNGEST else "under_19"
    return known
