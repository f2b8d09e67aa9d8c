"""What a citizen answered beside what the register says. A difference is for the officer to judge, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from backoffice.casefile import Shown
from registry.catalogue import Question
from registry.residents import Person, family, find_by_nik
from registry.vault import normalised_words


@dataclass(frozen=True)
class Compared:
    """`value` is the register's, in the form an answer is kept in."""

    value: str
    differs: bool


@dataclass(frozen=True)
class Register:
    """The person behind the NIK, their family card, and the answers that the register also knows."""

    person: Person | None = None
    family: list[Person] = field(default_factory=list)
    answers: Mapping[str, Compared] = field(default_factory=dict)


def compare(session: Session, shown: Shown) -> Register:
    person = find_by_nik(session, shown.nik) if shown.nik else None
    if person is None:
        return Register()
    about_self = shown.service is not None and shown.service.question_by_key[shown.service.subject].kind == "nik"
    compared = {
        question.key: found
        for question, value in shown.asked()
        if (found := _compared(question, value, _known(person, about_self)))
    }
    return Register(person, family(session, person.kk_number), compared)


def _known(person: Person, about_self: bool) -> dict[str, str]:
    """By kind of question. Where somebody else is the subject, only the family card's number is the asker's too."""
    shared = {"nik": person.nik, "kk_number": person.kk_number}
    own = {"name": person.name, "birth_date": person.born_on.isoformat(), "village": person.village}
    return shared | own if about_self else shared


def _compared(question: Question, value: Any, known: Mapping[str, str]) -> Compared | None:
    if question.kind not in known:
        return None
    registered = known[question.kind]
    if value in (None, ""):
        return Compared(registered, differs=False)
    if question.kind == "name":
        return Compared(registered, normalised_words(str(value)) != normalised_words(registered))
    return Compared(registered, str(value) != registered)
