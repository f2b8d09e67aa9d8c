"""Small numbers that people write in words: "ketiga", "dua puluh satu", "third", "anak sulung"."""

from __future__ import annotations

import re

_UNITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ENGLISH = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_RANKS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
_NUMBERS = {
    **{word: number for number, word in enumerate(_UNITS, start=1)},
    **{f"{word} belas": 10 + number for number, word in enumerate(_UNITS, start=1)},
    **{f"{word} puluh": 10 * number for number, word in enumerate(_UNITS, start=1)},
    **{word: number for number, word in enumerate(_ENGLISH, start=1)},
    **{word: number for number, word in enumerate(_RANKS, start=1)},
    "sepuluh": 10, "sebelas": 11, "pertama": 1, "sulung": 1, "tunggal": 1,
    "siji": 1, "loro": 2, "telu": 3, "hiji": 1, "tilu": 3,
}  # fmt: skip
_WORDS = "|".join(sorted((re.escape(word).replace(r"\ ", r"\s*") for word in _NUMBERS), key=len, reverse=True))
_SPOKEN = re.compile(rf"\b(?:ke)?({_WORDS})(?:\s+({'|'.join(_UNITS)}))?\b")


def in_digits(text: str) -> str:
    """The same lower-case text with number words as digits: "lima juni" becomes "5 juni"."""
    return _SPOKEN.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    number = _NUMBERS[_known(match[1])]
    unit = _NUMBERS.get(match[2] or "", 0)
    if unit and number % 10:  # "tiga empat" are two numbers
        return f"{number} {unit}"
    return str(number + unit)


def _known(word: str) -> str:
    spaced = " ".join(word.split())
    return spaced if spaced in _NUMBERS else re.sub(r"\s*(belas|puluh)$", r" \1", spaced)
