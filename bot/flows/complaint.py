"""Somebody asked for money, or treated a citizen badly: a report that only a supervisor opens."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, OpenComplaint
from bot.flow import Answer, AskAgain, Flow, Say, Step, Talk
from bot.flows.readers import read_text

NAME = "complaint"


def _ask(talk: Talk) -> Say:
    return Say("complaint-ask", {"told": _told(talk)})


def _told(talk: Talk) -> str:
    """Whether the message that opened the report already said what happened."""
    return "yes" if talk.facts.get("said") else "no"


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.uploads:
        raise AskAgain("complaint-file-kept", asks=True, told=_told(talk))
    return read_text(talk, answer)


def _finish(talk: Talk) -> list[Effect]:
    said = (talk.facts.get("said"), talk.answers["what"])
    return [OpenComplaint(tuple(words for words in said if words))]


FLOW = Flow(
    NAME,
    (Step("what", _ask, _read, takes_uploads=True),),
    _finish,
    private=True,
)
