"""Where that belongs which sounds like a service of ours and is none: "suket domisili", "pindah faskes"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data" / "elsewhere.toml"
MOST_WORDS = 8  # more is a story, in which such a word stands by chance


@dataclass(frozen=True)
class _Row:
    where: str
    all: frozenset[str]
    any: frozenset[str]
    none: frozenset[str]
    only: frozenset[str]

    def fits(self, said: set[str]) -> bool:
        more = said - self.all - self.any - self.only if self.only else self.none & said
        return self.all <= said and (not self.any or bool(self.any & said)) and not more


@cache
def rows() -> tuple[_Row, ...]:
    told = tomllib.loads(DATA.read_text("utf-8"))
    return tuple(
        _Row(where, *(frozenset(row.get(name, ())) for name in ("all", "any", "not", "only")))
        for where, each in told.items()
        for row in each
    )


def elsewhere(words: Sequence[str]) -> str | None:
    """In the words of bot/meaning/spelling.py, as they were written: a cat is no typing error of a colour."""
    said = set(words)
    return next((row.where for row in rows() if len(words) <= MOST_WORDS and row.fits(said)), None)
