"""Whoever must wait hears why, once: nobody was there, too many messages came at once, a file cannot be kept yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.holding import TakenEvent
from bot.says import Say
from bot.scene import Scene
from bot.turn import Turn
from notifications.lateness import LATE
from registry.models import EventKind

AGAIN = timedelta(hours=1)  # after which it is another flood, or another fault


def say_beside(turn: Turn, event: TakenEvent, at: datetime) -> None:
    """Before what is answered: nothing where BERHENTI came meanwhile (bot/handlers/pace.py)."""
    if event.told_as < (turn.state.stopped or 0):
        turn.says.clear()
        return
    _apologise_if_late(turn, event, at)
    _tell_if_slowed(turn, event, at)


def _apologise_if_late(turn: Turn, event: TakenEvent, at: datetime) -> None:
    """Once for a time in which nobody answered: what was written before the apology is covered by it."""
    state, wrote_at = turn.state, event.received_at
    late = event.kind is EventKind.MESSAGE and at - wrote_at > LATE
    if late and turn.says and (state.apologised_at or "") < wrote_at.isoformat():
        state.apologised_at = at.isoformat()
        turn.says.insert(0, Say("answer-late"))


def _tell_if_slowed(turn: Turn, event: TakenEvent, at: datetime) -> None:
    """`slowed` was noted when the message was stored (bot/handlers/pace.py)."""
    state = turn.state
    if not event.body.get("slowed") or state.officer_talks:
        return
    if state.slowed_at is None or at - datetime.fromisoformat(state.slowed_at) > AGAIN:
        state.slowed_at = at.isoformat()
        turn.says.insert(0, Say("answers-one-by-one"))


def not_kept_yet(turn: Turn, event: TakenEvent, scene: Scene) -> None:
    """The store is full or cannot be reached: the file waits at the carrier, and is taken in when it is back."""
    state, at = turn.state, scene.at
    if state.officer_talks or (state.unkept_at and at - datetime.fromisoformat(state.unkept_at) < AGAIN):
        return
    state.unkept_at = at.isoformat()
    turn.say(Say("photo-waits"))
