"""HAPUS DATA: at once, or when the running requests are over. By SMS, where a sender can be forged, with a code."""

from __future__ import annotations

from typing import Any

from bot.effects import DeleteData, Effect, Tell
from bot.flow import Answer, Flow, Step, Talk
from bot.meaning.picks import plain
from bot.says import AskAgain, Option, Say
from bot.wording import Listed
from registry.models import Channel

NOT = Option("no", "option-never-mind")
AFTER = Option("after", "option-after-the-end")
NOW = Option("now", "option-cancel-and-delete")
KEEP = Option("keep", "option-do-not-delete")
NOTHING_RUNS = (Option("now", "option-delete-now"), NOT)
RUNS, RUNS_ON = (AFTER, NOW, NOT), (AFTER, NOT)  # the second where the office is making the document already
RECORDED, RECORDED_ON = (NOW, KEEP, NOT), (KEEP, NOT)


def _ask(talk: Talk) -> Say:
    running, recorded = Listed(tuple(talk.facts["running"])), talk.facts["recorded"]
    if recorded:
        options = RECORDED if talk.facts["may_withdraw"] else RECORDED_ON
        return Say("delete-recorded", {"number": recorded, "cases": running}, options)
    if talk.facts["running"]:
        return Say("delete-when", {"cases": running}, RUNS if talk.facts["may_withdraw"] else RUNS_ON)
    return Say("delete-now", options=NOTHING_RUNS)


def _read(talk: Talk, answer: Answer) -> Any:
    if answer.pick in {option.id for option in _ask(talk).options}:
        return answer.pick
    raise AskAgain("choose-one")


def _needs_code(talk: Talk) -> bool:
    return talk.channel is Channel.SMS and talk.answers["how"] == "now"


def _read_code(talk: Talk, answer: Answer) -> Any:
    if plain(answer.text) != talk.facts["code"]:
        raise AskAgain("delete-code-differs")
    return answer.text


def _finish(talk: Talk) -> list[Effect]:
    how = talk.answers["how"]
    return [Tell("not-deleted")] if how == NOT.id else [DeleteData(how)]


FLOW = Flow(
    "delete_data",
    (
        Step("how", _ask, _read),
        Step("code", lambda talk: Say("delete-code", {"code": talk.facts["code"]}), _read_code, when=_needs_code),
    ),
    _finish,
    on_the_side=True,
)
