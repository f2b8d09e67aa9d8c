"""DATA SAYA: what is kept of this number, and what its owner may ask for (UU 27/2022 Pasal 6-8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.effects import AskDeletion, Effect, RequestData
from bot.flow import Flow, Step, Talk
from bot.flows.readers import read_choice, read_text
from bot.says import Option, Say
from bot.wording import InSentence, Listed, Words

OPTIONS = (
    Option("access", "option-ask-copy"),
    Option("correct", "option-correct-data"),
    Option("delete", "option-delete-data"),
)
MOST_NAMED = 6


def _ask(talk: Talk) -> Say:
    facts = talk.facts
    kept = {"cases": facts["cases"], "photos": facts["photos"], "answers": _named(facts["answers"])}
    return Say("my-data", kept, OPTIONS)


def _named(keys: Sequence[str]) -> Any:
    """Some of the answers by name: none is shown."""
    if not keys:
        return "none"
    more = (Words("and-more"),) if len(keys) > MOST_NAMED else ()
    return Listed((*(InSentence(f"label-{key}") for key in keys[:MOST_NAMED]), *more))


def _finish(talk: Talk) -> list[Effect]:
    if talk.answers["what"] == "delete":
        return [AskDeletion()]
    return [RequestData(talk.answers["what"], talk.answers.get("wrong"))]


FLOW = Flow(
    "my_data",
    (
        Step("what", _ask, read_choice(tuple(option.id for option in OPTIONS)), by_button=True),
        Step(
            "wrong", lambda talk: Say("my-data-wrong"), read_text, when=lambda talk: talk.answers["what"] == "correct"
        ),
    ),
    _finish,
    gives_way=True,
    on_the_side=True,
)
