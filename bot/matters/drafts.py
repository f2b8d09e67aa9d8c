"""A request begun and not sent: one nudge before WhatsApp's 24 hours are over, and its end after the office's days.

One timer lies in the inbox for it. When it is due it looks how things stand; what came meanwhile puts it off.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.answering.offering import offer
from bot.answering.unsent import lacks
from bot.condoling import MOURNS
from bot.flow import OfficeCard
from bot.flows.application import NAME
from bot.says import Option, Say
from bot.scene import Scene
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Words
from notifications import windows
from registry.calendar.working_time import is_waking, last_waking, next_waking
from registry.catalogue.sorrow import is_about_death
from registry.models.contacts import WINDOW

NUDGE = (
    Option("!continue", "option-continue"),
    Option("!later", "option-later"),
    Option("!cancel", "option-cancel"),
)
NUDGE_AFTER = timedelta(hours=20)
BEFORE_CLOSING = timedelta(minutes=30)  # a nudge leaves so much time to answer it for free
TIMER = "draft"


def watch(scene: Scene) -> None:
    """After every turn: a draft that nobody watches yet gets its timer."""
    frame = _draft(scene)
    if frame is not None and scene.state.draft is None:
        _look_again(scene, _nudge_at(frame, scene))


def draft_due(turn: Turn, body: dict[str, Any], scene: Scene) -> None:
    state, frame = scene.state, _draft(scene)
    if state.draft != body["set_for"]:
        return
    state.draft = None
    if frame is None:
        return  # sent or cancelled
    ends_at = max(_ends_at(frame, scene), next_waking(scene.at, _office(frame, scene).timezone))
    if scene.at >= ends_at:
        _put_away(turn, scene)
    elif frame.nudged or _is_about_death(frame, scene):
        _look_again(scene, ends_at)
    elif scene.at < (nudge_at := _nudge_at(frame, scene)):
        _look_again(scene, nudge_at)
    else:
        if _may_nudge(frame, scene):
            _nudge(turn, frame, scene)
        frame.nudged = True
        _look_again(scene, ends_at)


def tell_put_away(turn: Turn, scene: Scene) -> None:
    """After it ended; else the first thing said to who writes again."""
    gone, scene.state.put_away = scene.state.put_away, []
    for code in gone:
        turn.say(Say("draft-put-away", {"service": Words(f"short-{code}")}, template="draft_put_away"))


def _draft(scene: Scene) -> Frame | None:
    """The request last worked at, once something was answered in it."""
    return next((frame for frame in reversed(scene.state.stack) if _is_draft(frame)), None)


def _is_draft(frame: Frame) -> bool:
    return frame.flow.startswith(NAME) and frame.asked and bool(frame.given)


def _code(frame: Frame) -> str:
    return frame.flow.removeprefix(NAME)


def _look_again(scene: Scene, at: datetime) -> None:
    scene.state.draft = at.isoformat()
    scene.later(TIMER, at, set_for=scene.state.draft)


def _nudge_at(frame: Frame, scene: Scene) -> datetime:
    """In waking hours and while the citizen can still answer for free: rather earlier than in the night."""
    last, office = _last_heard(scene), _office(frame, scene)
    wanted = last + NUDGE_AFTER
    if is_waking(wanted, office.timezone):
        return wanted
    morning = next_waking(wanted, office.timezone)
    in_time = morning <= last + WINDOW - BEFORE_CLOSING
    return morning if in_time else last_waking(wanted, office.timezone) - BEFORE_CLOSING


def _ends_at(frame: Frame, scene: Scene) -> datetime:
    office = _office(frame, scene)
    return next_waking(_last_heard(scene) + timedelta(days=office.draft_days), office.timezone)


def _last_heard(scene: Scene) -> datetime:
    return datetime.fromisoformat(scene.state.heard_at or scene.at.isoformat())


def _office(frame: Frame, scene: Scene) -> OfficeCard:
    chosen = frame.answers.get("office")
    return next((office for office in scene.offices if office.code == chosen), scene.office or scene.offices[0])


def _may_nudge(frame: Frame, scene: Scene) -> bool:
    """Only while nothing else is being talked about, and never in the night, however late this is looked at."""
    contact, state = scene.known, scene.state
    above = [each for each in state.stack[state.stack.index(frame) + 1 :] if not each.passing]
    if above or state.ticket is not None or contact.opted_out_at is not None:
        return False
    awake = is_waking(scene.at, _office(frame, scene).timezone)
    return awake and windows.is_open(contact.channel, contact.window_until, scene.at)


def _nudge(turn: Turn, frame: Frame, scene: Scene) -> None:
    scene.state.stack = [each for each in scene.state.stack if not each.passing]
    until = _ends_at(frame, scene).astimezone(ZoneInfo(_office(frame, scene).timezone)).date()
    args = {"service": Words(f"short-{_code(frame)}"), "until": until, **lacks(turn, frame)}
    offer(turn, Say("draft-nudge", args, NUDGE))


def _is_about_death(frame: Frame, scene: Scene) -> bool:
    """By its words or its answers."""
    service = scene.catalogue[_code(frame)]
    return bool(frame.facts.get(MOURNS)) or is_about_death(service, frame.answers, scene.at.date())


def _put_away(turn: Turn, scene: Scene) -> None:
    """Told at once, after the 24 hours by a template; of a death, and to who wants to hear nothing, only when they
    write next."""
    drafts = [frame for frame in scene.state.stack if _is_draft(frame)]
    mourned = any(_is_about_death(frame, scene) for frame in drafts)
    scene.state.put_away = [_code(frame) for frame in drafts]
    scene.state.stack = [frame for frame in scene.state.stack if not _is_draft(frame)]
    scene.state.offered, scene.state.wishes = [], []
    if not mourned and scene.known.opted_out_at is None:
        tell_put_away(turn, scene)
