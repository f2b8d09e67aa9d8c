"""A location that is shared in the chat."""

from __future__ import annotations

from collections.abc import Mapping

from bot.says import Say
from bot.turn import Turn


def located(turn: Turn, location: Mapping[str, str]) -> None:
    """Kept with the address where one may be needed; it may answer the question for a landmark. It is no paper."""
    frame, step = turn.state.top, turn.open_step()
    asked = step is not None and step.takes_uploads
    kept = frame is not None and turn.context.flows[frame.flow].keeps_location and not asked
    if frame and kept:
        frame.answers["map_pin"] = dict(location)
    turn.say(Say("oddity-location" if kept else "location-unneeded"))
    turn.repeat()
