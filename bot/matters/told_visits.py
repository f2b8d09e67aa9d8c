"""A visit and a ticket for it, as the chat tells them."""

from __future__ import annotations

from typing import Any

from bot.flows import vans
from bot.says import Say
from bot.scene import Scene
from registry.models import Channel, VanBooking
from registry.vans.visits import Visit


def told(visit: Visit, scene: Scene) -> dict[str, Any]:
    """As a flow keeps it."""
    return {
        "key": visit.key, "on": visit.on.isoformat(), "opens": visit.opens, "closes": visit.closes,
        "zone": visit.round.timezone, "spot": visit.place, "services": visit.round.services, "left": visit.left,
        "village": scene.regions.full_name(scene.regions[visit.village]),
    }  # fmt: skip


def ticket(key: str, booked: VanBooking, visit: Visit, scene: Scene, template: str | None = None) -> Say:
    """On WhatsApp with its picture; by SMS the code is the ticket."""
    by_sms = scene.known.channel is Channel.SMS
    args = vans.line(told(visit, scene), by_sms) | {"number": booked.number, "code": booked.code, "n": booked.people}
    picture = None if by_sms else booked.id
    return Say(key, args, separate=True, booking_id=picture, template=template)
