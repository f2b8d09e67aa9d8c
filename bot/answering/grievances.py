"""Who complains, and who has waited long: told how things stand, or heard."""

from __future__ import annotations

from bot.answering.acts import act
from bot.answering.beginning import begin
from bot.flows import complaint
from bot.meaning.asked import puts_a_question
from bot.meaning.grievance import Grievance, grievance, waits_long
from bot.meaning.intents import Label
from bot.meaning.understanding import Understood
from bot.says import Say
from bot.turn import Turn


def complained(turn: Turn, text: str) -> bool:
    """Who waits is told how things stand; a report is begun only where one is surely meant."""
    kind = grievance(text)
    if kind is Grievance.WAITING:
        return _told_status(turn, text)
    return begin(turn, complaint.begin(text, unsure=kind is Grievance.UNSURE))


def waited_long(turn: Turn, meant: Understood, text: str) -> bool:
    """ "Lama banget ktp saya" asks for no KTP, and not how long one takes."""
    complains = meant.label is Label.COMPLAINT and grievance(text) is Grievance.WAITING
    waits = (complains or (waits_long(text) and not meant.of_others)) and not puts_a_question(text)
    return waits and _told_status(turn, text)


def _told_status(turn: Turn, text: str) -> bool:
    turn.say(Say("sorry-to-wait"))
    act(turn, "status", text)
    return True
