"""A way on that is offered beside the open question: both can be answered, and no number means two things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.flow import Answer
from bot.meaning.picks import begun_with, label
from bot.says import Option, Say
from bot.turn import Turn
from registry.models import Channel

COUNTED = ("number",)  # kinds of questions to which any number is an answer


def say_question(turn: Turn) -> None:
    """Before something else is offered: its own options stay good. On WhatsApp in words alone; by SMS with its numbers,
    but of papers that has no room."""
    frame, step, by_sms = turn.state.top, turn.open_step(), turn.context.channel is Channel.SMS
    if not (frame and step) or (by_sms and step.takes_uploads):
        return
    asked = step.ask(turn.talk(frame))
    turn.say(replace(asked, options=asked.options if by_sms else (), follows=True))
    if by_sms:
        turn.state.offered = [{**vars(option)} for option in asked.options]


def offer(turn: Turn, say: Say) -> None:
    """Its own buttons stay good. By SMS the numbers go on from those that were just said; else a number means one of
    these."""
    new = {option.id for option in say.options}
    older = [option for option in turn.state.offered if option["id"] not in new]
    counted = _just_counted(turn)
    in_words = _takes_numbers(turn)
    options = [replace(option, unnumbered=in_words) for option in say.options]
    turn.say(replace(say, options=tuple(options), after=counted))
    if in_words:
        turn.say(Say("offer-in-words", {"options": _spelt(turn, options)}, follows=True))
    turn.asked = True
    offered = [{**vars(option)} for option in options]
    turn.state.offered = (
        [*older, *offered] if counted else [*offered, *({**each, "unnumbered": True} for each in older)]
    )


def _spelt(turn: Turn, options: Sequence[Option]) -> str:
    c = turn.context
    return " / ".join(label(option, c.words, c.language, c.channel) for option in options)


def _just_counted(turn: Turn) -> int:
    last: tuple[Option, ...] = turn.says[-1].options if turn.says else ()
    return sum(not option.unnumbered for option in last) if turn.context.channel is Channel.SMS else 0


def _takes_numbers(turn: Turn) -> bool:
    step = turn.open_step()
    return turn.context.channel is Channel.SMS and step is not None and step.kind in COUNTED


def options_open(turn: Turn) -> list[Option]:
    """Those of the last question; where that stood beside the notice, by their words the notice's own as well."""
    offered = [Option(**option) for option in turn.state.offered]
    frame = turn.state.top
    step = turn.open_step() if frame and turn.context.flows[frame.flow].comes_first else None
    if frame is None or step is None:
        return offered
    known = {option.id for option in offered}
    return [*offered, *(each for each in step.ask(turn.talk(frame)).options if each.id not in known)]


def begun_with_option(turn: Turn, answer: Answer) -> Option | None:
    """Words that are no answer may begin with an option: commands are picked by their own words alone."""
    c, step = turn.context, turn.open_step()
    options = [Option(**option) for option in turn.state.offered]
    if answer.pick or not answer.text or not options or (step and step.is_summary):
        return None
    picked = begun_with(answer.text, options, c.words, c.language, c.channel, numbers=True)
    return picked if picked and not picked.id.startswith("!") else None
