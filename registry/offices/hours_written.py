"""Opening hours as an administrator types them, and as the page shows them again: "08.00-12.00, 13.00-15.00"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from registry.calendar.working_time import WEEKDAYS, OpeningHours
from registry.lifecycle import Refused

CLOSED = ("", "-", "tutup", "closed")
HOUR = r"(?:(?:jam|pukul|pkl\.?)\s*)?(\d{1,2})(?:[.:](\d{2}))?"
INTERVAL = re.compile(rf"{HOUR}\s*(?:-|–|—|s/d|s\.d\.|sd|sampai|hingga|to|until)\s*{HOUR}", re.IGNORECASE)
BETWEEN = re.compile(r"[,;&\n]|\bdan\b|\band\b", re.IGNORECASE)
DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*(.*)")
LATEST_PM = 6  # a counter open till 7 in the evening is written as 19
SPELLS = 2  # as many other hours as the page has room for: this year's Ramadan and the next


def read_hours(given: Mapping[str, str], zone: str) -> dict[str, Any]:
    """What OpeningHours.from_json reads. Raises Refused that names the line to mend."""
    spells = [_spell(given, number) for number in range(SPELLS) if given.get(f"from-{number}", "").strip()]
    _expect_apart(spells)
    told = {"zone": zone, "weekly": _week(given, "week"), "closed": _closed(given.get("closed", "")), "spells": spells}
    try:
        OpeningHours.from_json(told)
    except ValueError:
        raise Refused("refused-hours") from None
    return told


def shown(hours: Mapping[str, Any]) -> dict[str, str]:
    """By the names of the page's fields."""
    fields = _week_shown(hours.get("weekly", {}), "week")
    for number, spell in enumerate(hours.get("spells", ())):
        fields |= _week_shown(spell["weekly"], f"spell-{number}")
        fields |= {f"from-{number}": _day(spell["from"]), f"until-{number}": _day(spell["until"])}
        fields |= {f"spell-{number}": spell["name"]}
    named = hours.get("closed", ())
    days = named if isinstance(named, Mapping) else dict.fromkeys(named, "")
    return fields | {"closed": "\n".join(f"{_day(day)} {name}".strip() for day, name in sorted(days.items()))}


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """By the names of the page's fields: what stood there and what does. Of the days closed those alone that differ."""
    old, new = shown(before), shown(after)
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name, ""), new.get(name, "")
        if name == "closed":
            lines, others = was.splitlines(), now.splitlines()
            was, now = ("; ".join(_only_in(*pair)) for pair in ((lines, others), (others, lines)))
        if was != now:
            yield name, was, now


def _only_in(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    return [line for line in lines if line not in others]


def _week(given: Mapping[str, str], prefix: str) -> dict[str, list[list[str]]]:
    week = {name: _intervals(given.get(f"{prefix}-{name}", "")) for name in WEEKDAYS}
    return {name: day for name, day in week.items() if day}


def _week_shown(weekly: Mapping[str, Any], prefix: str) -> dict[str, str]:
    return {
        f"{prefix}-{name}": ", ".join(f"{opens}-{closes}" for opens, closes in weekly.get(name, ())).replace(":", ".")
        for name in WEEKDAYS
    }


def _intervals(written: str) -> list[list[str]]:
    if written.strip().casefold() in CLOSED:
        return []
    found = list[tuple[str, str]]()
    for part in BETWEEN.split(written):
        read = INTERVAL.fullmatch(part.strip())
        if read is None or int(read[1]) > 23 or int(read[3]) > 23:
            raise Refused("refused-hours-written", written=part.strip()[:40])
        found += [(read[1], read[2] or "00"), (read[3], read[4] or "00")]
    times = _of_the_day(found)
    if any(later <= earlier for earlier, later in pairwise(times)):
        raise Refused("refused-hours-order", written=written.strip()[:40])
    return [list(interval) for interval in zip(times[::2], times[1::2], strict=True)]


def _of_the_day(written: Sequence[tuple[str, str]]) -> list[str]:
    """8-3 is 08.00-15.00: an hour of one digit that would go back in time is one of the afternoon."""
    times = list[str]()
    for hour, minute in written:
        time = f"{int(hour):02}:{minute}"
        goes_back = bool(times) and time <= times[-1] and len(hour) == 1
        times.append(f"{int(hour) + 12:02}:{minute}" if goes_back and int(hour) <= LATEST_PM else time)
    return times


def _spell(given: Mapping[str, str], number: int) -> dict[str, Any]:
    spell: dict[str, Any] = {
        "name": given.get(f"spell-{number}", "").strip()[:40] or "Ramadan",
        "from": _date(given.get(f"from-{number}", "")),
        "until": _date(given.get(f"until-{number}", "")),
        "weekly": _week(given, f"spell-{number}"),
    }
    if spell["until"] < spell["from"]:
        raise Refused("refused-spell-order", field=f"until-{number}", name=spell["name"])
    return spell


def _expect_apart(spells: Sequence[Mapping[str, Any]]) -> None:
    """On one day only one of them can hold."""
    for place, (one, other) in enumerate(pairwise(spells), start=1):
        if one["from"] <= other["until"] and other["from"] <= one["until"]:
            raise Refused("refused-spells-overlap", field=f"from-{place}", one=one["name"], other=other["name"])


def _closed(written: str) -> dict[str, str]:
    """By day: why it is closed, a holiday or cuti bersama."""
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    return {_date(line): _name(line) for line in lines}


def _name(line: str) -> str:
    found = DAY.fullmatch(line)
    return found[4][:60] if found else ""


def _date(written: str) -> str:
    found = DAY.fullmatch(written.strip())
    try:
        day, month, year = map(int, found.groups()[:3]) if found else (0, 0, 0)
        return date(year, month, day).isoformat()
    except ValueError:
        raise Refused("refused-day-written", written=written[:40]) from None


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d-%m-%Y")
