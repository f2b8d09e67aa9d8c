"""Words in the place of an answer that are none: a sigh, a form, a word about photos, a short question."""

from __future__ import annotations

from bot.answering.aside import aside
from bot.answering.form_beside import offered_form
from bot.answering.lost_as_well import lost_as_well
from bot.answering.of_files import said_of_files
from bot.answering.weary import heard_out
from bot.flow import Step
from bot.state import Frame
from bot.turn import Turn


def beside(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Whether they were taken for that."""
    return (
        lost_as_well(turn, frame, text)
        or heard_out(turn, frame, text)
        or offered_form(turn, frame, text)
        or said_of_files(turn, frame, step, text)
        or aside(turn, frame, step, text)
    )
