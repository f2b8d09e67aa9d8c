"""Closes the reports of offices that have closed for the day. The clock asks each minute; done twice does no harm."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, select

from registry import audit
from registry.actors import SYSTEM
from registry.calendar.working_time import OpeningHours
from registry.database import Database
from registry.models import DailyReport, Office
from registry.moves import LOCK
from registry.reports.known import known


def close_due(database: Database, at: datetime) -> int:
    """How many it closed. A day on which an office is closed has no report of Loket's."""
    with database.reading() as session:
        offices = [office for office in session.exec(select(Office)).all() if _has_closed(office, at)]
        waiting = [office.id for office in offices if not _is_closed(session, office, at)]
    for office_id in waiting:
        with database.writing() as session:
            _close(session, session.get_one(Office, office_id, with_for_update=LOCK), at)
    return len(waiting)


def _has_closed(office: Office, at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(office.timezone))
    intervals = OpeningHours.from_json(office.hours).on(local.date())
    return bool(intervals) and local.time() >= intervals[-1][1]


def _is_closed(session: Session, office: Office, at: datetime) -> bool:
    kept = session.get(DailyReport, (office.id, at.astimezone(ZoneInfo(office.timezone)).date()))
    return kept is not None and kept.closed_at is not None


def _close(session: Session, office: Office, at: datetime) -> None:
    day = at.astimezone(ZoneInfo(office.timezone)).date()
    kept = session.get(DailyReport, (office.id, day)) or DailyReport(office_id=office.id, day=day)
    if kept.closed_at is not None:
        return  # another process was quicker
    kept.known, kept.closed_at = known(session, [office], at)[office.id], at
    session.add(kept)
    audit.record(session, SYSTEM, "report_closed", office_id=office.id, subject=f"report:{day.isoformat()}", at=at)
