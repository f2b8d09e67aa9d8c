"""BATAL after sending: which request, or place at the mobile van, and whether it is really to be given up."""

from __future__ import annotations

from typing import Any

from bot.effects import CancelBooking, Effect, Tell, WithdrawCase
from bot.flow import Answer, Flow, Step, Talk
from bot.flows.readers import read_choice
from bot.flows.status import case_option, case_options, chosen_case
from bot.says import AskAgain, Option, Say

NAME = "withdraw"
VAN = "van-"  # what the id of a place at the mobile van begins with
SURE = (Option("yes", "option-yes-cancel"), Option("no", "option-never-mind"))


def _chosen(talk: Talk) -> Option:
    return case_option(chosen_case(talk), talk)


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick:
        return answer.pick
    raise AskAgain("choose-one")


def _finish(talk: Talk) -> list[Effect]:
    chosen = _chosen(talk).id
    if talk.answers["sure"] != "yes":
        return [Tell("van-kept" if chosen.startswith(VAN) else "not-withdrawn")]
    if chosen.startswith(VAN):
        return [CancelBooking(int(chosen.removeprefix(VAN)))]
    return [WithdrawCase(int(chosen))]


def _ask_sure(talk: Talk) -> Say:
    chosen = _chosen(talk)
    key = "van-cancel-sure" if chosen.id.startswith(VAN) else "withdraw-sure"
    return Say(key, {"number": chosen.label}, SURE)


FLOW = Flow(
    NAME,
    (
        Step(
            "case",
            lambda talk: Say("withdraw-which", options=case_options(talk)),
            _read,
            when=lambda talk: len(talk.facts["cases"]) > 1,
            by_button=True,
        ),
        Step(
            "sure",
            _ask_sure,
            read_choice(("yes", "no")),
            by_button=True,
        ),
    ),
    _finish,
    on_the_side=True,
)
