"""What somebody's words are to a question that is not the open one: one of its options, or a text to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.flow import Accepted, Answer, Several, Step, Talk
from bot.meaning.picks import pick
from bot.says import AskAgain, Say


def told(step: Step, talk: Talk, text: str) -> Mapping[str, Accepted]:
    """What the step would keep, by key, its own among them; and what it would say. Raises AskAgain."""
    option = pick(text, alone(step, talk).options, talk.words, talk.language, talk.channel, numbers=False)
    value = step.read(replace(talk, note=None), Answer(text, option.id if option else None))
    if not isinstance(value, Several):
        return {step.key: value if isinstance(value, Accepted) else Accepted(value)}
    if step.key not in value.values:
        raise AskAgain("text-expected")
    return {key: Accepted(each, value.ack if key == step.key else None) for key, each in value.values.items()}


def alone(step: Step, talk: Talk) -> Say:
    """The question by itself, wherever else it may be asked together with others."""
    return step.ask(replace(talk, resumed=True))


def shown_in(step: Step, talk: Talk, value: object) -> str:
    """How the summary would show it; empty where it does not."""
    return step.row(replace(talk, answers={**talk.answers, step.key: value})) if step.row else ""
