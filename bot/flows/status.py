"""Several requests: which one is meant?"""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, ShowStatus
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk


def _options(talk: Talk) -> tuple[Option, ...]:
    return tuple(Option(str(case["id"]), case["label"], plain=True) for case in talk.facts["cases"])


def _ask(talk: Talk) -> Say:
    return Say("status-which", {"n": len(talk.facts["cases"])}, _options(talk))


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    return [ShowStatus(int(talk.answers["case"]))]


FLOW = Flow("status", (Step("case", _ask, _read),), _finish)
