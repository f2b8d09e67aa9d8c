"""What an answer does to the open question: it is taken, or asked for again, or was meant for something else."""

from __future__ import annotations

from typing import Any

from bot.answering.beside import beside
from bot.answering.form_beside import fields_alone
from bot.answering.giving_way import answer_to_earlier
from bot.answering.growth import grown
from bot.answering.leading import lead
from bot.answering.leading_aside import lead_aside
from bot.answering.misses import missed, not_understood, said_of
from bot.answering.of_files import confirms
from bot.answering.offering import begun_with_option
from bot.flow import Accepted, Answer, Reopen, Several, Step
from bot.flows.labels import NUMBERS
from bot.flows.lacking import says_more_than_no
from bot.kept import chosen, decline, in_doubt, look_again, offered, set_aside, used_again
from bot.says import AskAgain
from bot.state import Frame
from bot.turn import Turn


def answered(turn: Turn, answer: Answer) -> None:
    """To whatever question is open; where none is, the words may want something."""
    frame, step = turn.state.top, turn.open_step()
    if frame and step and step.by_button and answer.pick is None:
        turn.state.stack.pop()
        answered(turn, answer)
    elif frame and step:
        if answer.pick is None and confirms(turn, frame, step, answer.text):
            answer = Answer(pick="accept")
        elif answer.pick is None and in_doubt(frame):
            set_aside(frame)  # whatever is said, what was asked about the photo is asked again
        if answer.pick or not beside(turn, frame, step, answer.text):
            answer_to(turn, frame, step, fields_alone(turn, frame, answer))
    elif not lead(turn, answer.text):
        not_understood(turn, answer.text)


def answer_to(turn: Turn, frame: Frame, step: Step, answer: Answer) -> None:
    """Read by `step`, and kept, with the next question; what cannot be read may be something else."""
    if answer.pick == "retype":
        decline(frame, step)
        frame.pending = None
        if not (step.takes_uploads and says_more_than_no(answer.text)):
            return turn.advance()
        answer = Answer(answer.text)
    try:
        value = chosen(frame, answer.pick) or step.read(turn.talk(frame), answer)
    except AskAgain as again:
        if picked := begun_with_option(turn, answer):
            return answer_to(turn, frame, step, Answer(answer.text, picked.id))
        return _not_taken(turn, frame, answer, again)
    turn.console_for(answer.text)
    turn.taken = (step.key, answer.text) if answer.text and not isinstance(value, Reopen | Several) else None
    return _take(turn, frame, step, value)


def _not_taken(turn: Turn, frame: Frame, answer: Answer, again: AskAgain) -> None:
    """Words that do not do may belong to the answer before, or want something else, or be only a beginning."""
    if answer.text and _grew(turn, frame, answer.text):
        pass
    elif answer.text and (earlier := answer_to_earlier(turn, answer.text)):
        answered(turn, earlier)
    elif answer.text and not (again.asks and again.note) and _led_aside(turn, frame, answer.text):
        pass  # where a part was told ("juni 2025") no other wish is looked for
    elif turn.patient and answer.text and not (answer.pick or again.whole):
        turn.waits = True
    else:
        missed(turn, frame, said_of(turn, frame, answer.text, again))


def _grew(turn: Turn, frame: Frame, text: str) -> bool:
    longer = grown(turn, frame, text)
    if longer is None or turn.growing is None:
        return False
    key, before = turn.growing
    _put(turn, frame, longer)
    turn.taken = (key, f"{before} {text}")
    return True


def _led_aside(turn: Turn, frame: Frame, text: str) -> bool:
    return not turn.context.flows[frame.flow].comes_first and lead_aside(turn, frame.flow, text)


def _take(turn: Turn, frame: Frame, step: Step, value: Any) -> None:
    if isinstance(value, Reopen):
        return _reopen(turn, frame, value)
    if offered(value):
        value = used_again(value)
    return _put(turn, frame, value if isinstance(value, Several) else _alone(step, value))


def _put(turn: Turn, frame: Frame, taken: Several) -> None:
    before = dict(frame.answers)
    turn.take(frame, taken)
    _drop_unfit(turn, frame)
    if any(before.get(step.key) not in (None, taken.values.get(step.key)) for step in _numbers(turn, frame, taken)):
        look_again(turn, frame)
    if ended := turn.context.flows[frame.flow].ended(taken.values):
        return turn.end(ended, taken.values[ended.key])
    return missed(turn, frame, taken.unclear) if taken.unclear else turn.advance()


def _numbers(turn: Turn, frame: Frame, taken: Several) -> list[Step]:
    return [step for step in turn.context.flows[frame.flow].steps if step.kind in NUMBERS and step.key in taken.values]


def _alone(step: Step, value: Any) -> Several:
    accepted = value if isinstance(value, Accepted) else Accepted(value)
    return Several({step.key: accepted.value}, accepted.ack)


def _reopen(turn: Turn, frame: Frame, value: Reopen) -> None:
    set_aside(frame)
    frame.misses, frame.pending, frame.note, frame.again = 0, None, None, value.key
    return missed(turn, frame, value.unclear) if value.unclear else turn.advance()


def _drop_unfit(turn: Turn, frame: Frame) -> None:
    """Another office has other villages: what the new answer contradicts is asked again."""
    talk = turn.talk(frame)
    for step in turn.context.flows[frame.flow].steps:
        if step.key in frame.answers and not step.fits(talk, frame.answers[step.key]):
            del frame.answers[step.key]
