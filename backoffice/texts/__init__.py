"""Every sentence of the back office, by key and language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message

from registry.catalogue import SERVICES

FOLDER = Path(__file__).parent
SERVICE_TEXTS = SERVICES / "texts"
LANGUAGES = ("id", "en")


class MissingText(LookupError):
    """A key that a language's file does not hold."""


class Texts:
    """The sentences of one language. Rendering is pure; a missing key is a bug, but see `label`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        self._keys: list[str] = []
        for folder in (FOLDER, SERVICE_TEXTS):  # what the office words differently for its officers comes first
            resource = FluentResource((folder / f"{language}.ftl").read_text("utf-8"))
            self._bundle.add_resource(resource)
            self._keys += [entry.id.name for entry in resource.body if isinstance(entry, Message)]

    def __contains__(self, key: str) -> bool:
        return bool(self._bundle.has_message(key))

    def __call__(self, key: str, **args: Any) -> str:
        if key not in self:
            raise MissingText(f"{key} is not in {self.language}.ftl")
        pattern = self._bundle.get_message(key).value
        text, faults = self._bundle.format_pattern(pattern, args) if pattern else (key, [])
        if faults:
            raise MissingText(f"{key} in {self.language}.ftl: {faults[0]}")
        return str(text)

    def label(self, kind: str, name: str) -> str:
        """The word for a part of a service or an event. A service added as data may come without: its key is shown."""
        key = f"{kind}-{name}"
        return self(key) if key in self else name.replace("_", " ").capitalize()

    def called(self, kind: str, words: str) -> list[str]:
        """The names of this kind whose sentences hold these words."""
        keys = (key for key in self._keys if key.startswith(f"{kind}-"))
        return [key.removeprefix(f"{kind}-") for key in keys if words.casefold() in self._sentence(key).casefold()]

    def _sentence(self, key: str) -> str:
        """With its holes left open."""
        pattern = self._bundle.get_message(key).value
        return str(self._bundle.format_pattern(pattern, {})[0]) if pattern else ""


@cache
def texts(language: str) -> Texts:
    return Texts(language if language in LANGUAGES else LANGUAGES[0])
