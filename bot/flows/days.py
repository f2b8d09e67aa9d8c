"""How a day is read. One without its year, or alone, is read back with the nearest; of a month alone the day is asked.
What is said then completes it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from bot.flow import Answer, Talk
from bot.says import AskAgain, Option
from registry.calendar.dates import DateUnclear, parse_date
from registry.calendar.parts_of_dates import day_told, month_told, nearest

THAT_DAY = (Option("accept", "option-that-day"), Option("retype", "option-retype"))
PART = re.compile(r"(?:(?P<year>\d{4})-)?(?P<month>\d{2})")  # a note: of which month the day was asked
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
        if unclear.key != "date-missing":
            raise _asked_again(unclear) from None
        if completed := _in_year(talk.note, text) or _in_month(talk.note, text, talk.today):
            return _read(talk, completed, future=future)
        raise _of_a_part(text, talk.today, future=future) from None


def _of_a_part(text: str, today: date, *, future: bool) -> AskAgain:
    """What is told of a day by who leaves a part of it out."""
    if told := month_told(text, today):
        year, month = told
        note = f"{year:04}-{month:02}" if year else f"{month:02}"
        return AskAgain("date-day", note=note, asks=True)
    day = day_told(text, today)
    likely = nearest(day, today, future=future) if day else None
    return _asked_again(DateUnclear("date-missing", likely))


def _in_month(note: Any, text: str, today: date) -> str | None:
    """ "12", after the day of a month was asked."""
    part = PART.fullmatch(note) if isinstance(note, str) else None
    day = day_told(text, today) if part else None
    if part is None or day is None:
        return None
    return "-".join([str(day), date(today.year, int(part["month"]), 1).strftime("%B"), *filter(None, [part["year"]])])


def _asked_again(unclear: DateUnclear) -> AskAgain:
    if unclear.likely is None:
        return AskAgain(unclear.key)
    day = unclear.likely.isoformat()
    return AskAgain("date-year", options=THAT_DAY, pending=day, note=day, whole=False, date=unclear.likely)


def _in_year(note: Any, text: str) -> str | None:
    """ "2025", after a day was read back with another year."""
    said = YEAR.fullmatch(text.strip())
    if said is None or not isinstance(note, str) or PART.fullmatch(note):
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
