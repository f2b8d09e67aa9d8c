"""A month without its day, or a day without its month: "juni 2025", "bulan depan", "tanggal 1"."""

from __future__ import annotations

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from registry.calendar.dates import month_called, plain_date

_MONTH = re.compile(r"(?<![a-z])(?:bulan|bln|month)?\s*(?P<month>[a-z]{3,10})\b\s*(?P<year>(?:19|20)\d{2})?(?!\d)")
_NEAR = re.compile(
    r"\b(?:bulan|bln|wulan|month)\s+(?P<after>ini|depan|lalu|kemarin|kemaren|kmrn)\b"
    r"|\b(?P<before>next|last|this) month\b"
)
_AWAY = {"ini": 0, "this": 0, "depan": 1, "next": 1}  # months; any other word is the one before
_BEFORE = r"(?:(?:eh|oh|ya|itu|pas|hari|sekitar|kayaknya|kira2|the|on)\s+)*(?:(?:tgl|tanggal|tg|tggl)\.?\s*)?"
_AFTER = r"(?:\s+(?:ya|yah|min|kak|pak|bu|aja|saja|deh|kayaknya|sih|kalau ga salah|klo ga salah))*"
_DAY = re.compile(rf"^\W*{_BEFORE}(?P<day>\d{{1,2}}){_AFTER}\W*$")
LEAVE = "may"  # a month only where little else is said


def month_told(text: str, today: date) -> tuple[int | None, int] | None:
    """Year and month; the year is none where it is not said."""
    plain = plain_date(text, today)
    if near := _NEAR.search(plain):
        first = today + relativedelta(day=1, months=_AWAY.get(near["after"] or near["before"], -1))
        return first.year, first.month
    for said in _MONTH.finditer(plain):
        leave = said["month"] == LEAVE and len(plain.split()) > 2
        if not leave and (month := month_called(said["month"])):
            return (int(said["year"]) if said["year"] else None), month
    return None


def day_told(text: str, today: date) -> int | None:
    """ "tgl 1", "1": the only number there is."""
    said = _DAY.match(plain_date(text, today))
    return int(said["day"]) if said and 1 <= int(said["day"]) <= 31 else None


def nearest(day: int, today: date, *, future: bool) -> date | None:
    """The last such day, or the next one of a plan; none where no month near has it."""
    months = (0, 1, 2) if future else (0, -1, -2)
    tried = (today + relativedelta(day=1, months=away) for away in months)
    for first in tried:
        found = first + relativedelta(day=day)
        if found.day == day and (found >= today if future else found <= today):
            return found
    return None
