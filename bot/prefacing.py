"""What stands before a request's questions: what it was understood to be, what was read of a form, and once that is
known, all the papers needed."""

from __future__ import annotations

from collections.abc import Iterator

from bot import condoling
from bot.flow import Flow, Step, Talk
from bot.flows.siblings import TOLD, TWINS_SAID
from bot.says import Say
from bot.state import Frame, State

IN_WORDS = "in_words"  # a fact of a request that was told, not picked


def opening(state: State, frame: Frame, flow: Flow, talk: Talk) -> Iterator[Say]:
    """Before the first question. Who asked in words is told what was understood; who picked it from a list knows."""
    yield from condoling.opening(state, talk.today, flow, frame)
    if frame.facts.get(IN_WORDS) and (named := flow.named(talk)):
        yield named
    if frame.facts.pop(TWINS_SAID, False):
        yield Say(TOLD)


def preface(frame: Frame, flow: Flow, step: Step, talk: Talk) -> Say | None:
    """Before `step`. The papers are said once every question that decides about them is answered, not in part, and
    none that may end the request stands between."""
    may_end = bool(step.stops) and step.kind == "choice"
    known = not (frame.prefaced or may_end) and flow.steps.index(step) >= flow.preface_from
    said = flow.preface(talk) if known else flow.reads_back(talk)
    frame.prefaced |= known
    if frame.facts.pop("compact", False):
        frame.facts.pop("unread", None)
    return said
