"""An office's opening hours as people read them: Senin-Kamis 08.00-15.00, Jumat 08.00-11.00 WITA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import get_day_names

from registry.calendar.working_time import OpeningHours
from registry.models import Channel

ZONES = {"Asia/Makassar": "WITA", "Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Jayapura": "WIT"}


@dataclass(frozen=True)
class OpenHours:
    """When an office is open. A span is its first and last day (0 is Monday) and their times: ("08:00-15:00",)."""

    spans: tuple[tuple[int, int, tuple[str, ...]], ...]
    timezone: str

    def is_closed(self, day: date) -> bool:
        """By the day of the week; of holidays nothing is known here."""
        return not any(first <= day.weekday() <= last for first, last, _ in self.spans)

    def said(self, language: str, channel: Channel | None = None) -> str:
        names = get_day_names("wide", locale=language)
        told = (
            f"{'-'.join(dict.fromkeys((names[first], names[last])))} {', '.join(times)}"
            for first, last, times in self.spans
        )
        text = f"{', '.join(told)} {ZONES.get(self.timezone, '')}".strip()
        return text.replace(":", ".") if language == "id" else text


def open_hours(told: Mapping[str, Any], today: date) -> OpenHours:
    """Those of today, in Ramadan those of Ramadan. Days with the same hours stand together."""
    hours = OpeningHours.from_json(told)
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    for number, day in enumerate(hours.week_of(today)):
        times = tuple(f"{opens:%H:%M}-{closes:%H:%M}" for opens, closes in day)
        if spans and spans[-1][2] == times and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number, times)
        elif times:
            spans.append((number, number, times))
    return OpenHours(tuple(spans), hours.zone)
