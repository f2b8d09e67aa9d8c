"""What stands before a request's questions: what was read of a form, and once that is known, all the papers needed."""

from __future__ import annotations

from bot.flow import Flow, Step, Talk
from bot.says import Say
from bot.state import Frame


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
