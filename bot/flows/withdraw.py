"""BATAL after sending: which request, and whether it is really to be withdrawn."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, Tell, WithdrawCase
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.flows.readers import read_choice
from bot.flows.status import case_option

NAME = "withdraw"
SURE = (Option("yes", "option-yes-cancel"), Option("no", "option-never-mind"))


def _cases(talk: Talk) -> tuple[Option, ...]:
    return tuple(case_option(case, talk) for case in talk.facts["cases"])


def _chosen(talk: Talk) -> Option:
    return next((option for option in _cases(talk) if option.id == talk.answers.get("case")), _cases(talk)[0])


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    return [WithdrawCase(int(_chosen(talk).id))] if talk.answers["sure"] == "yes" else [Tell("not-withdrawn")]


FLOW = Flow(
    NAME,
    (
        Step(
            "case",
            lambda talk: Say("withdraw-which", options=_cases(talk)),
            _read,
            when=lambda talk: len(talk.facts["cases"]) > 1,
            by_button=True,
        ),
        Step(
            "sure",
            lambda talk: Say("withdraw-sure", {"number": _chosen(talk).label}, SURE),
            read_choice(("yes", "no")),
            by_button=True,
        ),
    ),
    _finish,
    on_the_side=True,
)
