"""Days told from today: "kemarin", "3 hari lalu", "jumat kemarin", "tgl 20 bulan lalu"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

_LAST_NIGHT = r"(?:tadi malam|malam (?:tadi|kemarin|kmrn)|semalam|(?:tadi|mau) bengi|last night)"
_DAYS_AWAY = {
    _LAST_NIGHT: -1,
    "hari ini": 0, "today": 0, "sekarang": 0, "barusan": 0, "tadi": 0, "mau (?:isuk|esuk|enjing)": 0, "this morning": 0,
    "kemarin lusa": -2, "kemarin dulu": -2, "kemarin": -1, "kemaren": -1, "kmrn": -1, "kmaren": -1, "wingi": -1,
    "yesterday": -1, "besok lusa": 2, "besok": 1, "bsk": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
_WEEKDAYS = (
    ("senin", "monday"), ("selasa", "tuesday"), ("rabu", "wednesday"), ("kamis", "thursday"),
    ("jumat", "jum.?at", "friday"), ("sabtu", "saturday"), ("hari minggu", "ahad", "sunday"),
)  # fmt: skip

_BEFORE = r"(?:lalu|kemarin|kemaren|kmrn|kmaren|wingi|lewat|tadi|last)"
_AGO = re.compile(
    rf"\b(?:(?P<days>\d{{1,3}})\s*(?:hari|hr|days?)|(?P<weeks>\d{{1,2}}|se|a )\s*(?:minggu|mgg|pekan|weeks?))"
    rf"\s+(?:yang\s+|yg\s+)?(?:{_BEFORE}|ago)"
)
_DAY_OF_MONTH = re.compile(
    rf"(?:\b(?:tgl|tanggal)\s*|^)(?P<day>\d{{1,2}})\s+(?:(?:bulan|bln)\s+(?P<month>ini|{_BEFORE})|(?:yang\s+|yg\s+)?{_BEFORE})"
)
_HAS_BEEN = re.compile(rf"\b{_BEFORE}\b")
_NEXT = re.compile(r"\b(?:depan|next|besok)\b")
_WEEK_BEFORE = re.compile(rf"\b(?:minggu|pekan|week)\s+{_BEFORE}|\blast week")
_EACH_WEEKDAY = [re.compile(rf"\b(?:{'|'.join(names)})\b") for names in _WEEKDAYS]
_EACH_AWAY = [(re.compile(rf"\b{words}\b"), away) for words, away in _DAYS_AWAY.items()]
# Whether there is any: most words name no day, and one look tells.
_A_WEEKDAY = re.compile("|".join(day.pattern for day in _EACH_WEEKDAY))
_AWAY = re.compile("|".join(words.pattern for words, _ in _EACH_AWAY))


def near_day(text: str, today: date, *, future: bool) -> date | None:
    """The day that lower-case `text` names by its distance from today, or none.

    A weekday is the last one; where plans are asked for (`future`), the next, unless the words say that it has been.
    Raises ValueError for a day that its month does not have.
    """
    readings: tuple[Callable[[], date | None], ...] = (
        lambda: _ago(text, today),
        lambda: _day_of_month(text, today),
        lambda: _weekday(text, today, future),
        lambda: _away(text, today),
    )
    return next((day for read in readings if (day := read()) is not None), None)


def _ago(text: str, today: date) -> date | None:
    found = _AGO.search(text)
    if not found:
        return None
    weeks = found["weeks"] or "0"
    days = int(found["days"] or 0) + 7 * (int(weeks) if weeks.isdecimal() else 1)
    return today - timedelta(days=days)


def _day_of_month(text: str, today: date) -> date | None:
    """ "tgl 20 kemarin" is the last 20th, which may lie in the month before."""
    found = _DAY_OF_MONTH.search(text)
    if not found:
        return None
    day = int(found["day"])
    earlier = day > today.day if found["month"] is None else found["month"] != "ini"
    return (today - relativedelta(months=int(earlier), day=1)).replace(day=day)


def _weekday(text: str, today: date, future: bool) -> date | None:
    if not _A_WEEKDAY.search(text):
        return None
    number = next(number for number, day in enumerate(_EACH_WEEKDAY) if day.search(text))
    if _WEEK_BEFORE.search(text):
        return today + timedelta(days=number - today.weekday() - 7)
    back = (today.weekday() - number) % 7
    if _HAS_BEEN.search(text):
        return today - timedelta(days=back or 7)
    ahead = _NEXT.search(text) or (future and back)
    return today - timedelta(days=back - 7 if ahead else back)


def _away(text: str, today: date) -> date | None:
    if not _AWAY.search(text):
        return None
    return today + timedelta(days=next(away for words, away in _EACH_AWAY if words.search(text)))
