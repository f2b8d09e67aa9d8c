"""What was read on the papers of a case, beside what the citizen answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backoffice.casefile import Shown
from registry.models import Upload
from registry.services.service import PaperKind
from registry.uploads.fit import Fit, Given, fit, given_numbers
from registry.uploads.reading import Reading

MOST_NUMBERS = 6  # a family card bears more than an officer compares


@dataclass(frozen=True)
class Number:
    """`answers`: the question whose answer it is, by its kind; none: it was not given."""

    digits: str
    answers: str | None


@dataclass(frozen=True)
class ReadPaper:
    """`other` is the paper it looks like, where it does not look like the one it was sent for."""

    reading: Reading
    fit: Fit
    numbers: tuple[Number, ...]
    other: str | None

    @property
    def are_others(self) -> bool:
        """Numbers stand on it, and none was given: somebody else's paper, perhaps."""
        return bool(self.numbers) and not any(number.answers for number in self.numbers)


def readings(shown: Shown) -> Mapping[int, ReadPaper]:
    """By upload. What was not read is not there."""
    given = given_numbers(shown.service, shown.case.answers) if shown.service else {}
    kinds = shown.service.paper_by_key if shown.service else {}
    return {
        upload.id: _read(kinds.get(paper.key) or PaperKind(key=paper.key), upload, given)
        for paper in shown.file.papers
        for upload in shown.file.uploads.get(paper.id, [])
        if upload.read
    }


def _read(paper: PaperKind, upload: Upload, given: Given) -> ReadPaper:
    reading = Reading.from_json(upload.read or {})
    found = fit(paper, reading, given)
    numbers = tuple(Number(digits, _question(digits, given)) for digits in reading.numbers)
    known_first = sorted(numbers, key=lambda number: number.answers is None)[:MOST_NUMBERS]
    return ReadPaper(
        reading, found, tuple(known_first), next(iter(reading.kinds), None) if found.kind is False else None
    )


def _question(digits: str, given: Given) -> str | None:
    return next((kind for kind, numbers in given.items() if digits in numbers), None)
