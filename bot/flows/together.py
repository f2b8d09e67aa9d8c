"""By SMS, what is to be answered in words is asked for several questions in one message: every message costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Several, Step, Talk
from bot.flows.fields import FREE, Fields
from bot.flows.fields_by_kind import read_fields
from bot.flows.several import gather, rows_of
from bot.says import AskAgain, Say
from registry.models import Channel

LEAST, MOST = 3, 7  # in one message: two are as soon asked alone, more than seven are not answered in order
MARKS = re.compile(r"\s*[#*|\n]\s*")
COMMAS = re.compile(r"\s*[,;]\s*")


def or_together(step: Step, steps: Sequence[Step]) -> Step:
    """The same question, asked with those after it that wait for no other answer; alone once it was not answered, or
    comes back after something else. All of them may be answered even so."""

    def ask(talk: Talk) -> Say:
        asked = [step] if talk.resumed else asked_with(step, steps, talk)
        alone = step.ask(talk)
        if len(asked) == 1:
            return alone
        beside = tuple(option for option in alone.options if option.unnumbered)
        return Say("ask-together", {"asked": _listed(asked, talk)}, beside)

    def read(talk: Talk, answer: Answer) -> Any:
        asked = in_a_row(step, steps, talk)
        parts = _parts(answer.text, asked)
        by_sms = talk.channel is Channel.SMS
        if len(asked) == 1 or len(parts) < (2 if by_sms else LEAST) or ":" in answer.text:
            return step.read(talk, answer)
        several = (
            _read(parts, asked, steps, talk)
            if by_sms
            else _more_than_told(parts, answer.text, step, asked, steps, talk)
        )
        return several or step.read(talk, answer)

    return replace(step, ask=ask, read=read)


def asked_with(step: Step, steps: Sequence[Step], talk: Talk) -> list[Step]:
    """The questions that go out in one message with this one: itself alone, or so many that it pays."""
    return in_a_row(step, steps, talk) if talk.channel is Channel.SMS and not talk.tries else [step]


def in_a_row(step: Step, steps: Sequence[Step], talk: Talk) -> list[Step]:
    """Those that people answer in one message, asked together or not."""
    if step.field(talk) is None:
        return [step]
    place = next(n for n, each in enumerate(steps) if each.key == step.key)
    found = [step]
    for each in steps[place + 1 :]:
        if found[-1].kind in FREE or len(found) == MOST:
            break
        if each.key not in talk.answers and each.field(talk) and each.when(talk):
            found.append(each)
    return found if len(found) >= LEAST else [step]


def _listed(asked: Sequence[Step], talk: Talk) -> str:
    return ", ".join(talk.words.shown(step.field(talk), talk.language, talk.channel) for step in asked)


def _parts(text: str, asked: Sequence[Step]) -> list[str]:
    """At the marks and lines, else at the commas."""
    text = text.strip(" #*|\n,;")
    parts = MARKS.split(text) if MARKS.search(text) else COMMAS.split(text)
    if asked[-1].kind in FREE:
        parts[len(asked) - 1 :] = [", ".join(parts[len(asked) - 1 :])] if len(parts) >= len(asked) else []
    return parts


def _read(parts: Sequence[str], asked: Sequence[Step], steps: Sequence[Step], talk: Talk) -> Several | None:
    fields = read_fields(parts, [step.key for step in asked], steps, talk)
    if not fields.answers:
        return None
    return Several(fields.answers, unclear=_unclear(fields, steps))


def _more_than_told(
    parts: Sequence[str], text: str, step: Step, asked: Sequence[Step], steps: Sequence[Step], talk: Talk
) -> Several | None:
    """A row of answers where one was asked for: taken where their order tells more than their words do."""
    fields = read_fields(parts, [each.key for each in asked], steps, talk)
    if len(fields.answers) < LEAST or len(fields.answers) <= len(gather(text, steps, talk, step).values):
        return None
    ack = Say("several-read", {"rows": rows_of(fields.answers, steps, fields.seen())})
    return Several(fields.answers, ack, unclear=_unclear(fields, steps))


def _unclear(fields: Fields, steps: Sequence[Step]) -> AskAgain | None:
    """What was said to the question that comes next, and does not do."""
    seen = fields.seen()
    following = next((step for step in steps if step.key not in seen.answers and step.when(seen)), None)
    return fields.unclear.get(following.key) if following else None
