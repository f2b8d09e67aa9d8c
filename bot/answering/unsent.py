"""How a request stands that is not sent yet: what it lacks, and how long it takes from then on."""

from __future__ import annotations

from typing import Any

from bot.effects import Start
from bot.flows.application import NAME
from bot.flows.which import one_of
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Listed, Words


def lacks(turn: Turn, frame: Frame) -> dict[str, Any]:
    lacking = turn.lacking(frame)
    photos = all(step.takes_uploads for step in lacking)
    return {"lacks": "nothing" if not lacking else "photos" if photos else "answers", "n": len(lacking)}


def unsent(turn: Turn) -> Say | None:
    """Of the request last worked at; of what leads to no case there is nothing to tell."""
    c = turn.context
    frame = next((frame for frame in reversed(turn.state.stack) if frame.flow.startswith(NAME)), None)
    if frame is None:
        return None
    code, office = frame.flow.removeprefix(NAME), turn.talk(frame).office
    service = c.catalogue.at(office.code, code) if office else c.catalogue[code]
    named = {"service": Words(f"short-{code}"), "days": service.working_days}
    return None if service.tells else Say("status-unsent", {**named, **lacks(turn, frame)})


def to_come(turn: Turn) -> Say | None:
    """What waits behind that: other requests that were begun, and what else one message asked for."""
    begun = [frame.flow.removeprefix(NAME) for frame in reversed(turn.state.stack) if frame.flow.startswith(NAME)]
    wished = [Start(**wish) for wish in turn.state.wishes]
    names = [*(f"service-{code}" for code in begun[1:]), *(one_of(start) for start in wished)]
    return Say("status-next", {"services": Listed(tuple(map(Words, names)))}, follows=True) if begun and names else None
