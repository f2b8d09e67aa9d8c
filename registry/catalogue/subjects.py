"""Whom a case is about: the name, the number and the birth date of the person its document is for."""

from __future__ import annotations

import re
from datetime import date

from sqlmodel import Session

from registry.cases import services
from registry.models import Case
from registry.nik import Nik
from registry.residents import find_by_nik


def person_named(case: Case) -> str:
    """As the citizen wrote it; empty where the service asks for no name."""
    service = services().get(case.service)
    return service.person_named(case.answers) if service else str(case.answers.get("name") or "")


def nik_of(case: Case) -> str:
    """The number of the person it is about; empty where the service asks for another one, or it was forgotten."""
    service = services().get(case.service)
    subject = service.question_by_key[service.subject] if service else None
    return str(case.answers.get(subject.key) or "") if subject and subject.kind == "nik" else ""


def initials(name: str) -> str:
    """R... C...: enough for its owner, nothing for anybody else."""
    return " ".join(f"{word[0].upper()}..." for word in re.findall(r"\w+", name))


def birth_date(session: Session, case: Case, today: date) -> date | None:
    """What a stranger on the same telephone would not know: the date answered where the service says so, else the
    register's, else the one in the NIK. None where all three are silent."""
    service = services().get(case.service)
    if service is None:
        return None
    if service.release_fact:
        answered = case.answers.get(service.release_fact)
        return date.fromisoformat(answered) if answered else None
    subject = service.question_by_key[service.subject]
    nik = case.answers.get(subject.key) if subject.kind == "nik" else None
    if not nik:
        return None
    person = find_by_nik(session, nik)
    return person.born_on if person else Nik(nik).birth_date(today)
