"""On which days a round comes: a recurrence rule, less the days its office is closed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, rrule, rruleset

from registry.models import Every, VanRound

WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
NTH = (1, 2, 3, 4, -1)  # of the month; -1 is the last
SERVICES = ("rekam", "ktp", "kk", "kia", "akta", "ikd", "pindah")


def days(of: VanRound, first: date, last: date, closed: Collection[date] = ()) -> list[date]:
    """Those from `first` to `last`, both included, in order. On `closed` days (holidays) it does not come."""
    found = _rules(of)
    for day in closed:
        found.exdate(_midnight(day))
    until = min(last, of.last) if of.last else last
    return [each.date() for each in found.between(_midnight(first), _midnight(until), inc=True)]


def _rules(of: VanRound) -> rruleset:
    found = rruleset()
    for day in of.dates:
        found.rdate(_midnight(date.fromisoformat(day)))
    start = _midnight(of.first)
    match of.every:
        case Every.WEEK | Every.FORTNIGHT:
            interval = 2 if of.every is Every.FORTNIGHT else 1
            found.rrule(rrule(WEEKLY, dtstart=start, interval=interval, byweekday=WEEKDAYS[of.weekday or 0]))
        case Every.MONTH:
            found.rrule(rrule(MONTHLY, dtstart=start, byweekday=WEEKDAYS[of.weekday or 0](of.nth or 1)))
    return found


def _midnight(day: date) -> datetime:
    """The rules count days, and know no zone."""
    return datetime.combine(day, time())
