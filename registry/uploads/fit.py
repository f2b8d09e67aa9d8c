"""What was read on a file against what it was sent for. A doubt is for the citizen to clear up and the officer to see:
nothing here refuses anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from registry.services.service import PaperKind, Service
from registry.uploads.reading import Reading

NUMBERS = ("nik", "kk_number")
DOUBTS = ("paper-unseen", "paper-differs", "paper-other-loss")
Given = Mapping[str, frozenset[str]]  # the numbers that were given, by the kind of their question


@dataclass(frozen=True)
class Fit:
    """`kind`: the paper's words are there; none: it has no words that we know, or nothing was read. `number`: the kind
    of the given number that stands on it. `differs`: it bears numbers, and none of them was given. `other_loss`: what
    it says was lost is something else."""

    kind: bool | None = None
    number: str | None = None
    differs: bool = False
    other_loss: bool = False


def fit(paper: PaperKind, reading: Reading | None, given: Given) -> Fit:
    if reading is None:
        return Fit()
    kind = paper.key in reading.kinds if paper.reads else None
    expected = [name for name in paper.bears if given.get(name)]
    same = next((name for name in expected if given[name] & set(reading.numbers)), None)
    differs = bool(expected and reading.numbers and same is None and kind is not False)
    return Fit(kind, same, differs, other_loss=bool(kind and paper.lost and _speaks_of_other(paper.lost, reading)))


def _speaks_of_other(lost: str, reading: Reading) -> bool:
    return bool(reading.lost) and lost not in reading.lost


def doubts(service: Service, answers: Mapping[str, Any], readings: Mapping[str, Sequence[Reading | None]]) -> list[str]:
    """Flags for the officer, over all papers of a case: paper-unseen, paper-differs, paper-other-loss. One good file of
    several does."""
    given = given_numbers(service, answers)
    kinds = service.paper_by_key
    fits = [[fit(kinds[key], reading, given) for reading in each] for key, each in readings.items() if key in kinds]
    unseen = any(not any(each.kind for each in files) and any(each.kind is False for each in files) for files in fits)
    differs = any(not any(each.number for each in files) and any(each.differs for each in files) for files in fits)
    other = any(any(each.other_loss for each in files) and not any(_of_this(each) for each in files) for files in fits)
    return [flag for flag, is_so in zip(DOUBTS, (unseen, differs, other), strict=True) if is_so]


def _of_this(found: Fit) -> bool:
    return bool(found.kind) and not found.other_loss


def given_numbers(service: Service, answers: Mapping[str, Any]) -> Given:
    asked = [question for question in service.of_subject if question.kind in NUMBERS and answers.get(question.key)]
    return {name: frozenset(str(answers[q.key]) for q in asked if q.kind == name) for name in NUMBERS}
