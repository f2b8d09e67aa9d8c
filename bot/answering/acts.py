"""What the command words do, at every point of every flow."""

from __future__ import annotations

from collections.abc import Callable

from bot import postage
from bot.answering import navigation
from bot.answering.unsent import to_come, unsent
from bot.effects import (
    AskComplaintBack,
    AskCorrection,
    AskDeletion,
    GiveForms,
    HandToOfficer,
    OptOut,
    SetLanguage,
    ShowRecorded,
    ShowStatus,
    Start,
    TellMyData,
    TellVisits,
)
from bot.flows import complaint
from bot.flows.application import NAME
from bot.flows.forms import forms_said, goes_with
from bot.flows.welcome import place_args
from bot.meaning.commands import case_number, recorded_number
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from registry.models import Channel


def act(turn: Turn, name: str, text: str = "") -> None:
    """Carry out the command `name`; the open question stays where it was unless the command says otherwise. A number
    in `text` tells which request it is about, a place where the van is awaited."""
    number = case_number(text) if name == "status" else None
    if name == "recorded":
        _recorded(turn, text)
    elif number and (turn.context.sent() or not unsent(turn)):
        turn.effects.append(ShowStatus(number=number))
    elif name == "van":
        _idle_list_stays(turn)
        turn.effects.append(TellVisits(text))
    else:
        ACTS[name](turn)


def _change(turn: Turn) -> None:
    """Beside a question UBAH needs the name of an answer; after sending an officer is asked."""
    frame = turn.state.top
    if frame and frame.flow.startswith(NAME):
        turn.say(Say("change-how"))
        turn.repeat()
    else:
        turn.effects.append(AskCorrection())


def _status(turn: Turn) -> None:
    if draft := unsent(turn):
        turn.says += [draft, *filter(None, [to_come(turn)])]
    turn.effects.append(ShowStatus(unsent=draft is not None))


def _help(turn: Turn) -> None:
    turn.say(Say("help", place_args(turn.talk(turn.state.top or Frame("menu")))))
    _back_to(turn)


def _officer(turn: Turn) -> None:
    """A complaint begun ends here: the next words are the officer's."""
    flows = turn.context.flows
    turn.state.stack = [frame for frame in turn.state.stack if not flows[frame.flow].private]
    turn.effects.append(HandToOfficer())


def _form(turn: Turn) -> None:
    """The forms of the open question once more; else those of open cases."""
    frame, step = turn.state.top, turn.open_step()
    forms = step.forms(turn.talk(frame)) if frame and step else ()
    if not frame or not step or not forms:
        turn.effects.append(GiveForms())
        return
    talk = turn.talk(frame)
    if goes_with(step, step.ask(talk), talk.channel):
        frame.facts.pop("forms", None)
        turn.advance()
    else:
        turn.says += forms_said(forms, talk.channel, place_args(talk))
        turn.repeat()


def _complaint(turn: Turn) -> None:
    turn.start(complaint.begin())
    turn.advance()


def _take_back(turn: Turn) -> None:
    turn.effects.append(AskComplaintBack())


def _recorded(turn: Turn, text: str) -> None:
    """A report's answer is for nobody else to read."""
    turn.private = True
    turn.effects.append(ShowRecorded(recorded_number(text)))


def _language(turn: Turn) -> None:
    turn.start(Start("language"))
    turn.advance()


def _speak(language: str) -> Callable[[Turn], None]:
    def speak(turn: Turn) -> None:
        turn.effects.append(SetLanguage(language))

    return speak


def _my_data(turn: Turn) -> None:
    turn.effects.append(TellMyData())


def _delete_data(turn: Turn) -> None:
    turn.effects.append(AskDeletion())


def _back_to(turn: Turn) -> None:
    """An idle list is still good as it stands: by SMS, where it would cost another message, it is not said again."""
    frame = turn.state.top
    idle = frame is not None and frame.asked and turn.context.flows[frame.flow].gives_way
    if not (idle and turn.context.channel is Channel.SMS):
        turn.repeat()


def _idle_list_stays(turn: Turn) -> None:
    """By SMS, where it would cost another message, a list that stands is not said again after a deed's words."""
    frame = turn.state.top
    idle = frame is not None and frame.asked and turn.context.flows[frame.flow].gives_way
    if frame and idle and turn.context.channel is Channel.SMS:
        frame.passing = True


def _told(key: str) -> Callable[[Turn], None]:
    """Something about the office, and back to the open question."""

    def tell(turn: Turn) -> None:
        office = turn.context.office
        turn.say(Say(key, place_args(turn.talk(turn.state.top or Frame("menu"))) | {"fee": postage.fee(office)}))
        _back_to(turn)

    return tell


def _opt(out: bool) -> Callable[[Turn], None]:
    def opt(turn: Turn) -> None:
        turn.effects.append(OptOut(out))

    return opt


ACTS: dict[str, Callable[[Turn], None]] = {
    "back": navigation.back,
    "cancel": navigation.cancel,
    "never_mind": navigation.never_mind,
    "change": _change,
    "menu": navigation.menu,
    "status": _status,
    "help": _help,
    "officer": _officer,
    "complaint": _complaint,
    "take_back": _take_back,
    "form": _form,
    "language": _language,
    "english": _speak("en"),
    "indonesian": _speak("id"),
    "continue": navigation.resume,
    "again": navigation.again,
    "not_now": navigation.not_now,
    "go_on": navigation.go_on,
    "later": navigation.later,
    "my_data": _my_data,
    "delete_data": _delete_data,
    "stop": _opt(True),
    "start": _opt(False),
    "delivery": _told("told-delivery"),
    "verify": _told("told-verify"),
}
