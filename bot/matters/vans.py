"""The mobile van, as the chat tells of it: when it comes near whoever asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlmodel import select

from bot.effects import Start, TellVisits
from bot.flow import Say
from bot.scene import Scene
from bot.wording import Lines, Listed, Span, Words
from registry.models import Channel, Office
from registry.vans.nearness import Near, near
from registry.vans.visits import Visit, upcoming

Told = Sequence[Say | Start]
MOST_SHOWN = 5
MOST_BY_SMS = 3
SHORT = 30  # letters of a spot's name
MOST_OF_ONE = 3  # visits of a round


def tell_visits(effect: TellVisits, scene: Scene) -> Told:
    """Of the office's own van first, then of any that comes where the message says."""
    offices = scene.session.exec(select(Office)).all()
    visits = upcoming(scene.session, offices, scene.at)
    if not visits:
        return [_by_officer(scene)]
    home = scene.office
    own = [each for each in visits if home is None or each.round.office_id == home.id]
    found = near(effect.text, own, scene.regions, home.region if home else "")
    if found.place and not found.visits:
        found = near(effect.text, visits, scene.regions, "")
    if home is None and found.place is None:
        return [Say("van-where")]
    return _told(found, scene)


def _told(found: Near, scene: Scene) -> Told:
    if not found.visits:
        none_there = [Say("van-none", {"place": found.place})] if found.place else []
        return [*none_there, _by_officer(scene)]
    how = "all" if found.place is None else "here" if found.here else "near"
    by_sms = scene.known.channel is Channel.SMS
    shown = next_of_each(found.visits)[: MOST_BY_SMS if by_sms else MOST_SHOWN]
    lines = Lines(tuple(Words("van-line", line(each, scene, SHORT if by_sms else None)) for each in shown))
    return [Say("van-visits", {"how": how, "place": found.place or "", "visits": lines})]


def next_of_each(visits: Sequence[Visit]) -> list[Visit]:
    """What comes so often that it would fill the list gives others room."""
    seen = Counter[int]()
    shown = []
    for each in visits:
        seen[each.round.id] += 1
        shown += [each] if seen[each.round.id] <= MOST_OF_ONE else []
    return shown


def line(visit: Visit, scene: Scene, most: int | None = None) -> dict[str, Any]:
    """What is said of one visit; of the spot's name so many letters."""
    return {
        "when": Span(visit.starts_at, visit.closes, visit.round.timezone),
        "spot": visit.place[:most],
        "village": scene.regions.full_name(scene.regions[visit.village]),
        "services": Listed(tuple(Words(f"van-service-{each}") for each in visit.round.services)),
    }


def _by_officer(scene: Scene) -> Say:
    office = scene.office
    args = {"office": office.name, "address": office.address, "hours": office.hours} if office else {}
    unknown = {"office": "", "address": "", "hours": ""}
    return Say("told-van", {**unknown, **args, "known": "yes" if office else "no"})
