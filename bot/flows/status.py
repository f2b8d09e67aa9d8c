"""Several requests: which one is meant?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.effects import Effect, ShowStatus
from bot.flow import Answer, Flow, Step, Talk
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Option, Say

ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima")
PLACES = {word: n for n, word in enumerate(ORDINALS)} | {word: n for n, word in enumerate("12345")} | {"terakhir": -1}
SMALL = {"el", "atau", "data", "ke", "dan", "di", "or", "and", "to", "a", "the"}
MOST_WORDS = 6  # more wants something else


def case_options(talk: Talk) -> tuple[Option, ...]:
    return tuple(case_option(case, talk) for case in talk.facts["cases"])


def case_option(case: Mapping[str, Any], talk: Talk) -> Option:
    """ "BPP-00412 Ubah KK": by a name that leaves room for the number, and picked by that name alone."""
    return Option(str(case["id"]), f"{case['number']} {_name(case, talk)}", plain=True, also=_key(case, talk))


def chosen_case(talk: Talk) -> Mapping[str, Any]:
    """The one that was picked; of one alone it is not asked."""
    cases: list[Mapping[str, Any]] = talk.facts["cases"]
    return next((case for case in cases if str(case["id"]) == talk.answers.get("case")), cases[0])


def _key(case: Mapping[str, Any], talk: Talk) -> str:
    key = f"tag-{case['service']}"
    return key if talk.words.has(key, talk.language) else f"short-{case['service']}"


def _name(case: Mapping[str, Any], talk: Talk) -> str:
    return talk.words.render(_key(case, talk), {}, talk.language, talk.channel)


def _ask(talk: Talk) -> Say:
    return Say("status-which", {"n": len(talk.facts["cases"])}, case_options(talk))


def read_case(talk: Talk, answer: Answer) -> Any:
    """One of those listed, by its button, place, number or words."""
    if picked := answer.pick or _named(talk, answer.text):
        return picked
    raise AskAgain("choose-one")


def _named(talk: Talk, text: str) -> str | None:
    """ "Yang kedua", "413", "yang ktp hilang": by its place, its number, or the one that its words name best."""
    said, cases = set(spelling().words(text)), talk.facts["cases"]
    if len(text.split()) > MOST_WORDS:
        return None
    place = next((place for word, place in PLACES.items() if word in said), None)
    if place is not None and place < len(cases):
        return str(cases[place]["id"])
    digits = {number for number in re.findall(r"\d{3,}", text)}
    numbered = [case for case in cases if digits & set(re.findall(r"\d+", case["number"]) + [case["number"][-3:]])]
    called = numbered or _called(talk, said)
    return str(called[0]["id"]) if len(called) == 1 else None


def _called(talk: Talk, said: set[str]) -> list[Mapping[str, Any]]:
    whole = [case for case in talk.facts["cases"] if set(spelling().words(_name(case, talk))) <= said]
    if len(whole) == 1:
        return whole
    shared = [(case, len(said & _words(case, talk))) for case in talk.facts["cases"]]
    most = max(count for _, count in shared)
    return [case for case, count in shared if count == most > 0]


def _words(case: Mapping[str, Any], talk: Talk) -> set[str]:
    full = talk.words.render(f"service-{case['service']}", {}, talk.language, talk.channel)
    return set(spelling().words(f"{_name(case, talk)} {full}")) - SMALL


def _finish(talk: Talk) -> list[Effect]:
    return [ShowStatus(int(talk.answers["case"]))]


FLOW = Flow("status", (Step("case", _ask, read_case),), _finish)
