"""Several requests: which one is meant?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.effects import Effect, ShowStatus
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk


def _options(talk: Talk) -> tuple[Option, ...]:
    return tuple(case_option(case, talk) for case in talk.facts["cases"])


def case_option(case: Mapping[str, Any], talk: Talk) -> Option:
    """ "BPP-00412 Ubah KK": by a name that leaves room for the number, and picked by that name alone."""
    key = f"tag-{case['service']}"
    key = key if talk.words.has(key, talk.language) else f"short-{case['service']}"
    named = talk.words.render(key, {}, talk.language, talk.channel)
    return Option(str(case["id"]), f"{case['number']} {named}", plain=True, also=key)


def _ask(talk: Talk) -> Say:
    return Say("status-which", {"n": len(talk.facts["cases"])}, _options(talk))


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    return [ShowStatus(int(talk.answers["case"]))]


FLOW = Flow("status", (Step("case", _ask, _read),), _finish)
