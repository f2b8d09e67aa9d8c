"""What is said to who gives up, sighs or is in a hurry at a question: it is no answer, and nobody is scolded for it."""

from __future__ import annotations

from bot.answering.acts import act
from bot.answering.offering import offer, say_question
from bot.answering.unsent import unsent
from bot.condoling import MOURNS
from bot.flows.application import NAME
from bot.meaning.no_answer import Instead, said_instead, tired_of_questions
from bot.says import Option, Say
from bot.state import Frame
from bot.turn import Turn

WAYS_ON = (
    Option("!later", "option-later"),
    Option("!officer", "option-officer"),
    Option("!cancel", "option-cancel"),
)


def heard_out(turn: Turn, frame: Frame, text: str) -> bool:
    flow = turn.context.flows[frame.flow]
    if flow.private or flow.comes_first or flow.on_the_side or flow.gives_way:
        return False
    instead = said_instead(text)
    if frame.flow.startswith(NAME) and tired_of_questions(text):
        turn.say(Say("weary-mourning" if flow.opens or frame.facts.get(MOURNS) else "weary-questions"))
        turn.repeat()
        return True
    if instead is Instead.GIVES_UP:
        act(turn, "never_mind")
    elif instead is Instead.HURRIES and frame.flow.startswith(NAME) and (stands := unsent(turn)):
        turn.say(stands)
        turn.repeat()
    elif instead:
        turn.say(Say("weary"))
        say_question(turn)
        offer(turn, Say("weary-ways", options=WAYS_ON))
    return instead is not None
