"""Which label a message bears: a linear model over its words and their parts, learned by `bot/meaning/learning.py`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import ascii_lowercase

WEIGHTS = Path(__file__).parent.parent / "data" / "weights.txt"
SCALE = 20  # weights are kept as whole numbers, so many to one
LETTERS = ascii_lowercase  # stand for the labels in a row
PARTS = (3, 4, 5)  # letters of a part of a word


def features(words: Sequence[str], kinds: Mapping[str, str]) -> Iterator[str]:
    """Words, their kinds, neighbours, and parts of words, which survive endings and typing errors: the short ones more
    of these, the long ones tell words better apart."""
    yield from words
    yield from ("=" + kinds[word] for word in words if word in kinds)
    yield from (f"{one} {other}" for one, other in zip(["^", *words], [*words, "$"], strict=True))
    for word in words:
        framed = f"<{word}>"
        yield from ("~" + framed[at : at + part] for part in PARTS for at in range(len(framed) - part + 1))


Row = tuple[float, tuple[tuple[str, int], ...]]  # how much a feature counts, and what it says of labels


class Learned:
    """A row for each feature: how much it counts, then what it says for and against labels. Rows are read when needed.

    A feature counts the more the rarer it is; long messages weigh as much as short ones.
    """

    def __init__(self, text: str) -> None:
        _, names, *lines = text.splitlines()
        self.labels = names.split()
        self._rows = dict(line.split("\t", 1) for line in lines)
        self._read: dict[str, Row] = {}  # of the features that were met

    def words(self) -> Iterator[str]:
        """Those that it was learned from, as `bot/meaning/spelling.py` tells them."""
        return (feature for feature in self._rows if feature.isalnum())

    def scores(self, found: Iterable[str]) -> dict[str, float]:
        scores = dict.fromkeys(self.labels, 0.0)
        rows = self._known(found)
        for rarity, weights in rows.values():
            for label, weight in weights:
                scores[label] += rarity * weight
        length = _length(rows)
        return {label: score / length / SCALE for label, score in scores.items()}

    def pushes(self, found: Iterable[str]) -> dict[str, dict[str, float]]:
        """What each feature that is known adds to the labels."""
        rows = self._known(found)
        length = _length(rows)
        return {
            each: {label: rarity * weight / length / SCALE for label, weight in weights}
            for each, (rarity, weights) in rows.items()
        }

    def _known(self, found: Iterable[str]) -> dict[str, Row]:
        return {each: self._read.get(each) or self._row(each) for each in found if each in self._rows}

    def _row(self, feature: str) -> Row:
        rarity, *weights = self._rows[feature].split(" ")
        told = tuple((self.labels[LETTERS.index(weight[0])], int(weight[1:])) for weight in weights)
        return self._read.setdefault(feature, (float(rarity), told))


def _length(rows: Mapping[str, Row]) -> float:
    return math.sqrt(sum(rarity * rarity for rarity, _ in rows.values())) or 1.0


@cache
def learned() -> Learned:
    return Learned(WEIGHTS.read_text("utf-8"))
