"""The answer to a request that was sent: its number, and what happens next."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.flow import OfficeCard
from bot.says import Say
from bot.scene import Scene
from bot.wording import Moment, Words
from registry.models import Case, Channel
from registry.services.service import Service
from registry.web_door.pins import pin_of

BRING_WITHIN = timedelta(days=7)


def accepted(
    case: Case, service: Service, office: OfficeCard, place: int, at: datetime, *, quiet: bool = False,
    listed: bool = False,
) -> Say:  # fmt: skip
    """`place` in the queue; `quiet`: no notices are wanted; `listed`: the card goes straight to the printer. Without a
    promise, papers are still to be brought."""
    args = _args(case, service, office, place, at, quiet)
    if listed:
        return Say("case-listed", args)
    if case.promised_at is None:
        return Say("case-opened-bring", args)
    return Say("case-opened", args | {"promised": Moment(case.promised_at, office.timezone)})


def status_pin(case: Case, office: OfficeCard, scene: Scene) -> list[Say]:
    """Who filed on the office's page may look there without a code, or let somebody look."""
    if scene.known.channel is not Channel.WEB:
        return []
    return [pin_told(pin_of(case), office, scene.public_url)]


def pin_told(pin: str, office: OfficeCard, public_url: str) -> Say:
    told = {"pin": pin, "link": f"{public_url}/laman/{office.code}/status"}
    return Say("status-pin", told, separate=True, secret=True)


def _args(case: Case, service: Service, office: OfficeCard, place: int, at: datetime, quiet: bool) -> dict[str, Any]:
    zone = ZoneInfo(office.timezone)
    return {
        "service": Words(f"short-{case.service}"),
        "number": case.number,
        "place": place,
        "quiet": "yes" if quiet else "no",
        "address": office.address,
        "hours": office.hours,
        "days": service.working_days,
        "later": case.queued_at.astimezone(zone).date() if case.queued_at > at else "none",
        "bring_by": bring_by(office, at),
    }


def bring_by(office: OfficeCard, at: datetime) -> date:
    """A week from now, or the next day on which the counter is open."""
    latest = (at + BRING_WITHIN).astimezone(ZoneInfo(office.timezone)).date()
    days = (latest + timedelta(days=more) for more in range(BRING_WITHIN.days))
    return next((day for day in days if not office.hours.is_closed(day)), latest)
