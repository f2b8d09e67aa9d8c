"""Dates as Indonesians write them: day first, months in words, years often in two digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

LONGEST_TEXT = 500
EARLIEST_YEAR = 1900
YEARS_AHEAD = 10  # how far a planned date may lie; two-digit years beyond it belong to the last century

_MONTHS = {
    1: ("januari", "january"),
    2: ("februari", "february", "pebruari"),
    3: ("maret", "march", "mrt"),
    4: ("april",),
    5: ("mei", "may"),
    6: ("juni", "june"),
    7: ("juli", "july"),
    8: ("agustus", "august", "agt", "ags"),
    9: ("september",),
    10: ("oktober", "october"),
    11: ("november", "nopember"),
    12: ("desember", "december"),
}
_DAYS_AWAY = {
    "hari ini": 0, "today": 0, "sekarang": 0,
    "kemarin lusa": -2, "kemarin dulu": -2, "kemarin": -1, "kemaren": -1, "kmrn": -1, "yesterday": -1,
    "besok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip

_YEAR = r"(?P<year>\d{4}|'?\d{2})?"
_PATTERNS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})\s*(?P<sep>[-/. ])\s*(?P<month>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4}|\d{2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})[-/., ]*(?P<month>[a-z]{{3,9}})[-/., ]*{_YEAR}(?!\d)"),
)


class DateUnclear(ValueError):
    """`key` is date-missing, date-impossible, date-no-year, date-several or date-future."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def parse_date(text: str, today: date, *, future: bool = False) -> date:
    """The one date in the text. Raises DateUnclear; a date after `today` is unclear unless `future` is allowed."""
    plain = " ".join(text[:LONGEST_TEXT].casefold().split())
    found = set(_written(plain, today, future)) or _named_day(plain, today)
    if not found:
        raise DateUnclear("date-missing")
    if len(found) > 1:
        raise DateUnclear("date-several")
    day = found.pop()
    if day > today and not future:
        raise DateUnclear("date-future")
    return day


def _written(text: str, today: date, future: bool) -> Iterator[date]:
    for pattern in _PATTERNS:
        matches = [match for match in pattern.finditer(text) if _month(match["month"])]
        if matches:
            return (_date(match, today, future) for match in matches)
    return iter(())


def _date(match: re.Match[str], today: date, future: bool) -> date:
    if match["year"] is None:
        raise DateUnclear("date-no-year")
    year = _full_year(match["year"].lstrip("'"), today, future)
    if not EARLIEST_YEAR <= year <= today.year + YEARS_AHEAD:
        raise DateUnclear("date-impossible")
    try:
        return date(year, _month(match["month"]), int(match["day"]))
    except ValueError:
        raise DateUnclear("date-impossible") from None


def _full_year(written: str, today: date, future: bool) -> int:
    """Two digits: this century unless that lies ahead (or, for plans, too far ahead)."""
    if len(written) == 4:
        return int(written)
    year = today.year // 100 * 100 + int(written)
    return year if year <= today.year + (YEARS_AHEAD if future else 0) else year - 100


def _month(written: str) -> int:
    """0 for a word that is no month. Numbers pass as they are: 13 is an impossible date, not a missing one."""
    if written.isdecimal():
        return int(written) or 13
    return next((n for n, names in _MONTHS.items() if any(name.startswith(written) for name in names)), 0)


def _named_day(text: str, today: date) -> set[date]:
    for words, away in _DAYS_AWAY.items():
        if re.search(rf"\b{words}\b", text):
            return {today + timedelta(days=away)}
    return set()
