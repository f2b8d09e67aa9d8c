"""Somebody asked for money, or treated a citizen badly: a report that only a supervisor opens."""

from __future__ import annotations

from bot.effects import Effect, OpenComplaint
from bot.flow import Flow, Say, Step, Talk
from bot.flows.readers import read_text


def _finish(talk: Talk) -> list[Effect]:
    return [OpenComplaint()]


FLOW = Flow("complaint", (Step("what", lambda talk: Say("complaint-ask"), read_text),), _finish)
