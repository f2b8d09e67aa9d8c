"""A form written in one message beside an open request: for this one its fields answer, for another it is offered."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.effects import Start
from bot.flow import Answer
from bot.flows.application import NAME
from bot.flows.which import BEGIN, GO_ON, service, which
from bot.parting import parted
from bot.state import Frame
from bot.turn import Turn

A_NUMBER = re.compile(r"\W*nik(?:\W*(?:nya|saya|sy|aku|ku))?\W*(?:\d\W*){16}$", re.IGNORECASE)  # called by what it is


def fields_alone(turn: Turn, frame: Frame, answer: Answer) -> Answer:
    """Without the code before them, where it names what is open, or a kind of thing that this is one of."""
    form = parted(answer.text) if frame.flow.startswith(NAME) and answer.pick is None else None
    start = turn.context.compact(answer.text) if form and form.fields else None
    if form is None or start is None or start.flow not in (frame.flow, "menu"):
        return answer
    return replace(answer, text="\n".join(form.fields))


def offered_form(turn: Turn, frame: Frame, text: str) -> bool:
    start = turn.context.compact(text) if frame.flow.startswith(NAME) and not A_NUMBER.match(text) else None
    if start is None or start.flow in (frame.flow, "menu"):
        return False
    _offer(turn, start)
    return True


def _offer(turn: Turn, start: Start) -> None:
    code = start.flow.removeprefix(NAME)
    turn.start(which("which-switch", (service(code, BEGIN), GO_ON), [start], code))
    turn.advance()
