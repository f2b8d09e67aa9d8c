"""The register as a port: what somebody says of themselves, and whether a register agrees. No value comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from registry.models.population import SUBJECT, Unchecked
from registry.services.service import Service

UNKNOWN = "nik-unknown"
FLAGS = {"name": "name-differs", "birth_date": "birth-date-differs", "kk_number": "kk-differs"}  # by kind of question


@dataclass(frozen=True, repr=False)
class Claim:
    """`says` is by kind of question: name, birth_date (2026-11-27), kk_number; only what was answered."""

    nik: str
    says: Mapping[str, str]


@dataclass(frozen=True)
class Verdict:
    """`same` tells of what was claimed whether it agrees; what the register does not know is left out."""

    found: bool
    same: Mapping[str, bool] = field(default_factory=dict)

    @property
    def flags(self) -> list[str]:
        """What an officer is to notice, never a ground for refusal (Permendagri 108/2019 Pasal 15(3))."""
        if not self.found:
            return [UNKNOWN]
        return [flag for kind, flag in FLAGS.items() if self.same.get(kind) is False]


class Unanswered(Exception):
    """It could not be asked, or its answer could not be read. The message names nobody: it may be logged."""

    def __init__(self, why: Unchecked) -> None:
        super().__init__(f"the population register gave no answer: {why}")
        self.why = why


class Register(Protocol):
    def verify(self, claim: Claim) -> Verdict:
        """Raises Unanswered."""


def claim_of(service: Service, answers: Mapping[str, Any]) -> Claim | None:
    """The first answer of each kind; none without a NIK. Where another person is the subject, name and birth date are
    not the asker's."""
    kinds = {"nik", "kk_number"}
    if service.question_by_key[service.subject].kind == "nik":
        kinds |= {"name", "birth_date"}
    given: dict[str, str] = {}
    for question in service.of_subject:
        if question.kind in kinds and answers.get(question.key):
            given.setdefault(question.kind, str(answers[question.key]))
    nik = given.pop("nik", "")
    return Claim(nik, given) if nik else None


def claims_of(service: Service, answers: Mapping[str, Any]) -> dict[str, Claim]:
    """Whom to ask about, in this order: the subject, and whoever else was named with a NIK, such as the applicant, by
    the question for it. None where the subject has no NIK."""
    subject = claim_of(service, answers)
    if subject is None:
        return {}
    found, seen = {SUBJECT: subject}, {subject.nik}
    for question in service.question:
        nik, name = str(answers.get(question.key) or ""), answers.get(name_beside(question.key))
        if question.kind == "nik" and name and nik and nik not in seen:
            found[question.key] = Claim(nik, {"name": str(name)})
            seen.add(nik)
    return found


def name_beside(key: str) -> str:
    """The question for the name of whom `key` asks the NIK."""
    return f"{key.removesuffix('nik')}name"
