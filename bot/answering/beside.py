"""Words in the place of an answer that are none: a sigh, a form, a word about photos, a short question."""

from __future__ import annotations

from bot.answering.aside import aside
from bot.answering.asked_instead import asked_instead
from bot.answering.form_beside import offered_form
from bot.answering.instead import changed_mind
from bot.answering.lost_as_well import lost_as_well
from bot.answering.of_files import said_of_files
from bot.answering.of_its_papers import told_of_papers
from bot.answering.twins import told_of_twins
from bot.answering.weary import heard_out
from bot.answering.wished_as_well import wished_as_well
from bot.flow import Step
from bot.meaning.picks import plain
from bot.state import Frame
from bot.turn import Turn

KEEPS = {"kirim", "kirim saja", "kirim aja", "tetap", "tetap saja", "sudah benar", "sudah betul", "benar", "betul",
         "tidak jadi diubah", "ga jadi ubah", "send", "keep it"}  # fmt: skip


def kept_as_it_was(turn: Turn, frame: Frame, text: str) -> bool:
    """ "Kirim", at an answer that was to be changed: it stands, and the summary comes back."""
    keeps = frame.again is not None and plain(text) in KEEPS
    if keeps:
        frame.again, frame.note, frame.misses = None, None, 0
        turn.advance()
    return keeps


def beside(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Whether they were taken for that."""
    return (
        kept_as_it_was(turn, frame, text)
        or heard_out(turn, frame, text)
        or offered_form(turn, frame, text)
        or said_of_files(turn, frame, step, text)
        or changed_mind(turn, frame, text)
        or lost_as_well(turn, frame, text)
        or told_of_twins(turn, frame, step, text)
        or wished_as_well(turn, frame, text)
        or told_of_papers(turn, frame, text)
        or aside(turn, frame, step, text)
        or asked_instead(turn, frame, step, text)
    )
