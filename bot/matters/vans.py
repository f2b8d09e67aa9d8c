"""The mobile van, as the chat tells of it: when it comes near whoever asks, who has a place, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import select

from bot.effects import BookVisit, BookVisitInstead, CancelBooking, Start, TellVisits
from bot.flows import vans, withdraw
from bot.matters import activation
from bot.matters.told_visits import ticket, told
from bot.says import Say
from bot.scene import Scene
from bot.wording import Words
from registry.lifecycle import Refused
from registry.models import BookingState, Channel, Office, RoundKind, VanBooking, VisitState
from registry.models.vans import IKD
from registry.vans import booking
from registry.vans.nearness import Near, near
from registry.vans.visits import Visit, upcoming

Told = Sequence[Say | Start]
MOST_SHOWN, MOST_BY_SMS = 5, 3
MOST_OF_ONE = 3  # visits of a round
GIVES_BACK = {"batal", "batalkan", "batalin", "cancel"}
REFUSED = {"refused-van-many": "van-many", "refused-van-twice": "van-twice", "refused-van-taken": "van-taken"}
NOT_DONE = {"refused-van-full": "van-full", "refused-van-over": "van-gone"}
AT_HOME = {"rumah", "undang", "mengundang", "jemput", "panggil", "rt", "lansia", "sakit", "home"}


def tell_visits(effect: TellVisits, scene: Scene) -> Told:
    """Of the office's own van first, then of any that comes where the message says."""
    words = set(effect.text.casefold().split())
    if words & GIVES_BACK and (mine := places(scene)):
        return [Start(withdraw.NAME, facts={"cases": mine})]
    visits = _upcoming(scene)
    if not visits or words & AT_HOME:
        return [_by_officer(scene)]
    home = scene.office
    own = [each for each in visits if home is None or each.round.office_id == home.id]
    found = near(effect.text, own, scene.regions, home.region if home else "")
    if found.place and not found.visits:
        found = near(effect.text, visits, scene.regions, "")
    if home is None and found.place is None:
        return [Say("van-where")]
    if not found.visits:
        none_there = [Say("van-none", {"place": found.place})] if found.place else []
        return [*none_there, _by_officer(scene)]
    return [_offered(found, scene)]


def _upcoming(scene: Scene) -> list[Visit]:
    """Of vans: who asks for one is not sent to a counter."""
    coming = upcoming(scene.session, scene.session.exec(select(Office)).all(), scene.at)
    return [each for each in coming if each.round.kind is RoundKind.VAN]


def _offered(found: Near, scene: Scene, **facts: Any) -> Start:
    how = "all" if found.place is None else "here" if found.here else "near"
    most = MOST_BY_SMS if scene.known.channel is Channel.SMS else MOST_SHOWN
    shown = [told(each, scene) for each in _next_of_each(found.visits)[:most]]
    scene.state.stack = [frame for frame in scene.state.stack if frame.flow != vans.NAME]  # the list before is over
    told_of = {"about": vans.NAME, "how": how, "place": found.place or "", "visits": shown, "instead": None}
    return Start(vans.NAME, facts=told_of | facts)


def _next_of_each(visits: Sequence[Visit]) -> list[Visit]:
    """What comes so often that it would fill the list gives others room."""
    seen = Counter[int]()
    shown = []
    for each in visits:
        seen[each.round.id] += 1
        shown += [each] if seen[each.round.id] <= MOST_OF_ONE else []
    return shown


def book_visit(effect: BookVisit, scene: Scene) -> Told:
    def deed() -> VanBooking:
        return booking.book(
            scene.session, scene.citizen, scene.contact, effect.key, effect.kk_number, effect.people, scene.at
        )

    return _booked(deed, effect.key, scene, again={"kk_number": effect.kk_number, "people": effect.people})


def book_visit_instead(effect: BookVisitInstead, scene: Scene) -> Told:
    def deed() -> VanBooking:
        return booking.book_instead(scene.session, scene.citizen, scene.contact, effect.key, effect.instead, scene.at)

    if scene.session.get_one(VanBooking, effect.instead).service == IKD:
        return activation.booked(deed, effect.key, scene, instead=effect.instead)
    return _booked(deed, effect.key, scene, instead=effect.instead)


def _booked(deed: Callable[[], VanBooking], key: str, scene: Scene, **facts: Any) -> Told:
    """Whoever was a moment too late is offered the next visits there."""
    try:
        made = deed()
    except Refused as refused:
        if refused.reason not in NOT_DONE:
            return [Say(REFUSED[refused.reason])]
        return [Say(NOT_DONE[refused.reason]), *_next_ones(key, scene, **facts)]
    return [ticket("van-booked", *booking.of(scene.session, made.id), scene)]


def _next_ones(key: str, scene: Scene, **facts: Any) -> Told:
    """Near the visit that it was about, but others."""
    number = int(key.partition("-")[0])
    others = [each for each in _upcoming(scene) if each.key != key and each.left]
    around = [each for each in others if each.round.id == number]
    villages = {each.village[:8] for each in around}
    near_it = [each for each in others if each.village[:8] in villages]
    around = near_it or [each for each in others if scene.office is None or each.round.office_id == scene.office.id]
    return [_offered(Near(None, False, around), scene, **facts)] if around else [_by_officer(scene)]


def cancel_booking(effect: CancelBooking, scene: Scene) -> Told:
    given_back = booking.cancel(scene.session, scene.citizen, scene.contact, effect.booking_id, scene.at)
    return [Say("ikd-cancelled" if given_back.service == IKD else "van-cancelled", {"code": given_back.code})]


def places(scene: Scene) -> list[dict[str, Any]]:
    """As the list of what may be taken back shows them."""
    mine = booking.open_ones(scene.session, scene.at, contact_id=scene.known.id)
    return [
        {"id": f"{withdraw.VAN}{each.id}", "number": each.code, "service": each.service or "van"} for each, _ in mine
    ]


def standing(scene: Scene) -> list[Say]:
    """Of each place that this contact has."""
    mine = booking.open_ones(scene.session, scene.at, contact_id=scene.known.id)
    by_sms = scene.known.channel is Channel.SMS
    return [
        Say(
            "ikd-standing" if each.service == IKD else "van-standing",
            vans.line(told(visit, scene), by_sms) | {"number": each.number, "code": each.code},
        )
        for each, visit in mine
    ]


def _by_officer(scene: Scene) -> Say:
    office = scene.office
    args = {"office": office.name, "address": office.address, "hours": office.hours} if office else {}
    unknown = {"office": "", "address": "", "hours": ""}
    return Say("told-van", {**unknown, **args, "known": "yes" if office else "no"})


def _reminder(body: dict[str, Any], scene: Scene) -> Told:
    """Unless it was given back, or is another day by now."""
    booked, visit = booking.of(scene.session, body["booking_id"])
    still = booked.state is BookingState.BOOKED and visit.state is not VisitState.CANCELLED
    if not still or visit.on.isoformat() != body["on"] or visit.starts_at <= scene.at:
        return []
    if booked.service == IKD:
        return [ticket("ikd-reminder", booked, visit, scene, "ikd_reminder")]
    return [ticket("van-reminder", booked, visit, scene, "van_reminder")]


def _changed(body: dict[str, Any], scene: Scene) -> Told:
    """The last change alone is told, of the day that the citizen knows, and the next visits are offered."""
    booked, visit = booking.of(scene.session, body["booking_id"])
    row = booking.row_of(visit)
    if row.changed_at != datetime.fromisoformat(body["changed"]):
        return []
    if booked.state not in (BookingState.BOOKED, BookingState.DROPPED):
        return []
    args = vans.line(told(visit, scene), scene.known.channel is Channel.SMS)
    args |= {
        "reason": row.reason,
        "day": booked.told_on or row.day,
        "code": booked.code,
        "change": Words(f"van-change-{row.state}"),
    }
    moved, booked.told_on = row.state is VisitState.MOVED, row.on
    by_sms = scene.known.channel is Channel.SMS
    if booked.service == IKD:
        say = Say("ikd-moved" if moved else "ikd-called-off", args, template="ikd_changed", separate=by_sms)
        return [say, *activation.offered(scene, visit.key, known=True, instead=booked.id)]
    say = Say("van-moved" if moved else "van-called-off", args, template="van_changed", separate=by_sms)
    offered = _next_ones(visit.key, scene, instead=booked.id)
    return [say, *(each for each in offered if isinstance(each, Start))]


NEWS: Mapping[str, Callable[[dict[str, Any], Scene], Told]] = {"van_reminder": _reminder, "van_changed": _changed}
