"""What we answer while an officer is asked for who has not come yet: the message waits for them all the same."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.answering.acts import act
from bot.answering.aside import told, topic_in
from bot.answering.beginning import begin, begun
from bot.answering.leading import ASIDE, MENU
from bot.answering.of_sent import withdraws_one
from bot.answering.warning import warnings_of, warns
from bot.effects import Start
from bot.flows import complaint
from bot.flows.which import BEGIN, service, which
from bot.meaning.grievance import Grievance, grievance
from bot.meaning.intents import Label
from bot.meaning.no_answer import Instead, said_instead
from bot.meaning.understanding import Understood
from bot.says import Option, Say
from bot.turn import Turn

A_WHILE = timedelta(minutes=15)
MOST_WORDS = 4  # more is told to the officer


def kept_for_officer(turn: Turn, text: str, picked: Option | None) -> None:
    """The message is kept, and we say so, of several in a row once; after a while, where it stands. Who asks for a code
    of the IKD is marked, whoever has the word."""
    state = turn.state
    _agreed(turn, picked)
    turn.effects += warns(turn, text)
    if state.officer_talks:
        return
    turn.says += warnings_of(turn, text)
    if turn.says or _is_for_us(turn, text):
        return
    if not (state.acked or _told_long_ago(turn)):
        state.ticket_told = state.acked = True
        turn.say(Say("passed-to-officer"))
    if state.officer_away:
        _answer(turn, text)
    if not (turn.says or turn.effects) and _told_long_ago(turn):
        act(turn, "officer")


def _told_long_ago(turn: Turn) -> bool:
    """As the clock stood when each of them was written."""
    told, heard = turn.state.ticket_told_at, turn.state.heard_at
    return bool(told and heard) and datetime.fromisoformat(heard or "") - datetime.fromisoformat(told or "") >= A_WHILE


def _agreed(turn: Turn, picked: Option | None) -> None:
    """The notice stood there when the officer came: agreed to now, it is not put again, and nothing else is asked. What
    waited for it was told to the officer."""
    state = turn.state
    if state.top and turn.context.flows[state.top.flow].comes_first and picked and picked.id == "go_on":
        state.stack.pop()
        state.offered, state.waiting = [], None


def _is_for_us(turn: Turn, text: str) -> bool:
    """A report is a supervisor's, not this officer's; who gives up or asks where the officer is is told."""
    if withdraws_one(turn, text):
        return True
    meant = turn.context.means(text)
    if said_instead(text) is Instead.GIVES_UP or _takes_back(meant, text):
        act(turn, "cancel")
    elif meant.label is Label.COMPLAINT and meant.intent.sure and grievance(text) is Grievance.REPORT:
        begin(turn, complaint.begin(text))
    elif turn.state.ticket_told and _calls(meant, text) and not (turn.state.officer_away and _of_requests(meant)):
        turn.say(Say("officer-away")) if turn.state.officer_away else act(turn, "officer")
    else:
        return False
    return True


def _takes_back(meant: Understood, text: str) -> bool:
    """ "Ga jadi nanya"; of a request nothing is taken back beside an officer."""
    said = set(meant.intent.words)
    undone = bool(said & {"batal", "cancel"}) or {"tidak", "jadi"} <= said
    return undone and meant.label is Label.CANCEL and len(text.split()) <= MOST_WORDS


def _calls(meant: Understood, text: str) -> bool:
    """ "Petugasnya mana woi", "halo??", "kok lama", "sudah sampai mana"."""
    waits = meant.label is Label.STATUS or (meant.label is Label.COMPLAINT and grievance(text) is Grievance.WAITING)
    calls = meant.label is Label.HUMAN or (meant.label is Label.GREET and bool(text)) or waits
    return meant.intent.sure and calls or said_instead(text) is Instead.HURRIES


def _of_requests(meant: Understood) -> bool:
    """At night, when we answer what we can, "sampai mana" is about a request."""
    return meant.label is Label.STATUS


def _answer(turn: Turn, text: str) -> None:
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
