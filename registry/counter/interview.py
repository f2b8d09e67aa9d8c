"""A service's questions as a form: what the chat asks, read by the chat's own rules. Who reads them is handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Asked:
    """One question that applies. `offers` are what the typed words may mean; `told` how they were understood."""

    key: str
    words: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    offers: tuple[tuple[str, str], ...] = ()
    optional: bool = False
    problem: str | None = None
    told: str | None = None
    answered: bool = False
    follows: Mapping[str, Sequence[str]] = field(default_factory=dict)  # the choices that bring it up, by question
    waits: bool = False  # for one of them: it does not apply yet


@dataclass(frozen=True)
class Interview:
    """`answers` as a case keeps them, `papers` by their keys. `stop`: why nothing is to be filed. `form` is what is
    asked and, in their places, the questions that a choice would bring up."""

    asked: tuple[Asked, ...]
    answers: Mapping[str, Any]
    papers: tuple[str, ...]
    stop: str | None = None
    form: tuple[Asked, ...] = ()

    @property
    def complete(self) -> bool:
        return self.stop is None and all(question.answered for question in self.asked)


class Interviewer(Protocol):
    def __call__(self, code: str, office_id: int, given: Mapping[str, str], language: str) -> Interview:
        """`given`: a question's words under its key, what was picked of its offers under pick.<key>, forgot.<key>."""
        ...

    def again(
        self, code: str, office_id: int, answers: Mapping[str, Any], key: str, given: Mapping[str, str], language: str
    ) -> Interview:
        """One question of a request that was sent, beside its other answers. `answers` are then what it changes."""
        ...
