"""Twins: how many children are meant, and what the next request knows from the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.effects import Start
from bot.flow import Flow
from bot.state import Frame
from registry.calendar.number_words import in_digits

CHILD = "child_name"  # a question
OWN = (CHILD, "sex", "child_number")  # of each child; born on the same day, as a rule
SIBLINGS = "siblings"  # a fact: how many more children of one birth there are
TWINS_SAID = "twins"  # a fact: the first words told of them, which is answered as the request opens
TOLD = "twins-one-by-one"  # a text
TWINS = re.compile(r"\b(?:kembar(?:nya)?|twins?|triplets?)\b(?!\s+(?:siam|identik))", re.IGNORECASE)
NUMBER = re.compile(r"\b(?:kembar|anak|bayi)\W{1,2}([2-5])\b|\b([2-5])\s*(?:anak|bayi|orang|org)\b")
NO_TWINS = re.compile(r"\b(?:bukan|tidak|tdk|ga|gak|nggak|not)\W+(?:\w+\W+)?(?:kembar|twins?)\b", re.IGNORECASE)
TWO_NAMES = re.compile(r"^\W*[^\W\d_][^\d?]*\s(?:dan|and|&|sama)\s+[^\W\d_]", re.IGNORECASE)
MOST_WORDS = 7  # of two names


def more_children(text: str) -> int:
    """Besides the first: one of twins, two of triplets; none where no twins are told of."""
    if not TWINS.search(text) or NO_TWINS.search(text):
        return 0
    number = NUMBER.search(in_digits(text.casefold()))
    told = int(number[1] or number[2]) if number else 3 if "triplet" in text.casefold() else 2
    return told - 1


def two_names(text: str) -> bool:
    return bool(TWO_NAMES.match(text)) and "?" not in text and len(text.split()) <= MOST_WORDS


def next_child(frame: Frame, flow: Flow, given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The wish for the next one of the birth that the request in `frame` was about: nothing of it was sent yet."""
    more = frame.facts.get(SIBLINGS, 0)
    if not more:
        return []
    asked = [step.key for step in flow.steps if step.kind and step.key not in OWN]
    shared = {key: given[key] for key in ("office", *asked) if key in given}
    number = given.get("child_number")
    answers = {**shared, "child_number": number + 1} if isinstance(number, int) else shared
    return [asdict(Start(frame.flow, answers, {SIBLINGS: more - 1, "compact": True}))]
