"""An answer of a case put right: the register is compared anew, and what stood there before is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry import residents
from registry.actors import Actor
from registry.catalogue import Service
from registry.desk import searching
from registry.models import AnswerChange, Case, Paper, Upload
from registry.uploads.fit import doubts
from registry.uploads.reading import Reading


def change(
    session: Session,
    actor: Actor,
    case: Case,
    service: Service,
    given: Mapping[str, Any],
    at: datetime,
    *,
    official: bool,
    consent: str | None = None,
) -> list[str]:
    """The keys of what differs now. The case is locked; it is found by the new answers, and bears their flags."""
    differing = [key for key, value in given.items() if case.answers.get(key) != value]
    before = set(_flags(session, case, service, official))
    for key in differing:
        session.add(
            AnswerChange(
                case_id=case.id, key=key, before=_text(case.answers.get(key)), after=_text(given[key]),
                officer_id=actor.officer_id, consent=consent, at=at,
            )
        )  # fmt: skip
    case.answers = {**case.answers, **given}
    case.sqlmodel_update(searching.marks(service, case.answers))
    searching.index(session, case, service)
    kept = [flag for flag in case.flags if flag not in before]
    case.flags = list(dict.fromkeys([*kept, *_flags(session, case, service, official)]))
    session.add(case)
    return differing


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _flags(session: Session, case: Case, service: Service, official: bool) -> list[str]:
    """What the answers as they are give an officer to notice, beside the register and the papers."""
    lying = select(Paper.key, Upload).join(Upload, col(Upload.paper_id) == Paper.id).where(Paper.case_id == case.id)
    readings: dict[str, list[Reading | None]] = {}
    for key, upload in session.exec(lying):
        readings.setdefault(key, []).append(Reading.from_json(upload.read) if upload.read else None)
    differing = residents.compare(session, service, case.answers, official=official)
    return [*doubts(service, case.answers, readings), *differing]
