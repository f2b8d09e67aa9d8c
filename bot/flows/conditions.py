"""A service file's conditions, as a step asks them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.flow import Talk, always
from registry.catalogue import Question, Service
from registry.services.conditions import NOT, holds
from registry.services.service import Condition


def applies(condition: Condition, talk: Talk) -> bool:
    return holds(condition, talk.answers, talk.today) is True


def may_apply(condition: Condition, presumed: Mapping[str, str]) -> Callable[[Talk], bool]:
    """Also while a question that it depends on is open; what is `presumed` counts as said."""

    def may(talk: Talk) -> bool:
        return holds(condition, {**presumed, **talk.answers}, talk.today) is not False

    return may


def asked_when(question: Question, service: Service) -> Callable[[Talk], bool]:
    """What holds unless something else was said waits while that is still to be asked."""
    apply = when(question.when)
    unless = [
        other
        for key, wanted in question.when.items()
        if isinstance(wanted, dict) and NOT in wanted
        if (other := service.question_by_key.get(key)) and other.presumed is None
    ]

    def waits(talk: Talk) -> bool:
        open_ones = (other for other in unless if other.key not in talk.answers)
        return any(holds(other.when, talk.answers, talk.today) is not False for other in open_ones)

    return (lambda talk: apply(talk) and not waits(talk)) if unless else apply


def never(talk: Talk) -> bool:
    return False


def when(condition: Condition) -> Callable[[Talk], bool]:
    return (lambda talk: applies(condition, talk)) if condition else always
