"""The mobile van: which visit, and a place in its queue for one family."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.effects import BookVisit, BookVisitInstead, Effect, Start
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.forgotten import forgets
from bot.flows.readers import read_kk_number, read_number
from bot.says import AskAgain, Option, Say
from bot.wording import Lines, Listed, Span, Words
from registry.models import Channel

NAME, BOOKING = "van", "van_book"
SHORT = 30  # letters of a spot's name by SMS
TITLE = 24  # letters of an item of a list


def line(visit: Mapping[str, Any], by_sms: bool) -> dict[str, Any]:
    """What is said of one visit, as a flow's facts tell it."""
    services = Listed(tuple(Words(f"van-service-{each}") for each in visit["services"]))
    spot = visit["spot"][:SHORT] if by_sms else visit["spot"]
    return {"when": when(visit), "spot": spot, "village": visit["village"], "services": services, "left": visit["left"]}


def when(visit: Mapping[str, Any]) -> Span:
    zone = visit["zone"]
    begins = datetime.combine(date.fromisoformat(visit["on"]), time.fromisoformat(visit["opens"]), ZoneInfo(zone))
    return Span(begins, visit["closes"], zone)


def options(talk: Talk) -> tuple[Option, ...]:
    """By SMS in full, since no lines stand above; a visit without room is not offered."""
    free = [visit for visit in talk.facts["visits"] if visit["left"]]
    labels = dict[str, str]()
    for visit in free:
        label = _label(visit, talk)
        same = sum(1 for each in labels.values() if each.startswith(label[: TITLE - 4]))
        labels[visit["key"]] = f"{label[: TITLE - 4]} ({same + 1})" if label in labels.values() else label
    return tuple(
        Option(visit["key"], labels[visit["key"]], plain=True, description=_hours(visit, talk)) for visit in free
    )


def _label(visit: Mapping[str, Any], talk: Talk) -> str:
    if talk.channel is Channel.SMS:
        return talk.words.render("van-line", line(visit, True), talk.language, talk.channel)
    day = format_date(date.fromisoformat(visit["on"]), "d MMM", locale=talk.language)
    label = f"{day}, {visit['spot']}"
    return label if len(label) <= TITLE or talk.channel is Channel.WEB else f"{label[: TITLE - 1].rstrip()}…"


def _hours(visit: Mapping[str, Any], talk: Talk) -> str:
    hours = f"{visit['opens']}-{visit['closes']}"
    return f"{visit['spot']}, {hours.replace(':', '.') if talk.language == 'id' else hours}"[-72:]


def _ask(talk: Talk) -> Say:
    lines = Lines(tuple(Words("van-line", line(visit, False)) for visit in talk.facts["visits"]))
    found = options(talk)
    args = {"how": talk.facts["how"], "place": talk.facts["place"], "visits": lines, "room": "yes" if found else "no"}
    return Say("van-visits", args, found)


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick in {option.id for option in options(talk)}:
        return answer.pick
    raise AskAgain("choose-one")


def _chosen(talk: Talk) -> list[Effect]:
    key = talk.answers["visit"]
    if instead := talk.facts.get("instead"):
        return [BookVisitInstead(key, instead)]
    if again := talk.facts.get("again"):  # it was full; what was told stands
        return [BookVisit(key, again["kk_number"], again["people"])]
    visit = next(each for each in talk.facts["visits"] if each["key"] == key)
    return [Start(BOOKING, facts={"about": key, "visit": visit})]


def _read_kk(talk: Talk, answer: Answer) -> Any:
    if not answer.pick and forgets(answer.text):
        return ""
    return read_kk_number(talk, answer)


def _booked(talk: Talk) -> list[Effect]:
    return [BookVisit(talk.facts["about"], talk.answers["van_kk"], talk.answers["van_people"])]


FLOW = Flow(NAME, (Step("visit", _ask, _read),), _chosen, gives_way=True)
BOOK = Flow(
    BOOKING,
    (
        Step("van_kk", lambda talk: Say("van-kk", line(talk.facts["visit"], True)), _read_kk),
        Step("van_people", lambda talk: Say("van-people"), read_number),
    ),
    _booked,
)
