"""Promises that will not be kept: found before they are missed, moved, and told with a new one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from registry import audit, troubles
from registry.actors import SYSTEM
from registry.calendar.working_time import OpeningHours
from registry.cases import place_in_queue
from registry.database import Database
from registry.lifecycle import BEING_MADE, WAITING_FOR_OFFICE, CaseState
from registry.models import AuditEntry, Case, Document, Office
from registry.models.cases import TO_WARN
from registry.moves import lock_case
from registry.service_clock import LAST_LOOK, look_at
from registry.telling import tell

AT_ONCE = 100  # cases of one round
LATER = timedelta(hours=1)  # until one that could not be looked at has its turn again
PACE_DAYS = timedelta(days=7)
DECISIONS = ("case_approved", "case_refused", "paper_refused", "asked_again")
MOST_DOUBLINGS = 3  # a promise that moves again moves further, up to eight times the office's hours


def keep_or_move(database: Database, at: datetime) -> int:
    """Looks at the cases whose time has come, by an index, each in a transaction of its own. Returns how many moved."""
    with database.reading() as session:
        due = (
            select(Case.id, Case.office_id)
            .where(TO_WARN, col(Case.warn_at) <= at)
            .order_by(col(Case.warn_at))
            .limit(AT_ONCE)
        )
        found = session.exec(due).all()
    moved = 0
    for case_id, office_id in found:
        with troubles.apart(database, f"promise:{case_id}", office_id, case_id) as one, database.writing() as session:
            moved += _look(session, lock_case(session, SYSTEM, case_id), at)
        if one.broke:
            with database.writing() as session:
                session.execute(update(Case).where(col(Case.id) == case_id).values(warn_at=at + LATER))
    return moved


def _look(session: Session, case: Case, at: datetime) -> bool:
    if case.warn_at is None or case.warn_at > at:
        return False  # its clock was stopped or moved meanwhile
    case.warn_at = None
    session.add(case)
    awaited = _awaited(session, case)
    if awaited is None or case.promised_at is None:
        return False
    office = session.get_one(Office, case.office_id)
    hours = OpeningHours.from_json(office.hours)
    needed = _hours_needed(session, case, hours, at) if awaited == "queue" else None
    left = hours.working_minutes_between(at, case.promised_at) / 60
    if needed is not None and needed < left and left > LAST_LOOK:
        case.warn_at = hours.add_working_hours(at, left - LAST_LOOK)  # at the office's pace it will be done in time
        return False
    _move(session, case, hours, office.late_hours, needed or 0, at)
    tell(session, case, "promise_moved", at, awaited=awaited)
    return True


def _awaited(session: Session, case: Case) -> str | None:
    """What the office still has to do: "queue", or the state of its first unfinished document. None: nothing."""
    if case.state in WAITING_FOR_OFFICE:
        return "queue"
    if case.state is not CaseState.APPROVED:
        return None
    unfinished = select(col(Document.state)).where(Document.case_id == case.id, col(Document.state).in_(BEING_MADE))
    return session.exec(unfinished.order_by(col(Document.id))).first()


def _move(session: Session, case: Case, hours: OpeningHours, late_hours: int, needed: float, at: datetime) -> None:
    """Never into the past, and never earlier than it was."""
    further = late_hours * 2 ** min(case.promise_moves, MOST_DOUBLINGS)
    start = max(at, case.promised_at or at)
    case.promised_at = max(hours.add_working_hours(start, further), hours.add_working_hours(at, needed))
    case.promise_moves += 1
    case.warn_at = look_at(hours, at, hours.working_minutes_between(at, case.promised_at) / 60)
    audit.record(
        session, SYSTEM, "promise_moved", office_id=case.office_id, case_id=case.id, fields=("promised_at",), at=at
    )


def _hours_needed(session: Session, case: Case, hours: OpeningHours, at: datetime) -> float | None:
    """Working hours until its turn, by what the office decided in the last week; None when it decided nothing."""
    decided = (
        select(func.count())
        .select_from(AuditEntry)
        .where(AuditEntry.office_id == case.office_id, col(AuditEntry.at) >= at - PACE_DAYS)
        .where(col(AuditEntry.action).in_(DECISIONS))
    )
    count = session.exec(decided).one()
    worked = hours.working_minutes_between(at - PACE_DAYS, at) / 60
    return place_in_queue(session, case) * worked / count if count and worked else None
