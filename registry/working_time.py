"""When an office works: opening hours as data, promises in working hours, the hours in which people may be woken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WAKING = (time(7), time(20))  # notices that nobody asked for arrive only between these, local time

Interval = tuple[time, time]


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`weekly` holds, Monday first, each day's intervals in order; `closed` the dates without any. Every instant
    given is aware, every instant returned is in UTC."""

    zone: str
    weekly: tuple[tuple[Interval, ...], ...]
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(
                f'Opening hours: "{self.zone}" is no time zone; write Asia/Makassar or Asia/Jakarta'
            ) from None
        if len(self.weekly) != len(WEEKDAYS) or not any(self.weekly):
            raise ValueError("Opening hours: give the seven weekdays, at least one of them with hours")
        for name, day in zip(WEEKDAYS, self.weekly, strict=True):
            edges = [edge for interval in day for edge in interval]
            if any(earlier >= later for earlier, later in zip(edges, edges[1:], strict=False)):
                raise ValueError(f"Opening hours: the intervals of {name} must be in order and not overlap")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """{"zone": "Asia/Makassar", "weekly": {"mon": [["08:00", "15:00"]]}, "closed": ["2026-12-25"]}; a weekday left
        out is closed. Raises ValueError that says what to mend."""
        try:
            weekly = {name: tuple((_time(a), _time(b)) for a, b in day) for name, day in data["weekly"].items()}
            closed = frozenset(date.fromisoformat(day) for day in data.get("closed", ()))
            zone = str(data["zone"])
        except (KeyError, TypeError, AttributeError, ValueError) as fault:
            raise ValueError(f'Opening hours: {fault!r}; days are written "2026-12-25", times "08:00"') from fault
        if unknown := sorted(set(weekly) - set(WEEKDAYS)):
            raise ValueError(f"Opening hours: unknown weekdays {unknown}; they are {', '.join(WEEKDAYS)}")
        return cls(zone, tuple(weekly.get(name, ()) for name in WEEKDAYS), closed)

    def to_json(self) -> dict[str, Any]:
        """What from_json reads."""
        weekly = {
            name: [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in day]
            for name, day in zip(WEEKDAYS, self.weekly, strict=True)
            if day
        }
        return {"zone": self.zone, "weekly": weekly, "closed": sorted(day.isoformat() for day in self.closed)}

    def is_open(self, at: datetime) -> bool:
        """The closing minute itself is closed."""
        return self.next_opening(at) == at

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself while open, else the start of the next interval."""
        opens, _ = next(self._intervals(at))
        return opens

    def add_working_hours(self, start: datetime, hours: float) -> datetime:
        """The instant by which so many hours of work were possible: the close of a day rather than the next morning."""
        left = timedelta(hours=hours)
        if left <= timedelta(0):
            return _utc(start)
        for opens, closes in self._intervals(start):
            if left <= closes - opens:
                return opens + left
            left -= closes - opens
        raise AssertionError("a week with hours never ends")

    def working_minutes_between(self, start: datetime, end: datetime) -> int:
        """Whole minutes of work from start to end; 0 when the end comes first."""
        worked = timedelta(0)
        for opens, closes in self._intervals(start):
            if opens >= end:
                break
            worked += min(closes, end) - opens
        return worked // timedelta(minutes=1)

    def _intervals(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open stretches from `start` on, without end; the first may have begun before and is cut."""
        zone, start = ZoneInfo(self.zone), _utc(start)
        day = start.astimezone(zone).date()
        while True:
            for opens, closes in () if day in self.closed else self.weekly[day.weekday()]:
                opening, closing = (datetime.combine(day, edge, zone).astimezone(UTC) for edge in (opens, closes))
                if closing > start:
                    yield max(opening, start), closing
            day += timedelta(days=1)


def next_waking(at: datetime, zone: str) -> datetime:
    """`at` itself within waking hours of the zone, else the next morning's start of them."""
    awake = OpeningHours(zone, ((WAKING,),) * len(WEEKDAYS))
    return awake.next_opening(at)


def is_waking(at: datetime, zone: str) -> bool:
    return next_waking(at, zone) == _utc(at)


def last_waking(at: datetime, zone: str) -> datetime:
    """When waking hours last ended before `at`, a moment of the night."""
    local = at.astimezone(ZoneInfo(zone))
    day = local.date() if local.time() >= WAKING[1] else local.date() - timedelta(days=1)
    return datetime.combine(day, WAKING[1], ZoneInfo(zone)).astimezone(UTC)


def _utc(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise ValueError("an instant without a time zone; give an aware datetime")
    return at.astimezone(UTC)


def _time(written: str) -> time:
    return datetime.strptime(written, "%H:%M").time()  # noqa: DTZ007  (an hour of the day; the zone stands beside it)
