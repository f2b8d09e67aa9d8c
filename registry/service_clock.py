"""The service clock of a case: it runs while the office has all it needs, and stands still otherwise."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select
from sqlmodel import Session, SQLModel

from registry.calendar.working_time import OpeningHours
from registry.lifecycle import OPEN, WAITING_FOR_OFFICE
from registry.models import Case, Office, PaperState

LEAD, LAST_LOOK = 2.0, 0.25  # working hours before the promise runs out

PAPERS = SQLModel.metadata.tables["paper"]
TO_BRING = (  # built once: putting it together takes longer than running it
    select(PAPERS.c.id).where(PAPERS.c.case_id == bindparam("case"), PAPERS.c.state == PaperState.TO_BRING).limit(1)
)


def begin(case: Case, office: Office, at: datetime, *, to_bring: bool) -> None:
    """When a case is filed: it runs unless a paper is to be brought."""
    _turn(case, office, at, runs=case.state in WAITING_FOR_OFFICE and not to_bring)


def keep(session: Session, case: Case, at: datetime) -> None:
    """Starts or stops the clock after a change. A case has a promise only while its clock runs or ran to the end."""
    session.flush()
    if case.state not in OPEN:
        return
    office = session.get_one(Office, case.office_id)
    _turn(case, office, at, runs=case.state in WAITING_FOR_OFFICE and not _to_bring(session, case))
    session.add(case)


def _turn(case: Case, office: Office, at: datetime, *, runs: bool) -> None:
    hours = OpeningHours.from_json(office.hours)
    if runs and case.promised_at is None:
        begins = max(at, case.queued_at)  # with the day's places given out, its turn is on another
        case.promised_at = hours.add_working_hours(begins, case.hours_left)
        case.warn_at = look_at(hours, begins, case.hours_left)
    elif not runs and case.promised_at is not None:
        case.hours_left = hours.working_time_between(at, case.promised_at) / timedelta(hours=1)
        case.promised_at = case.warn_at = None


def look_at(hours: OpeningHours, at: datetime, left: float) -> datetime:
    """When to ask whether a promise will be kept: two working hours before, or half-way to a short one."""
    return hours.add_working_hours(at, max(left - LEAD, left / 2))


def _to_bring(session: Session, case: Case) -> bool:
    return session.connection().execute(TO_BRING, {"case": case.id}).first() is not None
