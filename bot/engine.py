"""What a message of the citizen's means to the open question: a command, an option, an answer. Pure, as the turn is."""

from __future__ import annotations

from typing import Any

from bot.answering.acts import act
from bot.answering.aside import tells_of_other
from bot.answering.beside import beside
from bot.answering.form_beside import fields_alone
from bot.answering.giving_way import (
    answer_to_earlier,
    belongs_below,
    complains_at_list,
    gave_way,
    of_the_offer,
)
from bot.answering.glossary import told_meaning
from bot.answering.growth import grown
from bot.answering.leading import lead, lead_aside, wants_another
from bot.answering.location import located
from bot.answering.meanwhile import kept_for_officer
from bot.answering.misses import missed, not_understood, said_of
from bot.answering.of_files import confirms
from bot.answering.of_sent import beside_anything
from bot.answering.offering import begun_with_option, options_open
from bot.answering.warning import warned_beside
from bot.context import Heard
from bot.effects import Start
from bot.flow import Accepted, Answer, Reopen, Several, Step
from bot.flows.change import speaks_of_change
from bot.flows.forgotten import forgets_number
from bot.flows.judging import PAPERS, VOICE
from bot.flows.labels import NUMBERS
from bot.flows.lacking import says_more_than_no
from bot.flows.summary import puts_off
from bot.flows.welcome import speaks_of_consent
from bot.kept import chosen, decline, in_doubt, look_again, offered, set_aside, sort_out, used_again
from bot.meaning.commands import command
from bot.meaning.lost import is_lost
from bot.meaning.picks import pick
from bot.says import AskAgain, Option, Say
from bot.state import Frame
from bot.turn import Turn
from registry.models import Channel

LATER = Option("!later", "option-later")
STALE = Option("!stale", "stale-button")
# What a citizen may want without the officer who has the word, or because of them.
WHILE_OFFICER_TALKS = (
    "continue", "menu", "complaint", "take_back", "recorded", "my_data", "delete_data", "stop", "start",
)  # fmt: skip


def decides(turn: Turn, heard: Heard) -> bool:
    """Whether the words alone are a command or an option, or an officer's to read: nothing before them changes that."""
    held = turn.state.ticket is not None
    return held or command(heard.text) is not None or _option(turn, heard) is not None


def respond(turn: Turn, heard: Heard) -> None:
    _respond(turn, heard)
    _say_what_waited(turn)


def _respond(turn: Turn, heard: Heard) -> None:
    option = _option(turn, heard)
    name = option.id[1:] if option and option.id.startswith("!") else None
    name = name or (command(heard.text) if option is None and not _picks_a_request(turn, heard.text) else None)
    if turn.state.hushed and not _for_us(turn, option, name):
        kept_for_officer(turn, heard.text, option)
    elif name == "stale":
        turn.say(Say("stale-button"))
        turn.repeat()
    elif name:
        act(turn, name, heard.text)
    elif heard.location:
        located(turn, heard.location)
    elif heard.uploads or heard.oddity:
        _received(turn, heard)
    else:
        _worded(turn, heard, option)


def _picks_a_request(turn: Turn, text: str) -> bool:
    """While it is asked which of several is meant, a number names one."""
    top = turn.state.top
    return top is not None and top.flow == "status" and any(letter.isdigit() for letter in text)


def _worded(turn: Turn, heard: Heard, option: Option | None) -> None:
    if not (heard.button or turn.state.hushed) and beside_anything(turn, heard.text):
        return
    if heard.text and not (heard.button or turn.state.hushed) and told_meaning(turn, heard.text):
        return
    option = option or of_the_offer(turn, heard.text)
    if heard.text and not (heard.button or turn.state.hushed) and warned_beside(turn, heard.text):
        return
    if not heard.button and not turn.state.hushed and is_lost(heard.text):
        _explain(turn)
    elif option is None and belongs_below(turn, heard.text):
        _respond(turn, heard)
    elif heard.button or not gave_way(turn, heard.text, option):  # a pressed title bears its words as well
        if turn.state.hushed:
            turn.leave_officer()
        _told(turn, Answer(heard.text, option.id if option else None))


def _explain(turn: Turn) -> None:
    """The question once more, and a way to somebody who can tell it in other words; after three times that is asked."""
    frame = turn.state.top
    flow = turn.context.flows[frame.flow] if frame else None
    if frame is None or flow is None or flow.gives_way or flow.comes_first:
        return act(turn, "help")
    return missed(turn, frame, AskAgain("question-again"))


def _for_us(turn: Turn, option: Option | None, name: str | None) -> bool:
    """Beside an officer only a few words are ours; while nobody has come yet all of them, and our options."""
    if turn.state.officer_talks:
        return name in WHILE_OFFICER_TALKS
    return name not in (None, "later") or (option is not None and name is None)


def _say_what_waited(turn: Turn) -> None:
    text, first = turn.state.waiting, any(turn.context.flows[frame.flow].comes_first for frame in turn.state.stack)
    if not text or first:
        return
    turn.state.waiting, turn.patient = None, False
    if not turn.asked and not lead(turn, text):
        not_understood(turn, text)


def _option(turn: Turn, heard: Heard) -> Option | None:
    offered = options_open(turn)
    if heard.button:
        number, _, chosen = heard.button.partition(":")
        fresh = number == str(turn.state.prompt)
        return next((option for option in offered if fresh and option.id == chosen), STALE)
    if not heard.text or not offered or is_lost(heard.text):
        return None
    c = turn.context
    step = turn.open_step()
    at_summary = step is not None and step.is_summary
    numbers = c.channel is Channel.SMS or not at_summary
    other = tells_of_other(turn, heard.text)
    later = at_summary and puts_off(heard.text) and not other
    first = turn.state.top is not None and c.flows[turn.state.top.flow].comes_first
    more = (
        other
        or later
        or (not speaks_of_consent(heard.text) if first else command(heard.text))
        or wants_another(turn, heard.text)
        or complains_at_list(turn, heard.text)
        or forgets_number(heard.text)
        or (at_summary and speaks_of_change(heard.text))
    )
    picked = pick(heard.text, offered, c.words, c.language, c.channel, numbers=numbers, near=not more) or (
        LATER if later else None
    )
    is_command = picked is not None and picked.id.startswith("!")
    return picked if is_command or turn.state.officer_away or not turn.state.hushed else None


def _told(turn: Turn, answer: Answer) -> None:
    frame, step = turn.state.top, turn.open_step()
    if frame and step and step.by_button and answer.pick is None:
        turn.state.stack.pop()
        _told(turn, answer)
    elif frame and step:
        if answer.pick is None and confirms(turn, frame, step, answer.text):
            answer = Answer(pick="accept")
        elif answer.pick is None and in_doubt(frame):
            set_aside(frame)  # whatever is said, what was asked about the photo is asked again
        if answer.pick or not beside(turn, frame, step, answer.text):
            _answer(turn, frame, step, fields_alone(turn, frame, answer))
    elif not lead(turn, answer.text):
        not_understood(turn, answer.text)


def _received(turn: Turn, heard: Heard) -> None:
    """Files or things we cannot read. A photo at a paper's step answers it; elsewhere it is kept for its own."""
    frame, step = turn.state.top, turn.open_step()
    asked = step if frame and step and step.takes_uploads else None
    papers = [file for file in heard.uploads if file.kind in PAPERS]
    mine = sort_out(turn, papers, asked) if papers else heard.uploads
    if frame and asked and mine:
        return _answer(turn, frame, asked, Answer(uploads=tuple(mine)))
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
        return _answer(turn, frame, step, Answer())  # the notice was read; its long text is not said again
    if frame and step and not (step.takes_uploads or step.is_summary):
        return turn.repeat()
    return turn.advance()


def _answer(turn: Turn, frame: Frame, step: Step, answer: Answer) -> None:
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
            return _answer(turn, frame, step, Answer(answer.text, picked.id))
        return _not_taken(turn, frame, answer, again)
    turn.console_for(answer.text)
    turn.taken = (step.key, answer.text) if answer.text and not isinstance(value, Reopen | Several) else None
    return _take(turn, frame, step, value)


def _not_taken(turn: Turn, frame: Frame, answer: Answer, again: AskAgain) -> None:
    """Words that do not do may belong to the answer before, or want something else, or be only a beginning."""
    if answer.text and _grew(turn, frame, answer.text):
        pass
    elif answer.text and (earlier := answer_to_earlier(turn, answer.text)):
        _told(turn, earlier)
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
