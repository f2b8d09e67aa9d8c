"""Times, days and rupiah as the office's clock and the officer's language write them."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal

from registry.offices.open_hours import ZONES


class Clock:
    """The wall clock of one office, read aloud in one language."""

    def __init__(self, timezone: str, language: str) -> None:
        self.zone = ZoneInfo(timezone)
        self.name = ZONES.get(timezone, timezone)
        self.language = language

    def long(self, at: datetime) -> str:
        """Rabu, 25 November 2026, 14.00 WITA · 25 November 2026, 14:00 WITA"""
        pattern = "EEEE, d MMMM y" if self.language == "id" else "d MMMM y"
        return f"{format_date(self._local(at), pattern, locale=self.language)}, {self.hour(at)} {self.name}"

    def short(self, at: datetime) -> str:
        """Rab 25 Nov, 14.00 WITA: for rows of a table."""
        return f"{format_date(self._local(at), 'EEE d MMM', locale=self.language)}, {self.hour(at)} {self.name}"

    def hour(self, at: datetime) -> str:
        return self._local(at).strftime("%H.%M" if self.language == "id" else "%H:%M")

    def day(self, written: str | date) -> str:
        """12-11-2026, as SIAK takes it; the answers keep it as YYYY-MM-DD."""
        return date.fromisoformat(str(written)).strftime("%d-%m-%Y")

    def weekday(self, number: int) -> str:
        """0 is Monday."""
        return str(get_day_names("wide", locale=self.language)[number])

    def span(self, opens: str, closes: str, timezone: str | None = None) -> str:
        """09.00-12.00 WITA, by the clock of that zone."""
        written = f"{opens}-{closes} {ZONES.get(timezone or self.zone.key, '')}".rstrip()
        return written.replace(":", ".") if self.language == "id" else written

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)


def number(count: float, language: str) -> str:
    return str(format_decimal(count, locale=language))


def rupiah(amount: int, language: str) -> str:
    return "Rp" + format_decimal(amount, locale=language)


def age(since: datetime, at: datetime) -> tuple[str, int]:
    """The text key and number for how long something waits: minutes, then hours, then days."""
    minutes = max(0, int((at - since).total_seconds() // 60))
    if minutes < 60:
        return "age-minutes", minutes
    if minutes < 48 * 60:
        return "age-hours", minutes // 60
    return "age-days", minutes // (24 * 60)
