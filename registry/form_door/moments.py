"""When somebody answered a form, as spreadsheets of many countries write it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

WRITTEN = re.compile(
    r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})"
    r"(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([AaPp])?[Mm]?.*)?"
)
AHEAD = timedelta(days=1)  # by which a clock elsewhere may be wrong


class Moment(NamedTuple):
    """`mark` is the same however day and month are placed."""

    at: datetime
    mark: str


def moment(written: str, zone: ZoneInfo, now: datetime) -> Moment | None:
    """Day before month; the other way round where only that can be, or where it lies in the future otherwise."""
    found = WRITTEN.fullmatch(" ".join(written.split()))
    if found is None:
        return None
    a, b, c = (int(part) for part in found.groups()[:3])
    hour, minute, second = (int(part or 0) for part in found.groups()[3:6])
    if half := found[7]:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    days = [(a, b, c)] if len(found[1]) == 4 else [(c, b, a), (c, a, b)]
    read = [day for each in days if (day := _at(each, (hour, minute, second), zone)) is not None]
    if not read:
        return None
    at = next((day for day in read if day <= now + AHEAD), read[0])
    return Moment(at, " ".join(map(str, (*sorted((a, b, c)), hour, minute, second))))


def _at(day: tuple[int, int, int], time: tuple[int, int, int], zone: ZoneInfo) -> datetime | None:
    try:
        return datetime(*day, *time, tzinfo=zone)
    except ValueError:
        return None
