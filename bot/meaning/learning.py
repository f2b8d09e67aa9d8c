"""`python -m bot.meaning.learning`: learns the weights of `learned.py` anew from messages whose label is known.

An averaged passive-aggressive perceptron (Crammer and others, 2006): examples that are told too faintly correct the
weights, and the mean over all steps is kept. Deterministic, a few seconds.
"""

from __future__ import annotations

import csv
import hashlib
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.meaning.learned import LETTERS, SCALE, WEIGHTS, features
from bot.meaning.spelling import DATA, spelling

UTTERANCES = DATA.parent / "utterances.csv"
PHRASES = DATA.parent / "phrases.csv"
DOCUMENTS = {
    "kk": "kk", "ktp": "ktp", "kia": "kia", "akta lahir": "akta_kelahiran", "akta kematian": "akta_kematian",
    "akta nikah": "akta_perkawinan", "surat pindah": "pindah", "ikd": "ikd", "suket": "suket",
}  # fmt: skip
ROUNDS = 4
MARGIN = 1.0  # by which the right label should lead
STEP = 0.5  # the most that one example may change
PART_COUNTS = 0.5  # beside a whole word
LEAST = 0.06  # a weight below it changes nothing

Example = tuple[Sequence[str], str]  # words, label
Vector = list[tuple[str, float]]


def examples(path: Path) -> list[tuple[str, str]]:
    """Text and label of each row. `{doc}` stands for every document; the label `doc` is then the document's own."""
    with path.open(encoding="utf-8", newline="") as rows:
        return [each for row in csv.DictReader(rows) for each in _filled(row["text"], row["intent"])]


def _filled(text: str, label: str) -> Iterator[tuple[str, str]]:
    if "{doc}" not in text:
        yield text, label
        return
    for name, own in DOCUMENTS.items():
        yield text.replace("{doc}", name), own if label == "doc" else label


def digest() -> str:
    """Of all that the weights are learned from and how: another digest means that they must be learned anew."""
    paths = (UTTERANCES, PHRASES, DATA, *(Path(__file__).with_name(f"{name}.py") for name in ("spelling", "learning")))
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def learn(known: Sequence[Example]) -> str:
    """The text that `Learned` reads."""
    labels = sorted({label for _, label in known})
    found = [(list(dict.fromkeys(features(words, spelling().kinds))), labels.index(label)) for words, label in known]
    counts = Counter(feature for each, _ in found for feature in each)
    rarity = {feature: _rarity(feature, len(known) / count) for feature, count in counts.items()}
    weights = _Weights(counts, len(labels))
    vectors = [(_vector(each, rarity), label) for each, label in found]
    order = random.Random(0)  # noqa: S311
    for _ in range(ROUNDS):
        order.shuffle(vectors)
        for vector, label in vectors:
            weights.correct(vector, label)
    told = ((feature, _told(row)) for feature, row in weights.mean())
    rows = (f"{feature}\t{rarity[feature]:.2f}{row}" for feature, row in told if row)
    return "\n".join((f"# learned from {digest()}", " ".join(labels), *rows)) + "\n"


def _rarity(feature: str, times: float) -> float:
    return math.log(1 + times) * (PART_COUNTS if feature[0] == "~" else 1)


def _vector(found: Sequence[str], rarity: dict[str, float]) -> Vector:
    length = math.sqrt(sum(rarity[feature] ** 2 for feature in found))
    return [(feature, rarity[feature] / length) for feature in found]


def _told(row: Sequence[float]) -> str:
    kept = ((letter, weight) for letter, weight in zip(LETTERS, row, strict=False) if abs(weight) >= LEAST)
    return "".join(f" {letter}{round(weight * SCALE)}" for letter, weight in kept)


class _Weights:
    """A row for each feature, a column for each label."""

    def __init__(self, found: Counter[str], labels: int) -> None:
        self._now = {feature: [0.0] * labels for feature in found}
        self._late = {feature: [0.0] * labels for feature in found}  # what is in `_now` for a part of the steps only
        self._step = 0

    def correct(self, vector: Vector, right: int) -> None:
        self._step += 1
        rows = [[value * weight for weight in self._now[feature]] for feature, value in vector]
        scores = [sum(column) for column in zip(*rows, strict=True)]
        rival = max((label for label in range(len(scores)) if label != right), key=scores.__getitem__, default=right)
        loss = MARGIN - scores[right] + scores[rival] if scores else 0
        if loss > 0:
            self._change(vector, right, rival, min(STEP, loss / 2))

    def _change(self, vector: Vector, right: int, rival: int, much: float) -> None:
        for feature, value in vector:
            now, late, change = self._now[feature], self._late[feature], much * value
            now[right] += change
            now[rival] -= change
            late[right] += change * self._step
            late[rival] -= change * self._step

    def mean(self) -> Iterator[tuple[str, list[float]]]:
        for feature, row in sorted(self._now.items()):
            late = self._late[feature]
            yield feature, [now - part / self._step for now, part in zip(row, late, strict=True)]


def main() -> None:
    known = [(spelling().words(text), label) for path in (UTTERANCES, PHRASES) for text, label in examples(path)]
    WEIGHTS.write_text(learn(known), "utf-8")
    sys.stdout.write(f"Learned from {len(known)} messages: {WEIGHTS}\n")


if __name__ == "__main__":
    main()
