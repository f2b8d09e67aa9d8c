"""What a message of the citizen's means to the open question: a command, an option, an answer. Pure, as the turn is."""

from __future__ import annotations

from bot.answering.acts import act
from bot.answering.aside import tells_of_other
from bot.answering.giving_way import belongs_below, gave_way, of_the_offer, says_more_than_list
from bot.answering.glossary import told_meaning
from bot.answering.leading import lead
from bot.answering.leading_aside import wants_another
from bot.answering.location import located
from bot.answering.meanwhile import kept_for_officer
from bot.answering.misses import missed, not_understood
from bot.answering.of_sent import beside_anything
from bot.answering.offering import options_open
from bot.answering.received import received
from bot.answering.taking import answered
from bot.answering.warning import warned_beside
from bot.context import Heard
from bot.flow import Answer
from bot.flows.change import speaks_of_change
from bot.flows.forgotten import forgets_number
from bot.flows.summary import puts_off
from bot.flows.welcome import speaks_of_consent
from bot.meaning.commands import command
from bot.meaning.lost import is_lost
from bot.meaning.picks import pick
from bot.says import AskAgain, Option, Say
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
        received(turn, heard)
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
        answered(turn, Answer(heard.text, option.id if option else None))


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
        or says_more_than_list(turn, heard.text)
        or forgets_number(heard.text)
        or (at_summary and speaks_of_change(heard.text))
    )
    picked = pick(heard.text, offered, c.words, c.language, c.channel, numbers=numbers, near=not more) or (
        LATER if later else None
    )
    is_command = picked is not None and picked.id.startswith("!")
    return picked if is_command or turn.state.officer_away or not turn.state.hushed else None
