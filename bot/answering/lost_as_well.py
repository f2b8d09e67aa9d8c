"""At a question about one lost thing it is said that another is lost as well."""

from __future__ import annotations

from dataclasses import asdict

from bot.answering.beginning import begun
from bot.answering.lost_together import also_lost, lost_in, lost_together
from bot.effects import Start
from bot.flows.application import NAME
from bot.meaning.spelling import spelling
from bot.meaning.understanding import DOCUMENTS
from bot.meaning.whose import kin_in
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from bot.wording import Words

TELLS = DOCUMENTS | {"hilang"}  # one of them, at least, is written as it should be; most answers have none


def lost_as_well(turn: Turn, frame: Frame, text: str) -> bool:
    """ "Kk nya kan juga hilang", at any question about a lost KTP: its photo is not asked for, and it comes next."""
    if not frame.flow.startswith(NAME) or TELLS.isdisjoint(spelling().words(text)):
        return False
    if lost_in(turn, Start(frame.flow, frame.answers)) is None:
        return False
    meant = turn.context.means(text)
    if not (meant.wanted and len(meant.services) == 1) or kin_in(text) or NAME + meant.services[0].code == frame.flow:
        return False
    return _noted(turn, frame, begun(turn, meant.services[0], text))


def _noted(turn: Turn, frame: Frame, other: Start) -> bool:
    thing = lost_in(turn, other)
    also = also_lost(turn, Start(frame.flow, frame.answers), [thing])
    if not also or also.items() <= frame.answers.items():
        return False  # it is known: then they want that now
    frame.answers.update(also)
    other = lost_together(turn, [Start(frame.flow, frame.answers), other])[1]
    for begun_before in turn.state.stack:
        if begun_before.flow == other.flow:
            begun_before.answers.update(other.answers)
    waits = _waits(turn, other.flow)
    turn.state.wishes += [] if waits else [asdict(other)]
    turn.say(Say("lost-as-well", {"thing": Words(f"lost-{thing}"), "next": "no" if waits else "yes"}))
    turn.repeat()
    return True


def _waits(turn: Turn, flow: str) -> bool:
    """It was begun, is to be offered, or may be what was sent."""
    known = [*(frame.flow for frame in turn.state.stack), *(wish["flow"] for wish in turn.state.wishes)]
    return flow in known or bool(turn.context.sent())
