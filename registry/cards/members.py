"""A move brings every member of the family who moves a new card: the KTP-el, or the KIA of a child."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from sqlmodel import Session

from registry.nik import Nik
from registry.residents import HEAD, Person, family, find_by_nik
from registry.services.service import DocumentKind, Service
from registry.vault import normalised_words

OF_AGE, SINGLE = 17, "Belum Kawin"


def holders(
    session: Session, service: Service, kind: DocumentKind, answers: Mapping[str, Any], today: date
) -> Sequence[str | None]:
    """Their names; of a document that is not for each of them nobody's. Whom the register does not know is the one who
    was named, by the age in their NIK."""
    if kind.for_each is None:
        return [None]
    nik = str(answers.get("nik") or "")
    movers = _movers(session, nik, answers)
    adult = kind.for_each == "adult"
    if movers:
        return [person.name for person in movers if _has_ktp(person, today) is adult]
    return [service.person_named(answers)] if _is_of_age(nik, today) is adult else []


def _movers(session: Session, nik: str, answers: Mapping[str, Any]) -> Sequence[Person]:
    """The head first. Of a part of the family those whose names were written."""
    subject = find_by_nik(session, nik) if nik else None
    if subject is None or answers.get("movers") == "alone":
        return [subject] if subject else []
    members = sorted(family(session, subject.kk_number), key=lambda person: person.relation != HEAD)
    if answers.get("movers") != "some":
        return members
    written = set(normalised_words(str(answers.get("mover_names") or "")))
    return [each for each in members if each == subject or written.issuperset(normalised_words(each.name))]


def _has_ktp(person: Person, today: date) -> bool:
    """From 17, or once married."""
    return _age(person.born_on, today) >= OF_AGE or person.marital_status.casefold() != SINGLE.casefold()


def _is_of_age(nik: str, today: date) -> bool:
    born_on = Nik(nik).birth_date(today) if nik else None
    return born_on is None or _age(born_on, today) >= OF_AGE


def _age(born_on: date, today: date) -> int:
    return relativedelta(today, born_on).years
