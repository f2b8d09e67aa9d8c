"""Rounds as an office enters them: on a plain form, one answer a field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlmodel import Session

from registry import audit
from registry.actors import Actor, NotFound
from registry.calendar.dates import DateUnclear, parse_date
from registry.lifecycle import Refused, Role
from registry.models import Every, Office, RoundKind, VanRound
from registry.moves import LOCK, require
from registry.places.regions import Regions
from registry.reports.known import day_of
from registry.vans.rounds import NTH, SERVICES, days

KEEPERS = frozenset({Role.SUPERVISOR, Role.ADMIN})
MOST_FAMILIES = 500
MOST_DATES = 40
FURTHEST = 2 * 366  # days
HOURS = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")
BETWEEN = re.compile(r"[,;\n]+")


def add(
    session: Session,
    actor: Actor,
    given: Mapping[str, str],
    services: Sequence[str],
    regions: Regions,
    at: datetime,
) -> VanRound:
    """`given` as the page's fields are called. Raises Refused that names the field."""
    require(actor, KEEPERS)
    office = session.get(Office, actor.office_id)
    if office is None:
        raise NotFound
    made = VanRound(
        office_id=office.id, officer_id=actor.officer_id, created_at=at, **_read(given, office, regions, at)
    )
    made.services = [each for each in SERVICES if each in services]
    if not made.services:
        raise Refused("refused-van-services", field="services")
    if not days(made, made.first, made.last or date.fromordinal(made.first.toordinal() + FURTHEST)):
        raise Refused("refused-van-never", field="last")
    session.add(made)
    session.flush()
    audit.record(session, actor, "van_round_added", office_id=office.id, subject=f"van:{made.id}", at=at)
    return made


def held(session: Session, actor: Actor, round_id: int) -> VanRound:
    """Locked. Raises NotFound for one of another office."""
    require(actor, KEEPERS)
    found = session.get(VanRound, round_id, populate_existing=True, with_for_update=LOCK)
    if found is None or found.office_id != actor.office_id:
        raise NotFound
    return found


def _read(given: Mapping[str, str], office: Office, regions: Regions, at: datetime) -> dict[str, Any]:
    today = day_of(office, at)
    village = village_of(given.get("village", ""), office, regions)
    when = _when(given, today)
    kind = RoundKind(given["kind"]) if given.get("kind") in set(RoundKind) else RoundKind.VAN
    return {
        "kind": kind,
        "vehicle": text(given, "vehicle", 40) if kind is RoundKind.VAN else "",
        "place": text(given, "place", 60),
        "village": village,
        "timezone": regions.zone(regions[village]),
        **hours(given),
        **when,
        "quota": _quota(given.get("quota", "")),
    }


def village_of(written: str, office: Office, regions: Regions) -> str:
    """By its name, with its kecamatan where there are several. Raises Refused for none, and for several."""
    found = regions.called(written, office.region) or regions.search(written, office.region)
    if len(found) != 1:
        reason = "refused-van-villages" if found else "refused-van-village"
        raise Refused(reason, field="village", names="; ".join(regions.full_name(each) for each in found[:5]))
    return found[0].code


def hours(given: Mapping[str, str]) -> dict[str, str]:
    opens, closes = (_hour(given.get(name, ""), name) for name in ("opens", "closes"))
    if opens >= closes:
        raise Refused("refused-van-hours", field="closes")
    return {"opens": opens, "closes": closes}


def day(written: str, field: str, today: date) -> date:
    """Raises Refused for what is no day, and for one that is over or years ahead."""
    try:
        found = parse_date(written, today, future=True)
    except DateUnclear:
        raise Refused("refused-van-day", field=field) from None
    if not 0 <= (found - today).days <= FURTHEST:
        raise Refused("refused-van-day-over", field=field)
    return found


def _when(given: Mapping[str, str], today: date) -> dict[str, Any]:
    if given.get("every") not in set(Every):
        raise Refused("refused-other")
    every = Every(given["every"])
    if every is Every.DATES:
        told = sorted({day(each, "dates", today) for each in BETWEEN.split(given.get("dates", "")) if each.strip()})
        if not 0 < len(told) <= MOST_DATES:
            raise Refused("refused-van-dates", field="dates", most=MOST_DATES)
        return {"every": every, "dates": [each.isoformat() for each in told], "first": told[0], "last": told[-1]}
    weekday, nth = _one_of(given, "weekday", range(7)), _one_of(given, "nth", NTH) if every is Every.MONTH else None
    first = day(given["first"], "first", today) if given.get("first", "").strip() else today
    last = day(given["last"], "last", today) if given.get("last", "").strip() else None
    if last and last < first:
        raise Refused("refused-van-last", field="last")
    return {"every": every, "weekday": weekday, "nth": nth, "first": first, "last": last}


def _one_of(given: Mapping[str, str], name: str, options: Sequence[int]) -> int:
    if given.get(name) not in {str(each) for each in options}:
        raise Refused("refused-other")
    return int(given[name])


def text(given: Mapping[str, str], name: str, most: int) -> str:
    written = " ".join(given.get(name, "").split())
    if not 2 <= len(written) <= most:
        raise Refused("refused-van-text", field=name, most=most)
    return written


def _hour(written: str, name: str) -> str:
    found = HOURS.fullmatch(written.strip())
    try:
        return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M") if found else _no_hour(name)
    except ValueError:
        return _no_hour(name)


def _no_hour(name: str) -> str:
    raise Refused("refused-van-hour", field=name)


def _quota(written: str) -> int:
    if not (written.strip().isascii() and written.strip().isdecimal() and 1 <= int(written[:9]) <= MOST_FAMILIES):
        raise Refused("refused-van-quota", field="quota", most=MOST_FAMILIES)
    return int(written)
