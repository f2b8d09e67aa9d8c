"""How a day is read; one without its year is read back with the nearest, and the year alone completes it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.flow import Answer, AskAgain, Option, Talk
from registry.calendar.dates import DateUnclear, parse_date

THAT_DAY = (Option("accept", "option-that-day"), Option("retype", "option-retype"))
YEAR = re.compile(r"\D*\b(?P<year>(?:19|20)\d{2})\b\D*")


def read_birth_date(talk: Talk, answer: Answer) -> Any:
    """A day that has passed."""
    return _read(talk, answer.text, future=False)


def read_date(talk: Talk, answer: Answer) -> Any:
    """A planned day, which may have passed."""
    return _read(talk, answer.text, future=True)


def read_known_date(talk: Talk, answer: Answer) -> Any:
    """A day that whoever answers is to know: none is proposed."""
    try:
        return parse_date(answer.text, talk.today).isoformat()
    except DateUnclear as unclear:
        raise AskAgain(unclear.key) from None


def _read(talk: Talk, text: str, *, future: bool) -> str:
    try:
        return parse_date(text, talk.today, future=future).isoformat()
    except DateUnclear as unclear:
        if unclear.key == "date-missing" and (completed := _in_year(talk.note, text)):
            return _read(talk, completed, future=future)
        raise _asked_again(unclear) from None


def _asked_again(unclear: DateUnclear) -> AskAgain:
    if unclear.likely is None:
        return AskAgain(unclear.key)
    day = unclear.likely.isoformat()
    return AskAgain("date-year", options=THAT_DAY, pending=day, note=day, whole=False, date=unclear.likely)


def _in_year(note: Any, text: str) -> str | None:
    """ "2025", after a day was read back with another year."""
    said = YEAR.fullmatch(text.strip())
    if said is None or not isinstance(note, str):
        return None
    day = date.fromisoformat(note)
    return (day + relativedelta(year=int(said["year"]))).isoformat()


def day_instead(text: str, stands: str, today: date) -> str | None:
    """The day that the text names, in the year of the one that `stands` where it bears none."""
    try:
        return parse_date(text, today, future=True).isoformat()
    except DateUnclear as unclear:
        if unclear.likely is None:
            return None
        return (unclear.likely + relativedelta(year=date.fromisoformat(stands).year)).isoformat()
