"""What is said at once, whatever stands open, to who may be cheated; officers see it where a code was asked for."""

from __future__ import annotations

from dataclasses import replace

from bot.effects import Effect, WarnOf
from bot.flow import Option, Say
from bot.meaning.understanding import Understood, may_be_cheated
from bot.turn import Turn

OFFERED = (Option("!complaint", "option-complaint"), Option("!menu", "option-menu"))


def warning_of(meant: Understood) -> Say | None:
    if meant.scam:
        return Say("scam-do-not")
    return Say("ikd-fraud") if _of_a_code(meant) else None


def warns(meant: Understood) -> list[Effect]:
    return [WarnOf("ikd_wish-code")] if _of_a_code(meant) else []


def warned(turn: Turn, text: str) -> bool:
    """Before the notice is agreed to: that can wait, this cannot."""
    meant = turn.context.means(text)
    warning = warning_of(meant)
    if warning and not turn.patient:
        turn.say(replace(warning, separate=True))
        turn.effects += warns(meant)
    return warning is not None


def warned_beside(turn: Turn, text: str) -> bool:
    """At any other point: before the words are read as an answer or an option, and what is open comes back. What is
    told to a supervisor, or in free words, is only looked through for a code."""
    if not may_be_cheated(text):
        return False
    frame, step = turn.state.top, turn.open_step()
    flow = turn.context.flows[frame.flow] if frame else None
    meant = turn.context.means(text)
    warning = warning_of(meant)
    told = flow is not None and (flow.private or (step is not None and step.kind == "text" and not _of_a_code(meant)))
    if warning is None or told or (flow and flow.comes_first):
        return False
    turn.effects += warns(meant)
    if flow is None or flow.gives_way:
        turn.question(replace(warning, options=OFFERED))
    else:
        turn.say(warning)
        turn.repeat()
    return True


def _of_a_code(meant: Understood) -> bool:
    return meant.fraud
