"""A question in the place of an answer, which nothing here answers: an officer does, and it is no answer."""

from __future__ import annotations

from bot.answering.misses import missed
from bot.answering.why import needed_for
from bot.flow import Step
from bot.meaning.asked import surely_asks
from bot.state import Frame
from bot.turn import Turn

TAKES_WORDS = ("text", "street", "place")  # kinds of questions that would keep it


def asked_instead(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    flow = turn.context.flows[frame.flow]
    if step.kind not in TAKES_WORDS or flow.private or flow.comes_first or not surely_asks(text):
        return False
    missed(turn, frame, needed_for(step, frame))
    return True
