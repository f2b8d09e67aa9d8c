"""A service file's conditions, as a step asks them."""

from __future__ import annotations

from collections.abc import Callable

from bot.flow import Talk, always
from registry.services.conditions import holds
from registry.services.service import Condition


def applies(condition: Condition, talk: Talk) -> bool:
    return holds(condition, talk.answers, talk.today) is True


def when(condition: Condition) -> Callable[[Talk], bool]:
    return (lambda talk: applies(condition, talk)) if condition else always
