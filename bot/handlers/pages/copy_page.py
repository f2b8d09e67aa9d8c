"""Puts the copy of a citizen's data into words, and into one HTML file: nothing of it is fetched from elsewhere."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.handlers.pages.screen import TEXTS
from bot.wording import Listed, Wording, Words, shown_moment
from registry.catalogue import Catalogue, Question
from registry.models import Channel
from registry.places.regions import Regions
from registry.rights.data_copy import Copy

TEMPLATES = Path(__file__).parent / "templates"
SHOWN = ("image/jpeg", "image/png", "application/pdf", "audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/amr")

Contents = Mapping[str, tuple[str, bytes]]  # media type and bytes of a file, by its number in the copy


class CopyPage:
    def __init__(self, chat: Wording, catalogue: Catalogue, regions: Regions) -> None:
        self._own = Wording(TEXTS, services=None)
        self._chat = chat
        self._catalogue = catalogue
        self._regions = regions
        loader = FileSystemLoader(TEMPLATES)
        self._pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)

    def render(self, copy: Copy, contents: Contents, left_out: int) -> bytes:
        """`left_out` files were too many or too large for one copy."""
        language = copy.language
        page = self._pages.get_template("pages/data_copy.html").render(
            t=lambda key, **args: self._say(key, args, language),
            language=language,
            copy=copy.data,
            answers=lambda code, answers: self._answers(code.rpartition(":")[2], answers, language),
            when=lambda at: shown_moment(datetime.fromisoformat(at), copy.timezone, language, Channel.WHATSAPP),
            files={number: _inline(*content) for number, content in contents.items()},
            kinds={number: media_type.partition("/")[0] for number, (media_type, _) in contents.items()},
            has=lambda key: self._own.has(key, language),
            read=lambda reading: self._read(reading, language),
            left_out=left_out,
        )
        return page.encode()

    def _say(self, key: str, args: Mapping[str, Any], language: str) -> str:
        wording = self._own if self._own.has(key, language) else self._chat
        return wording.render(key, args, language, Channel.WHATSAPP)

    def _read(self, reading: Mapping[str, Any], language: str) -> str:
        """Every kind of paper, number, day and loss that stands on it, as far as we could tell."""
        papers = [self._say(f"paper-{kind}", {}, language) for kind in reading["kinds"]]
        dated = date.fromisoformat(reading["dated"]) if reading["dated"] else None
        day = [str(self._chat.shown(dated, language, Channel.WHATSAPP))] if dated else []
        told = [*papers, *reading["numbers"], *day, *self._lost(reading, language)]
        return ", ".join(told) or self._say("copy-read-nothing", {}, language)

    def _lost(self, reading: Mapping[str, Any], language: str) -> list[str]:
        things = Listed(tuple(Words(f"lost-{each}") for each in reading.get("lost", ())))
        shown = self._chat.shown(things, language, Channel.WHATSAPP)
        return [self._say("copy-read-lost", {"things": shown}, language)] if things.parts else []

    def _answers(self, code: str, answers: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
        """The questions as they are called, and the answers as they are read; what no question explains as it is."""
        service = self._catalogue.get(code)
        questions = service.question_by_key if service else {}
        return [
            (self._label(key, language), self._answer(questions.get(key), value, language))
            for key, value in answers.items()
        ]

    def _label(self, key: str, language: str) -> str:
        name = f"label-{key.replace(':', '-')}"
        return self._say(name, {}, language) if self._chat.has(name, language) else key

    def _answer(self, question: Question | None, value: Any, language: str) -> str:
        if question is None or not value:
            return str(value or "-")
        if question.kind == "choice":
            return self._say(f"option-{question.key}-{value}", {}, language)
        if question.kind == "village":
            region = self._regions.get(str(value))
            return self._regions.full_name(region) if region else str(value)
        if question.kind in ("date", "birth_date"):
            return str(self._chat.shown(date.fromisoformat(value), language, Channel.WHATSAPP))
        return str(value)


def _inline(media_type: str, data: bytes) -> str:
    kind = media_type if media_type in SHOWN else "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
