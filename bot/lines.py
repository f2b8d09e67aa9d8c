"""Several lines for one thought: what does not do alone waits for the next line before anything is said to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel import select

from bot.context import Heard
from bot.engine import decides, respond
from bot.holding import OF, TakenEvent
from bot.scene import Scene
from bot.turn import Turn
from registry.models import Event, EventKind, EventState

log = structlog.get_logger()

QUIET = timedelta(seconds=2)  # several photos or lines in a row count as one after so much quiet
LONGEST = timedelta(seconds=8)


def hear_words(turn: Turn, heard: Heard, scene: Scene) -> None:
    """An answer that does is answered at once; so is a command or an option. The rest waits, joined to what came."""
    state = turn.state
    waiting, state.lines = state.lines, []
    turn.patient, turn.growing = True, None if waiting else _just_said(turn, scene.at)
    if (
        waiting
        and not decides(turn, heard)
        and _does(turn, replace(heard, text="\n".join((*waiting, heard.text))), scene)
    ):
        return
    if _does(turn, heard, scene):
        return
    state.lines, state.lines_at = [*waiting, heard.text], scene.at.isoformat()
    if waiting:
        log.info("line_joins", of=state.lines_of)
    else:
        state.lines_of = scene.told_as
        wait(scene, "lines", scene.at)


def _does(turn: Turn, heard: Heard, scene: Scene) -> bool:
    """Whether it was answered; nothing is said and nothing changes when not."""
    turn.waits = False
    respond(turn, heard)
    if not turn.waits:
        turn.state.said = [*turn.taken, scene.at.isoformat()] if turn.taken else []
    return not turn.waits


def _just_said(turn: Turn, at: datetime) -> tuple[str, str] | None:
    """The question last answered in words, and the words, if that was moments ago."""
    if not turn.state.said:
        return None
    key, text, when = turn.state.said
    return (key, text) if at <= datetime.fromisoformat(when) + LONGEST else None


def lines_due(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    """Nothing came for a while, or too much did: what was said is answered as it stands."""
    state, since = turn.state, datetime.fromisoformat(event.body["since"])
    if not state.lines or state.lines_at is None:
        return None
    quiet_from = datetime.fromisoformat(state.lines_at) + QUIET
    if (is_short_of(since, scene) and scene.at < quiet_from) or _more_lies_there(scene):
        return wait(scene, "lines", since)
    text = "\n".join(state.lines)
    state.lines, state.lines_at = [], None
    respond(turn, Heard(text))
    return None


def is_short_of(since: datetime, scene: Scene, longest: timedelta = LONGEST) -> bool:
    """Of the longest wait; a beginning that is still to come was told by a clock that went back meanwhile."""
    return abs(scene.at - since) < longest


def _more_lies_there(scene: Scene) -> bool:
    """A line that came in time, while nobody was there to hear it."""
    unheard = select(Event.id).where(
        Event.contact_id == scene.known.id, Event.state == EventState.PENDING, Event.kind == EventKind.MESSAGE
    )
    return scene.session.exec(unheard.limit(1)).first() is not None


def wait(scene: Scene, name: str, since: datetime, last: datetime | None = None) -> None:
    """A row that comes due after some quiet, and in the end anyway. `last`: when the quiet began, if it has already."""
    quiet = max(scene.at, last + QUIET) if last else scene.at + QUIET
    due_at = min(quiet, max(since + LONGEST, scene.at))
    scene.later(name, due_at, since=since.isoformat(), **{OF: scene.told_as})
