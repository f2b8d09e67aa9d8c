"""The fields of a compact message read into answers; and those that a request in words bears."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.compact import Compact, compact
from bot.effects import Start
from bot.flow import AskAgain, Flow, Step, Talk
from bot.flows.application import NAME
from bot.flows.several import LONGEST, gather
from bot.flows.typed import told
from bot.picks import label, plain
from registry.catalogue import Catalogue, Service

UNSAID = {"", "-", ".", "x"}
ANSWERS = re.compile(r"\d{4}|:")
MANY_DIGITS = re.compile(r"(?:\d\W?){6}")


def read_compact(found: Compact, flow: Flow, talk: Talk) -> Mapping[str, Any]:
    """Answers that can be read; what is missing or unclear is simply asked afterwards."""
    reading = _Reading(flow, talk, [key for key in found.services[0].compact])
    for each in found.fields:
        reading.take(each)
    return {**talk.answers, **found.answers, **reading.answers}


@dataclass
class _Reading:
    """Fields come in the service's order; one left out, or one more, does not put the others out of place."""

    flow: Flow
    talk: Talk
    keys: list[str]
    answers: dict[str, Any] = field(default_factory=dict)
    village: str = ""  # named by a field, and not found by its name alone

    def take(self, said: str) -> None:
        if plain(said) in UNSAID:
            self.keys = self.keys[1:]
        elif self.talk.regions.is_larger_place(said) and "village" not in self.answers and self.village:
            self._keep(self.flow.step("village"), f"{self.village} {said}")
        elif not (self._as_option(said) or self._in_order(said)):
            found = gather(said, self.flow.steps, self._seen(), None)
            self.answers |= {key: accepted.value for key, accepted in found.values.items()}

    def _seen(self) -> Talk:
        return replace(self.talk, answers={**self.talk.answers, **self.answers})

    def _as_option(self, said: str) -> bool:
        """ "Hilang", "Laki-laki": exactly one question has this for an answer."""
        if plain(said).isdecimal() or self._next_is_choice():
            return False
        seen = self._seen()
        choices = [step for step in self.flow.steps if step.kind == "choice" and step.key not in seen.answers]
        asking = [step for step in choices if _offers(step, said, seen)]
        return len(asking) == 1 and not asking[0].stops and self._keep(asking[0], said)

    def _next_is_choice(self) -> bool:
        return bool(self.keys) and self.flow.step(self.keys[0]).kind == "choice"

    def _in_order(self, said: str) -> bool:
        numeric = bool(MANY_DIGITS.search(said))
        for place, key in enumerate(self.keys):
            step = self.flow.step(key)
            if numeric and step.kind in ("name", "village", "place", "choice"):
                continue
            if self._keep(step, said):
                self.keys = self.keys[place + 1 :]
                return True
            if step.kind == "village":
                self.village, self.keys = said, self.keys[place + 1 :]
                return True
        return False

    def _keep(self, step: Step, said: str) -> bool:
        try:
            read = told(step, self._seen(), said)
        except AskAgain:
            return False
        self.answers |= {key: accepted.value for key, accepted in read.items()}
        return True


def _offers(step: Step, said: str, talk: Talk) -> bool:
    labels = (label(option, talk.words, talk.language, talk.channel) for option in step.ask(talk).options)
    return plain(said) in map(plain, labels)


def compact_start(
    text: str, catalogue: Catalogue, flows: Mapping[str, Flow], talk_about: Callable[[str], Talk]
) -> Start | None:
    """The request that the message makes. Of a family that it does not tell apart the list is asked, and its answers
    wait for the choice."""
    found = compact(text, catalogue)
    if found is None:
        return None
    name = NAME + found.services[0].code
    answers = read_compact(found, flows[name], talk_about(name))
    if len(found.services) == 1:
        return Start(name, answers, {"compact": True})
    return Start("menu", {"group": found.services[0].group}, {"answers": answers})


def also_told(start: Start, text: str, flows: Mapping[str, Flow], talk: Talk) -> Start:
    """A request in words that bears numbers or labels answers those questions, too."""
    if not ANSWERS.search(text) or len(text) > LONGEST:
        return start
    found = gather(text, flows[start.flow].steps, talk, None)
    told_now = {key: accepted.value for key, accepted in found.values.items()}
    facts = {**start.facts, "compact": True} if told_now else start.facts
    return Start(start.flow, {**start.answers, **told_now}, facts)


def form_of(service: Service, talk: Talk) -> str:
    """AKL#NIK#No. KK#Nama anak#..., as a citizen may write it."""
    labels = (talk.words.render(f"label-{key}", {}, talk.language, talk.channel) for key in service.compact)
    return "#".join((service.code, *labels))
