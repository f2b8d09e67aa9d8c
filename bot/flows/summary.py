"""The last look before something is sent: every answer can still be changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Accepted, Answer, AskAgain, Option, Reopen, Say, Several, Step, Talk, always
from bot.picks import plain
from bot.wording import Words
from registry.models import Channel

Row = tuple[Step, str]  # the step that can be asked again, and how its answer reads
AGAIN = "change:"


def rows_of(steps: Sequence[Step], talk: Talk) -> list[Row]:
    """The answers that count, in order: an answer whose question no longer applies is left out."""
    found = [(step, step.row(talk)) for step in steps if step.row and step.key in talk.answers and step.when(talk)]
    return [(step, text) for step, text in found if text]


def shown(rows: Sequence[Row], talk: Talk) -> str:
    texts = [text for _, text in rows]
    if talk.channel is Channel.SMS:
        return ", ".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def change_options(steps: Sequence[Step], talk: Talk) -> tuple[Option, ...]:
    return tuple(
        Option(AGAIN + step.key, _label(step, talk), plain=True)
        for step in steps
        if _changeable(step, talk) and step.when(talk)
    )[:10]


def _changeable(step: Step, talk: Talk) -> bool:
    """Answered, named, and no question put only to find out whether a request is needed."""
    named = talk.words.has(label_key(step), talk.language)
    asks_whether = bool(step.stops) and step.row is None
    return not (step.is_summary or asks_whether) and step.key in talk.answers and named


def label_key(step: Step) -> str:
    return "label-" + step.key.replace(":", "-")


def _label(step: Step, talk: Talk) -> str:
    return talk.words.render(label_key(step), {}, talk.language, Channel.WHATSAPP)


def summary_step(
    steps: Sequence[Step],
    ask: Callable[[Talk, Sequence[Row]], Say],
    options: tuple[Option, ...],
    picked: Callable[[Talk, str], Any] = lambda talk, pick: pick,
    rows: Callable[[Talk], Sequence[Row]] | None = None,
    when: Callable[[Talk], bool] = always,
) -> Step:
    """`options` include "send" and "change"; `picked` turns any other pick into a value."""

    def listed(talk: Talk) -> Sequence[Row]:
        return rows(talk) if rows else rows_of(steps, talk)

    def asked(talk: Talk) -> Say:
        if talk.note == "changed":
            return Say("send-now", options=options)
        say = ask(talk, listed(talk))
        return Say(say.key, say.args, options)

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick == "change":
            raise AskAgain("change-which", options=change_options(steps, talk))
        if answer.pick and answer.pick.startswith(AGAIN):
            return Reopen(answer.pick.removeprefix(AGAIN))
        if answer.pick:
            return picked(talk, answer.pick)
        return _typed(talk, answer, listed(talk), steps)

    return Step("sent", asked, read, when=when, is_summary=True)


def _typed(talk: Talk, answer: Answer, rows: Sequence[Row], steps: Sequence[Step]) -> Any:
    """ "4", "kelurahan", or "kelurahannya karang jati": a correction without the button."""
    said = plain(answer.text)
    if said.isdecimal() and 1 <= int(said) <= len(rows):
        return Reopen(rows[int(said) - 1][0].key)
    for step in steps:
        if not _changeable(step, talk):
            continue
        named = re.match(rf"(?:ubah |ganti |change )?{re.escape(plain(_label(step, talk)))}(?:nya)?\b(.*)", said)
        if named:
            return _corrected(talk, step, answer.text, named[1].strip())
    raise AskAgain("summary-unclear")


def _corrected(talk: Talk, step: Step, text: str, rest: str) -> Any:
    if not rest or step.takes_uploads:
        return Reopen(step.key)
    start = plain(text).index(rest)
    words = " ".join(text.split()[len(plain(text)[:start].split()) :])
    value = step.read(talk, Answer(words))
    if isinstance(value, Accepted) and value.ack:
        said = Words(value.ack.key, value.ack.args)
        return Several({step.key: value.value}, Say("changed", {"value": said}), "changed")
    seen = replace(talk, answers={**talk.answers, step.key: value})
    shown = step.row(seen) if step.row else ""
    return Several({step.key: value}, Say("changed", {"value": f"{shown or words}."}), "changed")


def masked_number(digits: str) -> str:
    return f"...{digits[-4:]}" if digits else ""


def row(key: str, value: Callable[[Talk], Any]) -> Callable[[Talk], str]:
    """A summary line by the text row-<key>, empty when the channel leaves it out."""

    def render(talk: Talk) -> str:
        return talk.words.render(f"row-{key}", {"value": value(talk)}, talk.language, talk.channel).strip()

    return render


def option_words(question: str, option: str) -> Words:
    return Words(f"option-{question}-{option}")
