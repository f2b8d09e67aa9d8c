"""Dates as Indonesians write them: day first, months in words, years often in two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta
from rapidfuzz.distance import OSA

from registry.calendar.near_days import near_day
from registry.calendar.number_words import in_digits
from registry.nik import LOOKALIKES

LONGEST_TEXT = 500
EARLIEST_YEAR = 1900
YEARS_AHEAD = 10  # how far a planned date may lie; two-digit years beyond it belong to the last century
SHORTEST_MISSPELLED = 5  # letters: "juni" and "juli" must be right

_MONTHS = {
    1: ("januari", "january"),
    2: ("februari", "february", "pebruari"),
    3: ("maret", "march", "mrt"),
    4: ("april",),
    5: ("mei", "may"),
    6: ("juni", "june", "juny"),
    7: ("juli", "july", "juley"),
    8: ("agustus", "august", "agt", "ags", "agst"),
    9: ("september",),
    10: ("oktober", "october"),
    11: ("november", "nopember"),
    12: ("desember", "december"),
}
_LED_BY = re.compile(
    r"\b(?:tahun|thn|taun|th|year)\.?\s*(?='?\d)|(?<=\d)\s*\b(?:bulan|bln|bl|month)\b\.?(?!\s*(?:ini|lalu|k[em]))"
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?:\s+of\b)?")
_WITH_LETTERS = re.compile(r"\b(?=[OoIl|]*\d)[\dOoIl|]+\b")  # O for 0, l for 1
_THIS_YEAR = re.compile(r"\b(?:tahun|thn|th)\s+ini\b|\bthis year\b")
_LAST_YEAR = re.compile(r"\b(?:tahun|thn|th)\s+(?:lalu|kemarin|kemaren|kmrn)\b|\blast year\b")
_PASSED = re.compile(r"\b(?:lalu|kemarin|kemaren|kmrn|ini|last)\b")

_YEAR = r"(?P<year>\d{4}|'?\d{2})?"
_PATTERNS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})\s*(?P<sep>[-/., ])\s*(?P<month>\d{1,2})\s*(?:(?P=sep)|[-/])\s*"
        r"(?P<year>\d{4}|\d{2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})(?!\d)"),
    # each for itself, as in "22, tgl 12 mei"
    re.compile(rf"(?<!\d)(?=(?P<day>\d{{1,2}})[-/., ]*(?P<month>[a-z]{{3,10}})[-/., ]*{_YEAR}(?!\d))"),
    re.compile(r"(?<![a-z])(?P<month>[a-z]{3,10})[-/. ]*(?P<day>\d{1,2})[-/., ]+(?P<year>\d{4}|'?\d{2})(?!\d)"),
)


class DateUnclear(ValueError):
    """`key` is date-missing, date-impossible, date-no-year, date-several or date-future. `likely` is the nearest day
    that a date without a year may mean."""

    def __init__(self, key: str, likely: date | None = None) -> None:
        super().__init__(key)
        self.key = key
        self.likely = likely


def parse_date(text: str, today: date, *, future: bool = False) -> date:
    """The one date in the text. Raises DateUnclear; a date after `today` is unclear unless `future` is allowed."""
    plain = plain_date(text, today)
    found = set(_written(plain, today, future)) or _told_from_today(plain, today, future)
    if not found:
        raise DateUnclear("date-missing")
    if len(found) > 1:
        raise DateUnclear("date-several")
    day = found.pop()
    if day > today and not future:
        raise DateUnclear("date-future")
    return day


def speaks_of_day(text: str, today: date) -> bool:
    """Whether any day is named, be it one that cannot be."""
    try:
        return bool(parse_date(text, today, future=True))
    except DateUnclear as unclear:
        return unclear.key != "date-missing"


def plain_date(text: str, today: date) -> str:
    """Lower case, numbers in digits, "tahun lalu" as a number, and no word between day, month and year."""
    digits = _WITH_LETTERS.sub(lambda word: word[0].translate(LOOKALIKES), text[:LONGEST_TEXT])
    plain = in_digits(" ".join(digits.casefold().split()))
    plain = _LAST_YEAR.sub(str(today.year - 1), _THIS_YEAR.sub(str(today.year), plain))
    return _LED_BY.sub("", _ORDINAL.sub("", plain))


def _told_from_today(text: str, today: date, future: bool) -> set[date]:
    try:
        day = near_day(text, today, future=future)
    except ValueError:
        raise DateUnclear("date-impossible") from None
    return {day} if day else set()


def _written(text: str, today: date, future: bool) -> Iterator[date]:
    for pattern in _PATTERNS:
        matches = [match for match in pattern.finditer(text) if month_called(match["month"])]
        if matches:
            return (_date(match, text, today, future) for match in matches)
    return iter(())


def _date(match: re.Match[str], text: str, today: date, future: bool) -> date:
    month, day = month_called(match["month"]), int(match["day"])
    try:
        if match["year"] is None:
            return _latest(month, day, today, text, future)
        year = _full_year(match["year"].lstrip("'"), today, future)
        if not EARLIEST_YEAR <= year <= today.year + YEARS_AHEAD:
            raise DateUnclear("date-impossible")
        return date(year, month, day)
    except DateUnclear:
        raise
    except ValueError:
        raise DateUnclear("date-impossible") from None


def _latest(month: int, day: int, today: date, text: str, future: bool) -> date:
    """ "5 juni lalu" bears its year; "5 juni" does not."""
    this_year = date(today.year, month, day)
    latest = this_year if this_year <= today else this_year + relativedelta(years=-1)
    if _PASSED.search(text):
        return latest
    ahead = latest + relativedelta(years=1)
    raise DateUnclear("date-no-year", ahead if future and ahead - today < today - latest else latest)


def _full_year(written: str, today: date, future: bool) -> int:
    """Two digits: this century unless that lies ahead (or, for plans, too far ahead)."""
    if len(written) == 4:
        return int(written)
    year = today.year // 100 * 100 + int(written)
    return year if year <= today.year + (YEARS_AHEAD if future else 0) else year - 100


def month_called(written: str) -> int:
    """0 for a word that is no month. Numbers pass as they are: 13 is an impossible date, not a missing one."""
    if written.isdecimal():
        return int(written) or 13
    for number, names in _MONTHS.items():
        if any(name.startswith(written) for name in names):
            return number
    if len(written) < SHORTEST_MISSPELLED:
        return 0
    near = (
        n for n, names in _MONTHS.items() if any(OSA.distance(written, name, score_cutoff=1) <= 1 for name in names)
    )
    return next(near, 0)
