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
Week = tuple[tuple[Interval, ...], ...]  # Monday first


@dataclass(frozen=True, slots=True)
class Spell:
    """Days, both ends included, on which other hours hold: Ramadan."""

    name: str
    first: date
    last: date
    weekly: Week


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`weekly` holds each day's intervals in order; `closed` the dates without any. Every instant given is aware,
    every instant returned is in UTC."""

    zone: str
    weekly: Week
    closed: frozenset[date] = frozenset()
    spells: tuple[Spell, ...] = ()

    def __post_init__(self) -> None:
        try:
            ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(
                f'Opening hours: "{self.zone}" is no time zone; write Asia/Makassar or Asia/Jakarta'
            ) from None
        if len(self.weekly) != len(WEEKDAYS) or not any(self.weekly):
            raise ValueError("Opening hours: give the seven weekdays, at least one of them with hours")
        for weekly in (self.weekly, *(spell.weekly for spell in self.spells)):
            _in_order(weekly)
        if any(spell.first > spell.last for spell in self.spells):
            raise ValueError("Opening hours: other hours end before they begin")

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """{"zone": "Asia/Makassar", "weekly": {"mon": [["08:00", "15:00"]]}, "closed": ["2026-12-25"], "spells":
        [{"name": "Ramadan", "from": "2026-02-18", "until": "2026-03-19", "weekly": {...}}]}; a weekday left out is
        closed, and a closed day may bear a name: {"2026-12-25": "Natal"}. Raises ValueError that says what to mend."""
        try:
            weekly = _week(data["weekly"])
            closed = frozenset(date.fromisoformat(day) for day in data.get("closed", ()))
            spells = tuple(
                Spell(each["name"], date.fromisoformat(each["from"]), date.fromisoformat(each["until"]),
                      _week(each["weekly"]))
                for each in data.get("spells", ())
            )  # fmt: skip
            zone = str(data["zone"])
        except (KeyError, TypeError, AttributeError, ValueError) as fault:
            raise ValueError(f'Opening hours: {fault!r}; days are written "2026-12-25", times "08:00"') from fault
        for told in (data["weekly"], *(each["weekly"] for each in data.get("spells", ()))):
            if unknown := sorted(set(told) - set(WEEKDAYS)):
                raise ValueError(f"Opening hours: unknown weekdays {unknown}; they are {', '.join(WEEKDAYS)}")
        return cls(zone, weekly, closed, spells)

    def to_json(self) -> dict[str, Any]:
        """What from_json reads."""
        spells = [
            {"name": each.name, "from": each.first.isoformat(), "until": each.last.isoformat(),
             "weekly": _week_told(each.weekly)}
            for each in self.spells
        ]  # fmt: skip
        closed = sorted(day.isoformat() for day in self.closed)
        return {"zone": self.zone, "weekly": _week_told(self.weekly), "closed": closed, "spells": spells}

    def on(self, day: date) -> tuple[Interval, ...]:
        """The intervals of that date, in order."""
        return () if day in self.closed else self.week_of(day)[day.weekday()]

    def week_of(self, day: date) -> Week:
        """The weekly hours that hold on that date."""
        return next((each.weekly for each in self.spells if each.first <= day <= each.last), self.weekly)

    def is_open(self, at: datetime) -> bool:
        """The closing minute itself is closed."""
        return self.next_opening(at) == at

    def next_opening(self, at: datetime) -> datetime:
        """`at` itself while open, else the start of the next interval."""
        opens, _ = next(self._intervals(at))
        return opens

    def last_open(self, at: datetime) -> datetime:
        """`at` itself while open, else when the interval before it ended."""
        zone, at = ZoneInfo(self.zone), _utc(at)
        day = at.astimezone(zone).date()
        while True:
            for opens, closes in reversed(self.on(day)):
                if datetime.combine(day, opens, zone) < at:
                    return min(datetime.combine(day, closes, zone).astimezone(UTC), at)
            day -= timedelta(days=1)

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
        return self.working_time_between(start, end) // timedelta(minutes=1)

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """To the second: what is kept of it is added again."""
        worked = timedelta(0)
        for opens, closes in self._intervals(start):
            if opens >= end:
                break
            worked += min(closes, end) - opens
        return worked

    def _intervals(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The open stretches from `start` on, without end; the first may have begun before and is cut."""
        zone, start = ZoneInfo(self.zone), _utc(start)
        day = start.astimezone(zone).date()
        while True:
            for opens, closes in self.on(day):
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


def _in_order(weekly: Week) -> None:
    for name, day in zip(WEEKDAYS, weekly, strict=True):
        edges = [edge for interval in day for edge in interval]
        if any(earlier >= later for earlier, later in zip(edges, edges[1:], strict=False)):
            raise ValueError(f"Opening hours: the intervals of {name} must be in order and not overlap")


def _week(told: Mapping[str, Any]) -> Week:
    return tuple(tuple((_time(a), _time(b)) for a, b in told.get(name, ())) for name in WEEKDAYS)


def _week_told(weekly: Week) -> dict[str, list[list[str]]]:
    return {
        name: [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in day]
        for name, day in zip(WEEKDAYS, weekly, strict=True)
        if day
    }


def _time(written: str) -> time:
    return datetime.strptime(written, "%H:%M").time()  # noqa: DTZ007  (an hour of the day; the zone stands beside it)
