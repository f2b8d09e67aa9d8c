"""What we answer while an officer is asked for who is not on duty: the message waits for them all the same."""

from __future__ import annotations

from bot.answering.acts import act
from bot.answering.aside import told, topic_in
from bot.answering.beginning import begun
from bot.answering.leading import ASIDE, MENU
from bot.effects import Start
from bot.flow import Say
from bot.flows.which import BEGIN, service, which
from bot.meaning.grievance import Grievance, grievance
from bot.meaning.intents import Label
from bot.meaning.understanding import Understood
from bot.turn import Turn


def answer_meanwhile(turn: Turn, text: str) -> None:
    """Only what is clear: all else was written to the officer."""
    meant = turn.context.means(text)
    if not text or not meant.intent.sure or meant.intent.lead < ASIDE:
        return
    topic = topic_in(text, meant)
    say = told(turn, text, topic, meant.services[0].code if meant.services else None) if topic else None
    if say:
        turn.say(say)
    elif meant.label is Label.STATUS or (meant.label is Label.COMPLAINT and grievance(text) is Grievance.WAITING):
        act(turn, "status")
    elif meant.label in (Label.GREET, Label.HUMAN):
        turn.say(Say("officer-away"))
    elif meant.group:
        _offer(turn, meant, text)


def _offer(turn: Turn, meant: Understood, text: str) -> None:
    """One service is offered, not begun; of several the list is shown."""
    if len(meant.services) == 1:
        code = meant.services[0].code
        turn.start(which("which-start", (service(code, BEGIN), MENU), [begun(turn, meant.services[0], text)], code))
    else:
        turn.start(Start("menu", {"group": meant.group}))
    turn.state.stack[-1].aside = True  # other words are still the officer's
    turn.advance()
