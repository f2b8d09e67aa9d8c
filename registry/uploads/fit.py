"""What was read on a file against what it was sent for. A doubt is for the citizen to clear up and the officer to see:
nothing here refuses anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from registry.service import PaperKind, Service
from registry.uploads.read import Reading

NUMBERS = ("nik", "kk_number")
Given = Mapping[str, frozenset[str]]  # the numbers that were given, by the kind of their question


@dataclass(frozen=True)
class Fit:
    """`kind`: the paper's words are there; none: it has no words that we know, or nothing was read. `number`: the kind
    of the given number that stands on it. `differs`: it bears numbers, and none of them was given."""

    kind: bool | None = None
    number: str | None = None
    differs: bool = False


def fit(paper: PaperKind, reading: Reading | None, given: Given) -> Fit:
    if reading is None:
        return Fit()
    kind = paper.key in reading.kinds if paper.reads else None
    expected = [name for name in paper.bears if given.get(name)]
    same = next((name for name in expected if given[name] & set(reading.numbers)), None)
    return Fit(kind, same, differs=bool(expected and reading.numbers and same is None and kind is not False))


def given_numbers(service: Service, answers: Mapping[str, Any]) -> Given:
    asked = [question for question in service.question if question.kind in NUMBERS and answers.get(question.key)]
    return {name: frozenset(str(answers[q.key]) for q in asked if q.kind == name) for name in NUMBERS}
