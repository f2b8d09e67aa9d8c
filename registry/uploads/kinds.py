"""Which of the papers we know has its words on this sheet, however a camera and a reader have bent them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from rapidfuzz import fuzz

from registry.services.service import ExpectedWord

CLOSE = 85  # of 100: one letter of ten may be another
SHORT = 4  # letters; up to here a word must stand by itself, for NIK is in NIKAH
ENOUGH = 2 / 3  # of a paper's words; of two both, of five four
Expected = Mapping[str, Sequence[ExpectedWord]]  # by a paper's key, the words that stand on it


def kinds(lines: Sequence[str], expected: Expected) -> tuple[str, ...]:
    """Keys of the papers it may be, the surest first. One without words is never seen."""
    text, words = _condensed("".join(lines)), _words(lines)
    sure = {key: _share(reads, text, words) for key, reads in expected.items() if reads}
    fitting = [key for key, share in sure.items() if share > 0]
    return tuple(sorted(fitting, key=lambda key: (-sure[key], -_letters(expected[key]))))


def _share(reads: Sequence[ExpectedWord], text: str, words: frozenset[str]) -> float:
    """Of the words found; 0 when they are too few."""
    found = sum(any(_stands(word, text, words) for word in _spellings(entry)) for entry in reads)
    return found / len(reads) if found >= ceil(ENOUGH * len(reads)) else 0.0


def _stands(word: str, text: str, words: frozenset[str]) -> bool:
    wanted = _condensed(word)
    if len(wanted) <= SHORT:
        return wanted in words
    return fuzz.partial_ratio(wanted, text, score_cutoff=CLOSE) >= CLOSE


def _spellings(entry: ExpectedWord) -> Iterable[str]:
    return (entry,) if isinstance(entry, str) else entry


def _letters(reads: Sequence[ExpectedWord]) -> int:
    return sum(len(next(iter(_spellings(entry)))) for entry in reads)


def _condensed(text: str) -> str:
    """Capital letters alone: readers lose spaces, and take O for 0 and I for 1."""
    return re.sub(r"[^A-Z]", "", _capitals(text).translate(str.maketrans("01|", "OII")))


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in re.findall(r"[A-Z]+", _capitals(line)))


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFKD", text).upper()
