"""Files, and things that cannot be read: a photo at a paper's step answers it; elsewhere it is kept for its own."""

from __future__ import annotations

from bot.answering.taking import answer_to
from bot.context import Heard
from bot.effects import Start
from bot.flow import Answer, Step
from bot.flows.judging import PAPERS, VOICE
from bot.kept import sort_out
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn


def received(turn: Turn, heard: Heard) -> None:
    """Of what is not kept the citizen hears why; a voice note opens another way on."""
    frame, step = turn.state.top, turn.open_step()
    asked = step if frame and step and step.takes_uploads else None
    papers = [file for file in heard.uploads if file.kind in PAPERS]
    mine = sort_out(turn, papers, asked) if papers else heard.uploads
    if frame and asked and mine:
        return answer_to(turn, frame, asked, Answer(uploads=tuple(mine)))
    if any(file.kind == "voice" for file in heard.uploads):
        return turn.question(Say("voice-note", options=VOICE))
    for key in heard.remarks():
        turn.say(Say(key))
    if heard.late and papers and frame and step and not step.takes_uploads:
        return _beside_the_question(turn, frame)
    return _after_files(turn, frame, step) if papers else turn.repeat()


def _beside_the_question(turn: Turn, frame: Frame) -> None:
    """It stands right above. Before the notice is agreed to that photos are kept was said there, too."""
    if turn.context.flows[frame.flow].comes_first:
        turn.says = [say for say in turn.says if say.key != "photo-kept"]


def _after_files(turn: Turn, frame: Frame | None, step: Step | None) -> None:
    """What is asked next, once files were kept."""
    if frame is None:
        turn.start(Start("menu"))
    if frame and step and turn.context.flows[frame.flow].comes_first:
        return answer_to(turn, frame, step, Answer())  # the notice was read; its long text is not said again
    if frame and step and not (step.takes_uploads or step.is_summary):
        return turn.repeat()
    return turn.advance()
