"""Answers that come in the order of their questions, parted by marks: "rina contoh, 6471..., lupa, karang rejo"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.flow import Step, Talk
from bot.flows.several import gather
from bot.flows.street import ROADS
from bot.flows.typed import alone, told
from bot.meaning.picks import label, plain
from bot.says import AskAgain
from registry.calendar.dates import speaks_of_day

UNSAID = {"", "-", ".", "x"}
MANY_DIGITS = re.compile(r"(?:\d\W?){6}")
NO_NUMBERS = ("name", "village", "place", "choice")
NUMBERS = ("nik", "kk_number")
FREE = ("text", "street")  # every word is the answer, marks too
DATES = ("birth_date", "date")
TOWN = re.compile(r"[\s,]*(?:tgl|tanggal)?\s*\d")  # ends before the date beside it
PHONE = re.compile(r"(?:\+?62|0)8[\d\s-]{7,14}")  # a contact's own is known, another is asked for nowhere


@dataclass
class Fields:
    """`keys` are the questions in their order; a field left out, or one more, does not put the others out of place.
    A long number that does not do stands for the next question that wants one: it is `unclear` there."""

    steps: Sequence[Step]
    talk: Talk
    keys: list[str]
    answers: dict[str, Any] = field(default_factory=dict)
    unclear: dict[str, AskAgain] = field(default_factory=dict)
    village: str = ""  # named by a field, and not found by its name alone
    lost: list[str] = field(default_factory=list)  # questions in whose place something stood that does not do

    def take(self, said: str) -> None:
        if PHONE.fullmatch(said):
            return
        if plain(said) in UNSAID:
            self.keys = self.keys[1:]
        elif self.talk.regions.is_larger_place(said) and "village" not in self.answers and self.village:
            self._keep(self._step("village"), f"{self.village} {said}")
        elif not (self._as_option(said) or self._in_order(said)):
            found = gather(said, self.steps, self.seen(), None)
            self.answers |= {key: accepted.value for key, accepted in found.values.items()}
            if not found.values:
                self._lose(said)

    def take_in_place(self, parts: Sequence[str]) -> None:
        """One part for each question, and none for another."""
        keys, self.keys = self.keys, []
        for key, said in zip(keys, parts, strict=True):
            if plain(said) not in UNSAID and not self._keep(self._step(key), said):
                self.lost.append(key)

    def unread(self) -> dict[str, str]:
        """What was given for these questions and is no answer to them; and what would be said of it alone."""
        village = ["village"] if self.village else []
        keys = [key for key in dict.fromkeys((*self.lost, *village)) if key not in self.answers]
        return {key: self.unclear[key].say.key if key in self.unclear else "" for key in keys}

    def _lose(self, said: str) -> None:
        """It stood for the next question; one with numbers in it for the next that may have them."""
        numeric = re.search(r"\d{2}", said)
        meant = (n for n, key in enumerate(self.keys) if not (numeric and self._step(key).kind in NO_NUMBERS))
        if (place := next(meant, None)) is not None:
            self.lost.append(self.keys[place])
            self.keys = self.keys[place + 1 :]

    def seen(self) -> Talk:
        return replace(self.talk, answers={**self.talk.answers, **self.answers})

    def _step(self, key: str) -> Step:
        return next(step for step in self.steps if step.key == key)

    def _as_option(self, said: str) -> bool:
        """ "Hilang", "Laki-laki": exactly one question has this for an answer."""
        if plain(said).isdecimal() or self._next_is_choice():
            return False
        seen = self.seen()
        choices = [step for step in self.steps if step.kind == "choice" and step.key not in seen.answers]
        asking = [step for step in choices if _offers(step, said, seen)]
        return len(asking) == 1 and not asking[0].stops and self._keep(asking[0], said)

    def _next_is_choice(self) -> bool:
        return bool(self.keys) and self._step(self.keys[0]).kind == "choice"

    def _in_order(self, said: str) -> bool:
        numeric = bool(MANY_DIGITS.search(said))
        passed: list[str] = []  # a number does not stand in their place
        for place, key in enumerate(self.keys):
            step = self._step(key)
            if (numeric and step.kind in NO_NUMBERS) or (step.kind in FREE and self._names_day(said)):
                passed.append(key)
                continue
            if self._keep(step, said):
                self.keys = [*passed, *self.keys[place + 1 :]]
                self._keep_town(step, said)
                return True
            if step.kind == "village" and place == 0:
                self.village, self.keys = said, self.keys[place + 1 :]
                return True
            if (numeric and step.kind in NUMBERS) or (step.kind in DATES and self._names_day(said)):
                return self._is_unclear(key)
        return False

    def _names_day(self, said: str) -> bool:
        """ "5 november": it is the date, only its year is not known; no town, and no address that starts with a day."""
        return not ROADS.search(said) and speaks_of_day(said, self.talk.today)

    def _keep_town(self, step: Step, said: str) -> None:
        """ "Balikpapan, 12-11-2026" in one field."""
        wanted = next((self._step(key) for key in self.keys if self._step(key).kind == "place"), None)
        if wanted and step.kind in DATES and self.talk.regions.kabupaten_called(TOWN.split(said)[0]):
            self._keep(wanted, said)

    def _is_unclear(self, key: str) -> bool:
        self.lost.append(key)
        self.keys = [each for each in self.keys if each != key]
        return True

    def _keep(self, step: Step, said: str) -> bool:
        try:
            read = told(step, self.seen(), said)
        except AskAgain as unclear:
            self.unclear[step.key] = unclear
            return False
        self.answers |= {key: accepted.value for key, accepted in read.items()}
        return True


def read_fields(parts: Sequence[str], keys: Sequence[str], steps: Sequence[Step], talk: Talk) -> Fields:
    """As many parts as there are questions stand each in its place, unless more can be read in another order."""
    placed, loose = (Fields(steps, talk, list(keys)) for _ in range(2))
    for part in parts:
        loose.take(part)
    if len(parts) != len(keys):
        return loose
    placed.take_in_place(parts)
    return placed if placed.answers and len(placed.answers) >= len(loose.answers) else loose


def _offers(step: Step, said: str, talk: Talk) -> bool:
    labels = (label(option, talk.words, talk.language, talk.channel) for option in alone(step, talk).options)
    return plain(said) in map(plain, labels)
