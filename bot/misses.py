"""What is said to an answer that does not do, and to a message that nobody understands."""

from __future__ import annotations

from dataclasses import replace

from bot.effects import Start
from bot.flow import AskAgain, Option, Say
from bot.state import Frame
from bot.turn import Turn

MISSES = 3  # bad answers to one question before an officer is offered
OFFER_OFFICER = (
    Option("!officer", "option-to-officer"),
    Option("!menu", "option-menu"),
    Option("!again", "option-later"),
)


def missed(turn: Turn, frame: Frame, again: AskAgain) -> None:
    frame.misses += 1
    frame.note = again.note
    if frame.misses >= MISSES and not again.pending:
        turn.say(replace(again.say, options=()))
        turn.offer(Say("offer-officer", options=OFFER_OFFICER))  # the buttons before stay good, and what they accept
        return
    frame.pending = again.pending
    if again.asks:
        turn.question(again.say)
    else:
        turn.say(replace(again.say, follows=bool(turn.says)))
        turn.advance()


def not_understood(turn: Turn, text: str) -> None:
    if turn.context.thanks(text):
        turn.state.misses = 0
        turn.say(Say("thanks"))
    elif turn.context.greets(text):
        turn.start(Start("menu", facts={"opening": "greeting"}))
        turn.advance()
    elif turn.patient:
        turn.waits = True
    else:
        _say_so(turn)


def _say_so(turn: Turn) -> None:
    """Never the same sentence twice."""
    turn.state.misses += 1
    if turn.state.misses == 1:
        turn.start(Start("menu", facts={"opening": "unclear"}))
        turn.advance()
    elif turn.state.misses == 2:
        turn.say(Say("not-understood-second"))
    else:
        turn.question(Say("not-understood-third", options=OFFER_OFFICER))
