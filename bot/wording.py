"""Every sentence of the chat, by key, language and channel."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from registry.catalogue import SERVICES
from registry.models import Channel
from registry.offices.open_hours import ZONES, OpenHours

TEXTS = Path(__file__).parent / "texts"
SERVICE_TEXTS = SERVICES / "texts"  # the words of the services: the officers read them, too
LANGUAGES = ("id", "en")
SMS_WORDS = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "[": "(", "]": ")",
                           "{": "(", "}": ")", "~": "-", "^": " ", "|": "/", "\\": "/", "€": "EUR"})  # fmt: skip
NAMED = re.compile(r"^(service|paper)-([\w-]+) = (.+)$", re.MULTILINE)
FORMS = ("-needed", "-photo", "-read")


@dataclass(frozen=True)
class Rupiah:
    amount: int


@dataclass(frozen=True)
class Moment:
    """A time as an office's clock shows it."""

    at: datetime
    timezone: str

    def said(self, language: str, channel: Channel) -> str:
        return shown_moment(self.at, self.timezone, language, channel)


@dataclass(frozen=True)
class Span:
    """From an hour to an hour of one day: Senin, 30 November 2026, 09.00-12.00 WITA. `begins` alone tells the first."""

    begins: datetime
    closes: str  # 12:00
    timezone: str

    def said(self, language: str, channel: Channel) -> str:
        until = self.closes.replace(":", ".") if language == "id" or channel is Channel.SMS else self.closes
        if channel is Channel.SMS:
            local = self.begins.astimezone(ZoneInfo(self.timezone))
            return f"{shown_date(local.date(), language, channel)} {local:%H.%M}-{until}"
        day, zone = shown_moment(self.begins, self.timezone, language, channel).rsplit(" ", 1)
        return f"{day}-{until} {zone}"


@dataclass(frozen=True)
class Words:
    """An argument that is itself a text key."""

    key: str
    args: Mapping[str, Any] | None = None
    begins: bool = False  # a sentence


@dataclass(frozen=True)
class InSentence:
    """A title within a sentence: begun small, unless its letters stand for something (NIK)."""

    key: str


@dataclass(frozen=True)
class Listed:
    """Several keys or plain texts, joined as a sentence lists them."""

    parts: tuple[Words | InSentence | str, ...]


@dataclass(frozen=True)
class Lines:
    """Several, each on a line of its own."""

    parts: tuple[Words, ...]


class MissingText(LookupError):
    """A sentence that no text file has: a start-up error, never seen by a citizen."""


class Wording:
    """Loaded once; rendering is pure."""

    def __init__(self, folder: Path = TEXTS, services: Path | None = SERVICE_TEXTS) -> None:
        self._bundles = {language: _bundle(folder, services, language) for language in LANGUAGES}
        self._choices: dict[tuple[str, str], tuple[str, ...]] = {}
        self._fixed: dict[tuple[str, str, Channel], str] = {}  # sentences that nothing is put into

    def has(self, key: str, language: str = "id") -> bool:
        return bool(self._bundles[language].has_message(key))

    def keys(self, language: str) -> set[str]:
        return set(self._bundles[language]._messages)

    def render(self, key: str, args: Mapping[str, Any], language: str, channel: Channel) -> str:
        """Raises MissingText. A channel's own wording (`.sms`, `.web`) goes first; SMS has GSM-7's letters alone."""
        if args:
            return self._formatted(key, args, language, channel)
        fixed = self._fixed.get((key, language, channel))
        if fixed is None:
            fixed = self._fixed[key, language, channel] = self._formatted(key, {}, language, channel)
        return fixed

    def _formatted(self, key: str, args: Mapping[str, Any], language: str, channel: Channel) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise MissingText(f"{key} is not in {language}.ftl")
        message = bundle.get_message(key)
        pattern = message.attributes.get(channel.value, message.value)
        shown = {name: self.shown(value, language, channel) for name, value in args.items()}
        text, errors = bundle.format_pattern(pattern, shown)
        if errors:
            raise MissingText(f"{key} in {language}.ftl: {errors[0]}")
        return str(text).translate(SMS_WORDS) if channel is Channel.SMS else str(text)

    def says(self, key: str, language: str) -> tuple[str, ...]:
        """Other words by which an option is picked: its `.says`, separated by commas."""
        known = self._choices.get((key, language))
        if known is None:
            known = self._choices[key, language] = self._read_says(key, language)
        return known

    def _read_says(self, key: str, language: str) -> tuple[str, ...]:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            return ()
        pattern = bundle.get_message(key).attributes.get("says")
        text = bundle.format_pattern(pattern, {})[0] if pattern else ""
        return tuple(word.strip() for word in text.split(",") if word.strip())

    def shown(self, value: Any, language: str, channel: Channel) -> Any:
        match value:
            case Words(key, args, begins):
                said = self.render(key, args or {}, language, channel)
                return said[:1].upper() + said[1:] if begins else said
            case InSentence(key):
                title = self.render(key, {}, language, channel)
                begins_small = title[1:2].islower() and title[2:3] != "."
                return title[:1].lower() + title[1:] if begins_small else title
            case Listed(parts) | Lines(parts):
                told = [str(self.shown(part, language, channel)) for part in parts]
                return "\n".join(told) if isinstance(value, Lines) else _listed(told, language, channel)
            case Rupiah(amount):
                return "Rp" + format_decimal(amount, locale=language)
            case Moment() | Span() | OpenHours():
                return value.said(language, channel)
            case date():
                return shown_date(value, language, channel)
            case int():
                return fluent_number(value, useGrouping=False)  # a number still, for selectors
        return value


def shown_date(day: date, language: str, channel: Channel) -> str:
    if channel is Channel.SMS:
        return day.strftime("%d-%m-%Y")
    return format_date(day, "d MMMM y", locale=language)


def shown_moment(at: datetime, timezone: str, language: str, channel: Channel) -> str:
    """Rabu, 25 November 2026, 14.00 WITA; by SMS only the day."""
    local = at.astimezone(ZoneInfo(timezone))
    if channel is Channel.SMS:
        return shown_date(local.date(), language, channel)
    zone = ZONES.get(timezone, "")
    if language == "id":
        return f"{format_date(local, 'EEEE, d MMMM y', locale='id')}, {local:%H.%M} {zone}"
    return f"{format_date(local, 'd MMMM y', locale='en')}, {local:%H:%M} {zone}"


def _listed(parts: list[str], language: str, channel: Channel) -> str:
    """By SMS every letter counts: commas alone."""
    if channel is Channel.SMS:
        return ", ".join(parts)
    last = " dan " if language == "id" else " and "
    comma = "," if language == "id" and len(parts) > 2 else ""
    return last.join((", ".join(parts[:-1]) + comma, parts[-1])) if len(parts) > 1 else "".join(parts)


@cache
def _bundle(folder: Path, services: Path | None, language: str) -> Any:
    """Read once a process: parsing takes a quarter of a second, and nothing changes a bundle."""
    bundle = FluentBundle([language], use_isolating=False)  # isolating marks would turn an SMS into UCS-2
    own, named = (_read(each, language) for each in (folder, services))
    for text in (*own, *named, *map(_unsaid, named)):  # what is said already stands
        bundle.add_resource(FluentResource(text))
    return bundle


def _read(folder: Path | None, language: str) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(folder.glob(f"{language}*.ftl"))] if folder else []


def _unsaid(text: str) -> str:
    """A service's short name and how it begins, a paper's name in a list, under a photo: said where they differ."""
    lines = [(kind, name, words) for kind, name, words in NAMED.findall(text) if not name.endswith(FORMS)]
    return "".join(f"{key} = {words}\n" for line in lines for key, words in _forms(*line))


def _forms(kind: str, name: str, words: str) -> Iterator[tuple[str, str]]:
    if kind == "service":
        yield f"short-{name}", words
        yield f"begun-{name}", f"{words}."
        return
    yield from ((f"paper-{name}{form}", words) for form in FORMS)
    yield f"label-paper-{name}", words[:1].upper() + words[1:]
