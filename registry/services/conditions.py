"""When a question, a paper or a document applies: the few conditions a service file may state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from registry.nik import Nik, NumberUnclear
from registry.services.service import Condition

LIMITS: Mapping[str, Callable[[date, int, date], bool]] = {
    "under": lambda day, years, today: relativedelta(today, day).years < years,
    "from": lambda day, years, today: relativedelta(today, day).years >= years,
    "over_days": lambda day, days, today: (today - day).days > days,
}

NOT = "not"  # options: holds unless one of them was said, and where nobody was asked


def holds(condition: Condition, answers: Mapping[str, Any], today: date) -> bool | None:
    """None while a question it depends on is still open."""
    still_open = False
    for key, wanted in condition.items():
        if isinstance(wanted, dict) and NOT in wanted:
            if answers.get(key) in wanted[NOT]:
                return False
        elif key not in answers:
            still_open = True
        elif not _fits(wanted, answers[key], today):
            return False
    return None if still_open else True


def brought_up_by(wanted: Any, options: Sequence[str]) -> Sequence[str]:
    """The options of a choice with which this part of a condition holds; none where it is not about a choice."""
    if isinstance(wanted, dict):
        return [option for option in options if option not in wanted[NOT]] if NOT in wanted else []
    return [option for option in options if option in (wanted if isinstance(wanted, list) else [wanted])]


def _fits(wanted: Any, value: Any, today: date) -> bool:
    if isinstance(wanted, list):
        return value in wanted
    if not isinstance(wanted, dict):
        return bool(value == wanted)
    day = _day(value, today)
    if day is None:
        return False  # a NIK whose date cannot be read says nothing about age
    return all(LIMITS[name](day, limit, today) for name, limit in wanted.items())


def _day(value: Any, today: date) -> date | None:
    """A date answer as it stands, or the birth date in a NIK."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        return Nik.parse(value).birth_date(today)
    except NumberUnclear:
        return None
