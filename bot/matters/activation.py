"""Where the digital identity is activated: counters, vans and sessions at agencies, and who has a place there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlmodel import select

from bot.effects import BookActivation, OfferActivation, Start
from bot.flows import activation, vans
from bot.matters.told_visits import ticket, told
from bot.says import Say
from bot.scene import Scene
from registry.lifecycle import Refused
from registry.models import Channel, Office, RoundKind, VanBooking
from registry.models.vans import IKD
from registry.vans import booking
from registry.vans.visits import Visit, upcoming

Told = Sequence[Say | Start]
MOST_SHOWN, MOST_BY_SMS = 5, 3
NOT_DONE: Mapping[str, str] = {"refused-van-full": "van-full", "refused-van-over": "van-gone"}


def offer(effect: OfferActivation, scene: Scene) -> Told:
    """Beside what is told of it, where there is a place to give and nothing else is under way."""
    if scene.office is None or scene.state.stack:
        return []
    return standing(scene) or offered(scene)


def standing(scene: Scene) -> list[Say]:
    """Of the place that this contact has."""
    mine = booking.open_ones(scene.session, scene.at, contact_id=scene.known.id)
    by_sms = scene.known.channel is Channel.SMS
    return [
        Say("ikd-standing", vans.line(told(visit, scene), by_sms) | {"number": each.number, "code": each.code})
        for each, visit in mine
        if each.service == IKD
    ]


def offered(scene: Scene, but: str = "", **facts: Any) -> list[Start]:
    """The next places; `but` the visit it was about. Sessions at agencies are known to who names them."""
    coming = [each for each in _coming(scene) if each.key != but and each.left]
    most = MOST_BY_SMS if scene.known.channel is Channel.SMS else MOST_SHOWN
    open_to_all = [told(each, scene) for each in coming if each.round.kind is not RoundKind.GROUP][:most]
    agencies = [told(each, scene) for each in coming if each.round.kind is RoundKind.GROUP]
    if not open_to_all and not agencies:
        return []
    scene.state.stack = [frame for frame in scene.state.stack if frame.flow != activation.NAME]
    shown = {"about": activation.NAME, "visits": open_to_all, "agencies": agencies, "known": False, "instead": None}
    return [Start(activation.NAME, facts=shown | facts)]


def _coming(scene: Scene) -> list[Visit]:
    offices = scene.session.exec(select(Office).where(Office.id == scene.home.id)).all()
    return [each for each in upcoming(scene.session, offices, scene.at) if IKD in each.round.services]


def book(effect: BookActivation, scene: Scene) -> Told:
    def deed() -> VanBooking:
        return booking.book_activation(scene.session, scene.citizen, scene.contact, effect.key, scene.at)

    return booked(deed, effect.key, scene)


def booked(deed: Callable[[], VanBooking], key: str, scene: Scene, **facts: Any) -> Told:
    """Whoever was a moment too late is offered the next places, and asked nothing again."""
    try:
        made = deed()
    except Refused as refused:
        if refused.reason not in NOT_DONE:
            return [Say("ikd-twice")]
        return [Say(NOT_DONE[refused.reason]), *offered(scene, key, known=True, **facts)]
    return [ticket("ikd-booked", *booking.of(scene.session, made.id), scene)]
