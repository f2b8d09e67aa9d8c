"""An answer given before, put right in so few words that only their kind tells which it is: "eh salah, karang rejo"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.flow import Answer, Step, Talk
from bot.flows.labels import DATES, NUMBERS
from bot.flows.typed import alone, told
from bot.meaning.picks import pick, plain
from bot.says import AskAgain
from registry.calendar.dates import speaks_of_day
from registry.nik import numbers_in

SLIP = re.compile(
    r"^\W*(?:(?:eh|oh|ups|aduh|waduh|maaf|sori|sorry|min|pak|bu|kak)[\s,]+)*(?:salah|keliru|ralat|koreksi|wrong)\b(?!\s+satu)"
    r"(?:\s+(?:ketik|tulis|isi|itu|tadi|yang tadi|min|pak|bu|kak))*[\s,.:;!-]+"
    r"(?!harusnya|seharusnya|mestinya|should)(?P<value>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
MOST_WORDS = 2  # of an option


def put_right(text: str, steps: Sequence[Step], talk: Talk) -> dict[str, Any]:
    """By key. The last answer of the value's kind is meant."""
    said = SLIP.match(text)
    if said is None:
        return {}
    for step in _answered(steps, talk, _kinds(said["value"], talk)):
        try:
            read = told(step, talk, said["value"])
        except AskAgain:
            continue
        return {key: each.value for key, each in read.items()}
    return {}


def picked_instead(answer: Answer, steps: Sequence[Step], talk: Talk) -> dict[str, str]:
    """ "kontrak", where a name is asked for: the other option of a choice made before."""
    if answer.pick or not 0 < len(plain(answer.text).split()) <= MOST_WORDS:
        return {}
    of = {step.key: _option(step, answer.text, talk) for step in _answered(steps, talk, ("choice",))}
    meant = {key: option for key, option in of.items() if option}
    return {key: option for key, option in meant.items() if len(meant) == 1 and option != talk.answers[key]}


def _option(step: Step, text: str, talk: Talk) -> str | None:
    options = alone(step, talk).options
    found = pick(text, options, talk.words, talk.language, talk.channel, numbers=False, near=False)
    return found.id if found and found.id not in step.stops else None


def _kinds(value: str, talk: Talk) -> tuple[str, ...]:
    if next(numbers_in(value), None):
        return NUMBERS
    if talk.regions.called(value, talk.region or ""):
        return ("village",)
    return DATES if speaks_of_day(value, talk.today) else ()


def _answered(steps: Sequence[Step], talk: Talk, kinds: Sequence[str]) -> Iterator[Step]:
    """The last one first."""
    by_key = {step.key: step for step in steps if step.kind in kinds}
    return (by_key[key] for key in reversed(list(talk.answers)) if key in by_key)
