"""How a page is shown: in which language, with which words, and what it says when something is not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, make_response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from bot.wording import LANGUAGES, Wording
from registry.models import Channel

TEXTS = Path(__file__).parent / "texts"


class Screen:
    """`chat` is the chat's wording: a paper and a document have the same name here and there."""

    def __init__(self, chat: Wording, clock: Callable[[], datetime]) -> None:
        self._own = Wording(TEXTS, services=None)
        self._chat = chat
        self.clock = clock

    def show(self, template: str, status: int = 200, *, preferred: str = "id", **shown: Any) -> Response:
        """`preferred` is the language of a contact that is known; the link on the page overrules it."""
        language = language_of(preferred)
        page = render_template(f"pages/{template}.html", t=self.words(language), language=language, **shown)
        return make_response(page, status)

    def tell(self, key: str, status: int, *, preferred: str = "id", back: str | None = None) -> Response:
        """A page of one title and one sentence. `back`: where to go on, if not at the same address."""
        back = back or (request.path if status in (413, 429) else None)
        return self.show("told", status, preferred=preferred, key=key, back=back)

    def words(self, language: str) -> Callable[..., str]:
        def say(key: str, **args: Any) -> str:
            wording = self._own if self._own.has(key, language) else self._chat
            return wording.render(key, args, language, Channel.WHATSAPP)

        return say


def to_page(anchor: str = "", **shown: str) -> AnyResponse:
    """Back to the address that a form was sent to, in its language: loading that again sends nothing twice."""
    if "lang" in request.args:
        shown["lang"] = request.args["lang"]
    query = f"?{urlencode(shown)}" if shown else ""
    return redirect(f"{request.path}{query}{'#' if anchor else ''}{quote(anchor)}", 303)


def language_of(preferred: str = "id") -> str:
    """As the address asks for it."""
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else preferred
