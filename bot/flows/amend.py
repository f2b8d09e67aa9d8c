"""Something in a request that was sent is not right: in which, and whether it was understood, before it is noted."""

from __future__ import annotations

from typing import Any

from bot.effects import Effect, NoteCorrection, Tell
from bot.flow import Flow, Step, Talk
from bot.flows.readers import read_choice
from bot.flows.status import case_options, chosen_case, read_case
from bot.says import Option, Say
from bot.wording import InSentence

NAME = "amend"
SURE = (Option("yes", "option-yes-note"), Option("no", "option-not-meant"))


def _told(talk: Talk) -> dict[str, Any]:
    return {"label": InSentence(f"label-{talk.facts['what']}"), "value": talk.facts["shown"]}


def _finish(talk: Talk) -> list[Effect]:
    if talk.answers["sure"] != "yes":
        return [Tell("correction-not-noted")]
    case = chosen_case(talk)
    return [NoteCorrection(int(case["id"]), case["number"], talk.facts["what"], talk.facts["shown"])]


FLOW = Flow(
    NAME,
    (
        Step(
            "case",
            lambda talk: Say("correction-which", _told(talk), case_options(talk)),
            read_case,
            when=lambda talk: len(talk.facts["cases"]) > 1,
        ),
        Step(
            "sure",
            lambda talk: Say("correction-sure", {"number": chosen_case(talk)["number"], **_told(talk)}, SURE),
            read_choice(("yes", "no")),
            by_button=True,
        ),
    ),
    _finish,
    on_the_side=True,
)
