"""The words of a screen: states, services, answers, times, in the officer's language and the office's zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from backoffice.doors import door
from backoffice.formats import Clock, age, number
from backoffice.parts import parts
from backoffice.texts import Texts
from backoffice.wrong_fields import remember
from registry.calendar.working_time import WEEKDAYS
from registry.catalogue import Question, Service
from registry.lifecycle import Refused
from registry.models import Blank, Case, PaperState, TicketState
from registry.offices.settings import PARTED
from registry.places.map_pins import map_link

NAMED = {"field": "setting", "figure": "figure", "event": "event"}  # what a refusal names by its own word


class Words:
    def __init__(self, spoken: Texts, clock: Clock | None) -> None:
        self._t = spoken
        self._clock = clock or Clock("Asia/Makassar", spoken.language)

    def state(self, state: StrEnum) -> str:
        """The same word the citizen reads (see the glossary), but for whom it waits."""
        return self._t(f"state-{state.value}")

    def service(self, code: str) -> str:
        return self._t.label("service", code)

    def question(self, key: str) -> str:
        return self._t.label("label", key)

    def asked(self, question: Question) -> str:
        """What a service asks in words of its own: whose NIK it is, or who asks."""
        own = f"asked-{(question.text or question.key).removeprefix('ask-')}"
        return self._t(own) if own in self._t else self.question(question.key)

    def paper(self, key: str) -> str:
        """By the name it has under a photo, which says most; of a portrait that name says only of whom."""
        under = f"paper-{key}-photo" in self._t and not key.endswith("_photo")
        name = self._t.label("paper", f"{key}-photo" if under else key)
        return name[:1].upper() + name[1:]

    def lost(self, things: Sequence[str]) -> str:
        """What a report of a loss speaks of."""
        return ", ".join(self._t.label("lost", each) for each in things)

    def wanted(self, subject: str) -> str:
        """A paper or an answer, as the log names it: paper:ktp, answer:nik."""
        kind, _, key = subject.partition(":")
        return self.paper(key) if kind == "paper" else self.question(key)

    def point(self, name: str) -> str:
        """One of the checklist: a paper, or the answers beside the register."""
        return self.paper(name.removeprefix("paper:")) if name.startswith("paper:") else self._t(f"point-{name}")

    def requirement(self, key: str) -> str:
        """What the papers under it prove; one paper alone is called by its name."""
        return self._t(f"requirement-{key}") if f"requirement-{key}" in self._t else self.paper(key)

    def event(self, action: str) -> str:
        return self._t.label("event", action)

    def flag(self, key: str) -> str:
        return self._t.label("flag", key)

    def figure(self, name: str) -> str:
        return self._t.label("figure", name)

    def setting(self, name: str) -> str:
        """What was changed; of a number or a choice of the office with what it was: retention_days:30:1."""
        name, *values = name.split(PARTED if PARTED in name else ":")
        if name == "consent" and values:
            return self._t("consent-by", how=self._t(f"consent-{values[0]}"))
        if len(values) == 2:
            before, after = (self._value(name, value) for value in values)
            return f"{self._setting(name)}: {before} → {after}"
        return self.service(name) if name in parts().catalogue else self._t.label("setting", name)

    def _setting(self, name: str) -> str:
        """Of the opening hours each day by itself: hours.week-mon, hours.spell-0-fri, hours.closed."""
        part, _, field = name.partition(".")
        if not field:
            return self._t.label("setting", name)
        kind, _, day = field.rpartition("-")
        spell = f", {self._t('hours-spell')}" if kind.startswith("spell") and not day.isdecimal() else ""
        key = f"hours-{kind}" if day.isdecimal() else f"day-{day}" if day in WEEKDAYS else "hours-holidays"
        return f"{self._t.label('setting', part)}{spell}, {self._t(key)}"

    def _value(self, name: str, value: str) -> str:
        if name == "by_hand_districts":
            return ", ".join(self.village(code) for code in value.split()) or "–"
        key = f"{name.replace('_', '-')}-{value}"
        return self._t(key) if key in self._t else value or "–"

    def subject(self, written: str, names: Mapping[int, str]) -> str:
        """What an entry of the log speaks of: an officer by name, other things by their number."""
        kind, _, which = written.partition(":")
        if f"subject-{kind}" not in self._t:
            return door(written)
        name = names.get(int(which), which) if kind == "officer" and which.isdecimal() else which
        return self._t(f"subject-{kind}", which=self.paper(which) if kind == "paper" else name)

    def document(self, template: str | None, kind: str) -> str:
        return self._t.label("document", template or kind)

    def answer(self, question: Question, value: Any) -> str:
        """As an officer types it into SIAK; a forgotten number says so."""
        if value in (None, ""):
            return self._t("answer-forgotten")
        if question.kind == "choice":
            return self.option(question.key, str(value))
        if question.kind in ("date", "birth_date"):
            return self._clock.day(value)
        if question.kind == "village":
            return self.village(str(value))
        return str(value)

    def option(self, question: str, option: str) -> str:
        return self._t.label(f"option-{question}", option)

    def village(self, code: str) -> str:
        regions = parts().regions
        region = regions.get(code)
        return regions.full_name(region) if region else code

    def map_link(self, pin: str) -> str | None:
        return map_link(pin)

    def long(self, at: datetime) -> str:
        return self._clock.long(at)

    def short(self, at: datetime) -> str:
        return self._clock.short(at)

    def hour(self, at: datetime) -> str:
        return self._clock.hour(at)

    def day(self, written: str | date) -> str:
        return self._clock.day(written)

    def weekday(self, number: int) -> str:
        return self._clock.weekday(number)

    def span(self, opens: str, closes: str, timezone: str | None = None) -> str:
        return self._clock.span(opens, closes, timezone)

    def age(self, since: datetime) -> str:
        key, count = age(since, parts().clock())
        return self._t(key, n=count)

    def number(self, count: float) -> str:
        """1.250 · 1,250, and 60,1 · 60.1"""
        return number(count, self._t.language)

    def left(self, until: datetime) -> str:
        key, count = age(parts().clock(), until)
        return self._t(key, n=count)

    def size(self, count: int | None) -> str:
        return self._t("size-kb", n=max(1, (count or 0) // 1024))


def refusal(spoken: Texts, refused: Refused) -> str:
    """The sentence for a move that is not allowed now; the page shows it at its field, too."""
    remember(refused)
    shown = {
        name: spoken.label(NAMED[name], str(value)) if name in NAMED else _shown(spoken, value)
        for name, value in refused.args_shown.items()
    }
    if refused.reason not in spoken:
        return spoken("refused-other")
    return spoken(refused.reason, **shown)


def _shown(spoken: Texts, value: object) -> object:
    if isinstance(value, Blank):
        return spoken(f"blank-{value.value}")
    if isinstance(value, list):
        return ", ".join(_named(spoken, str(key)) for key in value)
    kinds = {PaperState: "paper-state", TicketState: "ticket"}
    if isinstance(value, str) and not isinstance(value, StrEnum) and f"missing-{value}" in spoken:
        return spoken(f"missing-{value}")
    if not isinstance(value, StrEnum):
        return value
    return spoken.label(kinds.get(type(value), "state"), value.value)


def _named(spoken: Texts, key: str) -> str:
    """A point of the checklist, an answer as the log names it, or a paper by its key."""
    if key.startswith("answer:"):
        return Words(spoken, None).wanted(key)
    point = key if ":" in key or f"point-{key}" in spoken else f"paper:{key}"
    return Words(spoken, None).point(point)


def person_named(service: Service | None, answers: Mapping[str, Any]) -> str:
    return service.person_named(answers) if service else str(answers.get("name", ""))


def person_of(case: Case) -> str:
    return person_named(parts().catalogue.get(case.service), case.answers)
