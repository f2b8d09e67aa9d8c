"""The same question, where words that are no option may tell its answer, or those of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.flow import Answer, AskAgain, Say, Several, Step, Talk
from bot.flows.labels import label_of
from bot.flows.named_besides import named_besides
from bot.flows.typed import shown_in
from bot.meaning.already_told import already_told
from registry.catalogue import Service

FREE = ("text", "street")


def or_told_besides(step: Step, steps: Sequence[Step], service: Service) -> Step:
    """ "Sy 24 suami 26" where it is asked whether both are of age; "cewek, anak ke 2" where the name is asked."""

    def read(talk: Talk, answer: Answer) -> Any:
        try:
            return step.read(talk, answer)
        except AskAgain as again:
            new = {} if answer.pick or answer.uploads or again.pending else _new(answer.text, steps, service, talk)
            if not new:
                raise
            return Several(new, Say("several-read", {"rows": _rows(new, steps, talk)}))

    return step if step.is_summary or step.kind in FREE or step.takes_uploads else replace(step, read=read)


def _new(text: str, steps: Sequence[Step], service: Service, talk: Talk) -> dict[str, Any]:
    keys = {step.key for step in steps if step.kind}
    told = {**named_besides(text, steps, talk), **already_told(text, service)}
    return {key: value for key, value in told.items() if key in keys and key not in talk.answers}


def _rows(new: dict[str, Any], steps: Sequence[Step], talk: Talk) -> str:
    seen = replace(talk, answers={**talk.answers, **new})
    return ", ".join(_row(step, seen) for step in steps if step.key in new)


def _row(step: Step, seen: Talk) -> str:
    value = seen.answers[step.key]
    option = next((each for each in step.ask(seen).options if each.id == value), None)
    named = seen.words.render(option.label, {}, seen.language, seen.channel) if option else ""
    return shown_in(step, seen, value) or named or label_of(step, seen)
