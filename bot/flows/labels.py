"""What answers are called, and a form's text cut at these names: "Nama: Rina Contoh NIK: 6471..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.flow import Step, Talk
from bot.meaning.picks import plain
from bot.wording import Wording
from registry.models import Channel
from registry.nik import numbers_in

NUMBERS = ("nik", "kk_number")
DATES = ("birth_date", "date")
PLAIN_WORDS = (*NUMBERS, "name", "village")  # kinds whose name stands before its answer without a colon, too
SHORT = {"ttl", "jk"}  # that mean nothing else
GAP = r"[\s,.:;=!-]+"
OWNER = r"(?P<whose>\s?nya\b|ku)?(?:\s+(?:saya|sy|aku|anak|anaknya|lengkap))?"
UNKNOWN = re.compile(r"^[\s*•-]*(?P<name>[A-Za-z][A-Za-z /.]{1,30}?)\s*[:=]", re.MULTILINE)
DISTRICT = {"kecamatan", "kec", "district"}


@dataclass(frozen=True)
class Field:
    """A label with what stands after it. `step` is none for a label that no question has."""

    step: Step | None
    name: str
    text: str
    colon: bool


def label_key(step: Step) -> str:
    return "label-" + step.key.replace(":", "-")


def label_of(step: Step, talk: Talk) -> str:
    return talk.words.render(label_key(step), {}, talk.language, Channel.WHATSAPP)


def names_of(step: Step, talk: Talk) -> tuple[str, ...]:
    return labels_of(talk.words, talk.language, label_key(step))


def named_in(step: Step, text: str, talk: Talk) -> bool:
    """Whether its answer is spoken of."""
    said = plain(text)
    return any(re.search(rf"\b{re.escape(name)}\b", said) for name in names_of(step, talk))


@lru_cache(maxsize=2_000)
def labels_of(words: Wording, language: str, key: str) -> tuple[str, ...]:
    """The label and its other words; rendering is slow, and they never change."""
    if not words.has(key, language):
        return ()
    return tuple(map(plain, (words.render(key, {}, language, Channel.WHATSAPP), *words.says(key, language))))


def pattern_of(name: str) -> str:
    return GAP.join(map(re.escape, name.split()))


def cut_at_labels(text: str, steps: Sequence[Step], talk: Talk) -> tuple[list[str], list[Field]]:
    """The text that no label claims, and the fields. A number ends its field, a line ends any other."""
    marks = list(_marks(text, steps, talk))
    loose = [text[: marks[0].start()] if marks else text]
    ends = [*(mark.start() for mark in marks), len(text)][1:]
    fields = []
    for mark, end in zip(marks, ends, strict=True):
        name, colon = plain(mark["name"]), ":" in mark[0] or "=" in mark[0]
        called = _steps_called(name, steps, talk, of_another="nya" in (mark.groupdict().get("whose") or ""))
        value, rest = _value(text[mark.end() : end], called)
        fields += [Field(step, name, value, colon) for step in called] or [Field(None, name, value, colon)]
        loose.append(rest)
    return loose, _with_districts(fields)


def _marks(text: str, steps: Sequence[Step], talk: Talk) -> Iterator[re.Match[str]]:
    """Labels in order, without those that begin inside another."""
    kinds = {name: step.kind for step in reversed(steps) for name in names_of(step, talk)}
    formal = "\n" in text.strip() or next(numbers_in(text), None) is not None
    found = [mark for mark in _any_of(tuple(kinds)).finditer(text) if _leads(mark, text, kinds, formal)]
    found += [mark for mark in UNKNOWN.finditer(text)]
    end = 0
    for mark in sorted(found, key=lambda mark: (mark.start("name"), -mark.end())):
        if mark.start("name") >= end:
            end = mark.end()
            yield mark


@lru_cache(maxsize=200)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    called = "|".join(map(pattern_of, longest_first)) or r"\b\B"
    return re.compile(rf"(?<![^\W_])(?P<name>{called}){OWNER}(?P<gap>\s*[:=]\s*|[\s.,-]+|(?=\d))", re.IGNORECASE)


def _leads(mark: re.Match[str], text: str, kinds: dict[str, str], formal: bool) -> bool:
    """Whether the words are a label here, and not a part of what is said."""
    if ":" in mark["gap"] or "=" in mark["gap"]:
        return True
    name = plain(mark["name"])
    before_digits = text[mark.end() : mark.end() + 1].isdecimal()
    if kinds[name] in NUMBERS or (before_digits and kinds[name] in DATES):
        return before_digits
    begins_line = not text[: mark.start()].rpartition("\n")[2].strip(" *•-")
    return formal and (begins_line or " " in name or name in SHORT or kinds[name] in PLAIN_WORDS)


def _steps_called(name: str, steps: Iterable[Step], talk: Talk, *, of_another: bool = False) -> list[Step]:
    """One of each kind, the first still to be answered if there is one: TTL are a place and a date. Where somebody
    else files than whom it is for, "NIK saya" is theirs, and "NIK nya" is not."""
    named = [step for step in steps if name in names_of(step, talk)]

    def later(step: Step) -> tuple[bool, ...]:
        asked, writers = step.when(talk), step.of == "applicant"
        return (not (asked or step.may(talk)), writers and not asked, writers == of_another, step.key in talk.answers)

    called = sorted(named, key=later)
    return list({step.kind: step for step in reversed(called)}.values())


def _value(text: str, called: Sequence[Step]) -> tuple[str, str]:
    if called and called[0].kind in NUMBERS and (number := next(numbers_in(text), None)):
        return text[: number[2]], text[number[2] :]
    line, _, rest = text.strip().partition("\n")
    return line.strip(" ,;|#*"), rest


def _with_districts(fields: list[Field]) -> list[Field]:
    """A kecamatan on a line of its own tells which village of the name is meant."""
    district = next((field.text for field in fields if not field.step and field.name in DISTRICT), "")
    return [
        Field(f.step, f.name, f"{f.text} {district}" if f.step.kind == "village" else f.text, f.colon)
        for f in fields
        if f.step
    ]
