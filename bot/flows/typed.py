"""What somebody's words are to a question that is not the open one: one of its options, or a text to read."""

from __future__ import annotations

from dataclasses import replace

from bot.flow import Accepted, Answer, Step, Talk
from bot.picks import pick


def told(step: Step, talk: Talk, text: str) -> Accepted:
    """What the step would keep, and what it would say to it. Raises AskAgain."""
    option = pick(text, step.ask(talk).options, talk.words, talk.language, talk.channel, numbers=False)
    value = step.read(replace(talk, note=None), Answer(text, option.id if option else None))
    return value if isinstance(value, Accepted) else Accepted(value)


def shown_in(step: Step, talk: Talk, value: object) -> str:
    """How the summary would show it; empty where it does not."""
    return step.row(replace(talk, answers={**talk.answers, step.key: value})) if step.row else ""
