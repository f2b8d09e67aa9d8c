"""The last look before something is sent: every answer can still be changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, Reopen, Several, Step, Talk, always
from bot.flows.change import AGAIN, CHANGE, CHANGED, change_options, speaks_of_change, told_by, typed_change
from bot.flows.labels import NUMBERS, label_key, names_of
from bot.flows.writers_own import writers_own
from bot.meaning.asked import is_question, may_ask
from bot.meaning.picks import plain
from bot.says import AskAgain, Option, Say
from bot.wording import Words
from registry.models import Channel

CHANGES = re.compile(rf"\W*{CHANGE}\b", re.IGNORECASE)  # "ubah untuk siapa" names a row, and asks nothing
READ = re.compile(r"\b(?:ke|ter)?(?:baca|bca|masuk|simpan|catat|tulis|isi)\w*\b")
PUT_OFF = {"nanti", "besok", "lusa", "later", "tomorrow"}
FORBIDS, SENDING = {"jangan", "jgn", "dont", "not"}, {"kirim", "dikirim", "kirimkan", "send"}
Row = tuple[Step, str]  # the step that can be asked again, and how its answer reads


def rows_of(steps: Sequence[Step], talk: Talk) -> list[Row]:
    """The answers that count, in order: an answer whose question no longer applies is left out."""
    found = [(step, step.row(talk)) for step in steps if step.row and step.key in talk.answers and step.when(talk)]
    return [(step, text) for step, text in found if text]


def shown(rows: Sequence[Row], talk: Talk) -> str:
    texts = [text for _, text in rows]
    if talk.channel is Channel.SMS:
        return ", ".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def numbers_shown(keys: Sequence[str], talk: Talk) -> list[str]:
    """By SMS, where they have no rows of their own: how the answers to these questions end."""
    given = [(key, str(talk.answers[key])) for key in keys if talk.answers.get(key)]
    args = ({"label": Words(f"label-{key}"), "value": masked_number(digits)} for key, digits in given)
    return [talk.words.render("row-number", each, talk.language, talk.channel) for each in args]


def puts_off(text: str) -> bool:
    """ "Nanti saja kirim", "jangan kirim dulu": not now, whatever button's word stands in it."""
    words = set(plain(text).replace("don t", "dont").split())
    return len(words) > 1 and bool(words & PUT_OFF or (words & FORBIDS and words & SENDING))


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
        if talk.note == CHANGED:
            return Say("send-now", options=options)
        say = ask(talk, listed(talk))
        return replace(say, options=options)

    def read(talk: Talk, answer: Answer) -> Any:
        if answer.pick == "change":
            raise AskAgain("change-which", options=change_options(steps, talk))
        if answer.pick and answer.pick.startswith(AGAIN):
            told = typed_change(answer.text, steps, talk, at_summary=True)  # "nama rini contoh"
            return told if isinstance(told, Several) else Reopen(answer.pick.removeprefix(AGAIN))
        if answer.pick:
            return picked(talk, answer.pick)
        return _typed(talk, answer, listed(talk), steps)

    return Step("sent", asked, read, when=when, is_summary=True)


def _typed(talk: Talk, answer: Answer, rows: Sequence[Row], steps: Sequence[Step]) -> Any:
    """ "4", "kelurahan", or "kelurahannya karang jati": a correction without the button."""
    said = plain(answer.text)
    if said.isdecimal() and 1 <= int(said) <= len(rows):
        return Reopen(rows[int(said) - 1][0].key)
    if asked := _asked_about(answer.text, steps, talk):
        return asked
    if change := typed_change(answer.text, steps, talk, at_summary=True) or writers_own(answer.text, steps, talk):
        return change
    if speaks_of_change(answer.text):
        raise AskAgain("change-which", options=change_options(steps, talk))
    raise AskAgain("summary-unclear")


def _asked_about(text: str, steps: Sequence[Step], talk: Talk) -> Several | None:
    """ "NIK td kebaca ga?": the answers that the question names stand as they were given."""
    if CHANGES.match(text) or not (may_ask(text) or (is_question(text) and READ.search(plain(text)))):
        return None
    said = plain(text)
    named = [s for s in steps if s.key in talk.answers and any(re.search(rf"\b{n}\b", said) for n in names_of(s, talk))]
    rows = [_stands(step, talk) for step in named if not step.takes_uploads]
    return Several({}, Say("several-read", {"rows": ", ".join(rows)}), CHANGED) if rows else None


def _stands(step: Step, talk: Talk) -> str:
    value = talk.answers[step.key]
    if step.kind in NUMBERS and value:
        args = {"label": Words(label_key(step)), "value": masked_number(str(value))}
        return talk.words.render("row-number", args, talk.language, talk.channel)
    return told_by(step, talk)


def masked_number(digits: str) -> str:
    return f"...{digits[-4:]}" if digits else ""


def row(key: str, value: Callable[[Talk], Any]) -> Callable[[Talk], str]:
    """A summary line by the text row-<key>, worded by the value or by what was picked; empty where it is left out."""

    def render(talk: Talk) -> str:
        args = {"value": value(talk), "picked": talk.answers.get(key)}
        return talk.words.render(f"row-{key}", args, talk.language, talk.channel).strip()

    return render


def option_words(question: str, option: str) -> Words:
    return Words(f"option-{question}-{option}")
