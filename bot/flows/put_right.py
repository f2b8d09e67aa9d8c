"""What should stand in a request that was sent, as the question for it would have read it."""

from __future__ import annotations

from typing import Any

from bot.flow import Accepted, Answer, AskAgain, Talk
from bot.flows.change import told_instead
from bot.flows.names import read_name

NAMES = ("name", "child_name")


def to_put_right(text: str, talk: Talk) -> tuple[str, str] | None:
    """The key of an answer and its new value: a village by its whole name, a person's in capitals; else as typed."""
    told = told_instead(text, talk.words, talk.language)
    if told is None:
        return None
    key, value = told
    if key == "village":
        return key, _village(value, talk)
    return key, _name(value, talk) if key in NAMES else value


def _village(value: str, talk: Talk) -> str:
    found = talk.regions.search(value, within=talk.region or "")
    return talk.regions.full_name(found[0]) if len(found) == 1 else value


def _name(value: str, talk: Talk) -> str:
    try:
        read: Any = read_name(talk, Answer(value))
    except AskAgain:
        return value
    return str(read.value if isinstance(read, Accepted) else read)
