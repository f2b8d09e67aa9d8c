"""What is taken for granted unless somebody says otherwise: that stands as a button beside the next question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Any

from bot.flow import Answer, Several, Step, Talk
from bot.says import Option, Say
from registry.catalogue import Service

Needed = Callable[[Talk], Say | None]  # the word about the papers


def no_word(talk: Talk) -> None:
    return None


def presumed_before(service: Service, key: str) -> tuple[Option, ...]:
    """What may be said otherwise of the questions right before this one."""
    place = next(n for n, question in enumerate(service.question) if question.key == key)
    if service.question[place].presumed is not None:
        return ()
    before = [*takewhile(lambda question: question.presumed is not None, reversed(service.question[:place]))]
    return tuple(
        Option(f"{question.key}={option}", f"beside-{question.key}-{option}", unnumbered=True, quiet=question.quiet)
        for question in reversed(before)
        for option in question.options
        if option != question.presumed and not question.inferred
    )


def with_presumed(step: Step, others: Sequence[Option], needed: Needed) -> Step:
    """By SMS they are not shown, for they cost; their words are understood all the same."""

    def ask(talk: Talk) -> Say:
        said = step.ask(talk)
        return replace(said, options=(*said.options, *(each for each in others if _key(each) not in talk.answers)))

    def read(talk: Talk, answer: Answer) -> Any:
        told = next((each for each in others if each.id == answer.pick), None)
        if told is None:
            return step.read(talk, answer)
        answers = {_key(told): told.id.partition("=")[2]}
        return Several(answers, needed(replace(talk, answers={**talk.answers, **answers})))

    return replace(step, ask=ask, read=read) if others else step


def _key(option: Option) -> str:
    return option.id.partition("=")[0]
