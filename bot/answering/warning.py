"""What is said at once, whatever stands open, to who may be cheated; officers see it where a code was asked for."""

from __future__ import annotations

from dataclasses import replace

from bot.effects import Effect, WarnOf
from bot.flow import Say
from bot.meaning.understanding import Understood
from bot.turn import Turn


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


def _of_a_code(meant: Understood) -> bool:
    return meant.intent.sure and meant.fraud
