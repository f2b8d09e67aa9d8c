"""An office's requests a day: who comes after the last place of today has the first one of tomorrow."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from registry.calendar.working_time import OpeningHours
from registry.models import Office

FARTHEST = 366  # days; an office that is closed for longer gives out today's places


def turn(session: Session, office: Office, at: datetime) -> datetime:
    """Takes a place and says since when it stands in the queue: now, or as soon as the office opens on its day.

    The caller holds the office's row, so that no place is given twice. Days on which the office is closed have none.
    """
    if office.daily_quota is None:
        return at
    session.refresh(office, ["quota_day", "quota_taken"])
    hours = OpeningHours.from_json(office.hours)
    today = at.astimezone(ZoneInfo(hours.zone)).date()
    first = today if hours.on(today) else _next_day(hours, today)
    day, taken = office.quota_day, office.quota_taken
    if day is None or day < first:
        day, taken = first, 0
    if taken >= office.daily_quota:
        day, taken = _next_day(hours, day), 0
    office.quota_day, office.quota_taken = day, taken + 1
    session.add(office)
    return at if day == first else hours.next_opening(datetime.combine(day, time(), ZoneInfo(hours.zone)))


def _next_day(hours: OpeningHours, day: date) -> date:
    days = (day + timedelta(days=ahead) for ahead in range(1, FARTHEST))
    return next((each for each in days if hours.on(each)), day)
