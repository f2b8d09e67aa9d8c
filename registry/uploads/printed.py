"""Numbers and dates of a printed line, as a reader sees them: letters for digits, blanks lost."""

from __future__ import annotations

import re
from datetime import date

from registry.calendar.dates import DateUnclear, parse_date
from registry.nik import LOOKALIKES, numbers_in

_WITH_DIGITS = re.compile(r"(?<![^\W_])(?=[OoIl|]*[0-9])[0-9OoIl|]+(?![^\W_])")
_NO = re.compile(
    r"^\W*n[o0](?:mor)?\b[\s.:]*(?:kk|kartu\s*keluarga)?[\s.:]*(?=[\dOoIl|])|^\W*n[o0]\.?(?=\d)", re.IGNORECASE
)
_DATE = re.compile(r"(?<!\d)\d{1,2}\s*[-/. ]?\s*(?:[A-Za-z]{3,10}|\d{1,2})\s*[-/., ]?\s*\d{4}(?!\d)")


def numbers(line: str) -> list[str]:
    """NIK and KK numbers. Strokes divide other numbers: SKPWNI/6471/21112026/0000."""
    digits = _WITH_DIGITS.sub(lambda word: word[0].translate(LOOKALIKES), line).replace("/", ";")
    return [number for number, _, _ in numbers_in(digits)]


def labelled_number(line: str) -> str | None:
    """ "No. 6471041203150000", as it stands under the heading of a family card; a NIK is called otherwise."""
    found = numbers(line) if _NO.match(line) else []
    return found[0] if len(found) == 1 else None


def dates(line: str, latest: date) -> list[date]:
    """Those that have come; what is no date of any calendar is passed over."""
    found = (_date(match[0], latest) for match in _DATE.finditer(line))
    return [day for day in found if day is not None]


def _date(written: str, latest: date) -> date | None:
    try:
        return parse_date(written, latest)
    except DateUnclear:
        return None
