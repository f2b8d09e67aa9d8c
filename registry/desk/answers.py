"""An answer of a case put right, by the citizen or with their consent: the register is compared anew, and what stood
there before is kept beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from registry import audit, residents
from registry.actors import Actor
from registry.catalogue import Service
from registry.claiming import decide
from registry.corrections import back_in_queue
from registry.desk import searching, ticks, unread
from registry.lifecycle import OPEN, Refused, Role
from registry.models import AnswerChange, Case, Office, Paper, Upload
from registry.moves import changed
from registry.population import checks
from registry.telling import tell
from registry.uploads.fit import doubts
from registry.uploads.reading import Reading


class Consent(StrEnum):
    """How the citizen agreed."""

    COUNTER = "counter"
    CALL = "call"
    CHAT = "chat"


def correct(
    session: Session,
    actor: Actor,
    case_id: int,
    service: Service,
    given: Mapping[str, Any],
    consent: str,
    at: datetime,
    *,
    official: bool,
) -> Case:
    """By an officer who holds the case. The citizen is told what stood there, what does, and how to object."""
    if consent not in list(Consent):
        raise Refused("refused-consent-how")
    case = decide(session, actor, case_id, at)
    if case.state not in OPEN:
        raise changed(session, case)
    before = dict(case.answers)
    keys = change(session, actor, case, service, given, at, official=official, consent=consent)
    if not keys:
        raise Refused("refused-answer-same")
    case.asked = {key: why for key, why in (case.asked or {}).items() if key not in keys} or None
    for key in keys:
        audit.record(
            session, actor, "answer_corrected", office_id=case.office_id, case_id=case.id, subject=f"answer:{key}",
            fields=(f"consent:{consent}",), at=at,
        )  # fmt: skip
    back_in_queue(session, replace(actor, roles=actor.roles | {Role.CITIZEN}), case, at)  # as if they had sent it
    changes = [{"key": key, "before": before.get(key), "after": given[key]} for key in keys]
    if (told := unread.gathered(session, case, changes)) is not None:
        tell(session, case, unread.NAME, at, after=unread.SETTLING, changes=told, consent=consent)
    return case


def changes_of(session: Session, case_id: int) -> dict[tuple[datetime, str], AnswerChange]:
    """By when and which: what the log, which keeps no values, leaves out."""
    found = session.exec(select(AnswerChange).where(AnswerChange.case_id == case_id))
    return {(each.at, each.key): each for each in found}


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
    office = session.get_one(Office, case.office_id)
    before = set(_flags(session, office, case, service, official))
    for key in differing:
        session.add(
            AnswerChange(
                case_id=case.id, key=key, before=_text(case.answers.get(key)), after=_text(given[key]),
                officer_id=actor.officer_id, consent=consent, at=at,
            )
        )  # fmt: skip
    ticks.reopen(session, case, [ticks.REGISTER] if differing else [])
    case.answers = {**case.answers, **given}
    case.sqlmodel_update(searching.marks(service, case.answers))
    searching.index(session, case, service)
    kept = [flag for flag in case.flags if flag not in before]
    case.flags = list(dict.fromkeys([*kept, *_flags(session, office, case, service, official)]))
    checks.ask(session, office, service, case, at)
    session.add(case)
    return differing


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _flags(session: Session, office: Office, case: Case, service: Service, official: bool) -> list[str]:
    """What the answers as they are give an officer to notice, beside the register and the papers."""
    lying = select(Paper.key, Upload).join(Upload, col(Upload.paper_id) == Paper.id).where(Paper.case_id == case.id)
    readings: dict[str, list[Reading | None]] = {}
    for key, upload in session.exec(lying):
        readings.setdefault(key, []).append(Reading.from_json(upload.read) if upload.read else None)
    differing = residents.compare(session, office, service, case.answers, official=official)
    return [*doubts(service, case.answers, readings), *differing]
