"""Several requests: which one is meant?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.effects import Effect, ShowStatus
from bot.flow import Answer, AskAgain, Flow, Option, Say, Step, Talk
from bot.meaning.spelling import spelling

ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima")
MOST_WORDS = 6  # more wants something else


def _options(talk: Talk) -> tuple[Option, ...]:
    return tuple(case_option(case, talk) for case in talk.facts["cases"])


def case_option(case: Mapping[str, Any], talk: Talk) -> Option:
    """ "BPP-00412 Ubah KK": by a name that leaves room for the number, and picked by that name alone."""
    return Option(str(case["id"]), f"{case['number']} {_name(case, talk)}", plain=True, also=_key(case, talk))


def _key(case: Mapping[str, Any], talk: Talk) -> str:
    key = f"tag-{case['service']}"
    return key if talk.words.has(key, talk.language) else f"short-{case['service']}"


def _name(case: Mapping[str, Any], talk: Talk) -> str:
    return talk.words.render(_key(case, talk), {}, talk.language, talk.channel)


def _ask(talk: Talk) -> Say:
    return Say("status-which", {"n": len(talk.facts["cases"])}, _options(talk))


def _read(talk: Talk, answer: Answer) -> Any:
    if picked := answer.pick or _named(talk, answer.text):
        return picked
    raise AskAgain("choose-one")


def _named(talk: Talk, text: str) -> str | None:
    """ "Yang kedua", "yang ktp hilang": by its place, or by its name where one request alone is called so."""
    said, cases = set(spelling().words(text)), talk.facts["cases"]
    place = next((ORDINALS.index(word) for word in ORDINALS if word in said), None)
    if place is not None and place < len(cases):
        return str(cases[place]["id"])
    numbered = [case for case in cases if case["number"].casefold() in text.casefold()]
    called = numbered or [case for case in cases if set(spelling().words(_name(case, talk))) <= said]
    return str(called[0]["id"]) if len(called) == 1 and len(said) <= MOST_WORDS else None


def _finish(talk: Talk) -> list[Effect]:
    return [ShowStatus(int(talk.answers["case"]))]


FLOW = Flow("status", (Step("case", _ask, _read),), _finish)
