"""What is said at once, whatever stands open, to who may be cheated; officers see it where a code was asked for."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.effects import Effect, WarnOf
from bot.flows.forgotten import forgets
from bot.flows.welcome import place_args
from bot.meaning.misuse import misused
from bot.meaning.scam import fell_for_it
from bot.meaning.understanding import Understood, may_be_cheated
from bot.says import Option, Say
from bot.state import Frame
from bot.turn import Turn

OFFERED = (Option("!complaint", "option-complaint"), Option("!menu", "option-menu"))
HARMED = (Option("!officer", "option-officer"), *OFFERED)
MISUSED = (Option("!officer", "option-officer"), OFFERED[-1])
OPTIONS = {"scam-fell-for": HARMED, "nik-misused": MISUSED}


def warnings_of(turn: Turn, text: str) -> list[Say]:
    """None for most; to who has given the code what to do now, to who forgot a PIN where it is set anew."""
    if fell_for_it(text, warned=turn.state.warned):
        return [Say("scam-fell-for")]
    if misused(text):
        return [Say("nik-misused")]
    meant = turn.context.means(text) if may_be_cheated(text) else None
    if meant is None or not (meant.scam or meant.fraud or meant.scanned):
        return []
    if meant.scanned and not meant.scam:
        return [Say("ikd-not-by-chat")]
    forgot = meant.fraud and forgets(text)
    place = place_args(turn.talk(Frame("menu")))
    return [Say("scam-do-not" if meant.scam else "ikd-fraud"), *([Say("ikd-pin-anew", place)] if forgot else [])]


def warns(turn: Turn, text: str) -> list[Effect]:
    """What officers should know of."""
    if fell_for_it(text, warned=turn.state.warned):
        return [WarnOf("code-given")]
    return [WarnOf("ikd_wish-code")] if may_be_cheated(text) and _of_a_code(turn.context.means(text)) else []


def warned(turn: Turn, text: str) -> bool:
    """Before the notice is agreed to: that can wait, this cannot. What is clearly wanted besides is not forgotten."""
    warnings = warnings_of(turn, text)
    if warnings and not turn.patient:
        turn.effects += warns(turn, text)
        _say(turn, [replace(warning, separate=True) for warning in warnings])
    meant = turn.context.means(text) if warnings else None
    if meant and meant.wanted and meant.services and warnings[0].key == "scam-fell-for":
        turn.state.waiting = text
    elif warnings and (rest := _besides(turn, text)):
        turn.state.waiting = rest
    return bool(warnings)


def _besides(turn: Turn, text: str) -> str:
    """ "Kode ikd sy apa? mau aktivasi ikd dari rumah": the part that asks for no code, where it is a wish."""
    parts = [part.strip() for part in re.split(r"[?.!\n]+", text)]
    wishes = (part for part in parts if not may_be_cheated(part) and turn.context.means(part).services)
    return next(wishes, "") if len(parts) > 1 else ""


def warned_beside(turn: Turn, text: str) -> bool:
    """At any other point: before the words are read as an answer or an option, and what is open comes back. What is
    told to a supervisor, or in free words, is only looked through for a code."""
    if not (warnings := warnings_of(turn, text)):
        return False
    frame, step = turn.state.top, turn.open_step()
    flow = turn.context.flows[frame.flow] if frame else None
    if flow and flow.private and warnings[0].key == "nik-misused":
        turn.state.stack.pop()  # no report of ours: nothing was noted yet
        return warned_beside(turn, text)
    if flow and (flow.comes_first or flow.private):
        return False
    if step is not None and step.kind == "text" and not warns(turn, text):
        return False
    turn.effects += warns(turn, text)
    if flow is None or flow.gives_way:
        *before, last = warnings
        _say(turn, before)
        turn.question(replace(last, options=OPTIONS.get(warnings[0].key, OFFERED)))
        turn.state.warned = True
    else:
        _say(turn, warnings)
        turn.repeat()
    return True


def _say(turn: Turn, warnings: list[Say]) -> None:
    turn.says += warnings
    turn.state.warned = True


def _of_a_code(meant: Understood) -> bool:
    return meant.fraud or meant.scanned
