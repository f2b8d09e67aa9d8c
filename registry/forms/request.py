"""What a form is filled from: a request as it was answered, and whom the register knows of the people in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from registry.residents import Person
from registry.services.service import Service


@dataclass(frozen=True, repr=False)
class Request:
    """`register` holds the family of each person named, who comes first in it, by the key of the NIK's question; for
    what a citizen gets it stays empty: a NIK alone must not reveal whose it is."""

    service: Service
    answers: Mapping[str, Any]
    office: str
    on: date
    phone: str = ""
    number: str | None = None  # of the case
    papers: Sequence[str] = ()
    register: Mapping[str, Sequence[Person]] = field(default_factory=dict)

    def answer(self, key: str) -> str:
        return str(self.answers.get(key) or "")

    def registered(self, key: str) -> Person | None:
        """Whose NIK was answered to this question."""
        return next(iter(self.register.get(key, ())), None)

    @property
    def family(self) -> Sequence[Person]:
        """Of whom the request is about, who comes first in it; never a helper's."""
        keys = (question.key for question in self.service.of_subject if question.key in self.register)
        return next((self.register[key] for key in keys), ())
