"""Somebody asked for money, or treated a citizen badly: a report that only a supervisor opens."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, OpenComplaint, Start, TakeBackComplaint
from bot.flow import Accepted, Answer, Flow, Step, Talk
from bot.flows.readers import read_choice, read_text
from bot.meaning.grievance import denies, recants, tells_when_and_where
from bot.says import AskAgain, Option, Say

NAME = "complaint"
NO_REPORT = "!none"  # in the place of what happened: none was meant
SURE = (Option("yes", "option-take-back"), Option("no", "option-never-mind"))
WHETHER = (Option("yes", "option-report"), Option("no", "option-no-report"))


def begin(said: str = "", *, unsure: bool = False) -> Start:
    """`unsure`: a cross word that may be no report is asked about first."""
    return Start(NAME, facts={"said": said, "unsure": unsure})


def back(complaint_id: int, number: str) -> Start:
    """To be taken back, once that is sure."""
    return Start(NAME, facts={"about": complaint_id, "number": number, "opening": "back"})


def _is_back(talk: Talk) -> bool:
    return "number" in talk.facts


def _ask(talk: Talk) -> Say:
    return Say("complaint-ask", {"told": _told(talk)})


def _told(talk: Talk) -> str:
    """Whether the message that opened the report already said what happened, or all of it."""
    said = talk.facts.get("said", "")
    return "all" if tells_when_and_where(said) else "yes" if said else "no"


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.uploads:
        raise AskAgain("complaint-file-kept", asks=True, told=_told(talk))
    return Accepted(NO_REPORT) if denies(answer.text) or recants(answer.text) else read_text(talk, answer)


def _finish(talk: Talk) -> list[Effect]:
    if _is_back(talk):
        return [TakeBackComplaint(int(talk.facts["about"]))]
    said = (talk.facts.get("said"), talk.answers["what"])
    return [OpenComplaint(tuple(words for words in said if words))]


FLOW = Flow(
    NAME,
    (
        Step(
            "whether",
            lambda talk: Say("complaint-whether", options=WHETHER),
            read_choice(("yes", "no")),
            when=lambda talk: bool(talk.facts.get("unsure")),
            stops={"no": "complaint-none"},
            by_button=True,
        ),
        Step(
            "sure",
            lambda talk: Say("complaint-back-sure", {"number": talk.facts["number"]}, SURE),
            read_choice(("yes", "no")),
            when=_is_back,
            stops={"no": "complaint-stays"},
            by_button=True,
        ),
        Step(
            "what",
            _ask,
            _read,
            when=lambda talk: not _is_back(talk),
            stops={NO_REPORT: "complaint-none"},
            takes_uploads=True,
        ),
    ),
    _finish,
    private=True,
)
