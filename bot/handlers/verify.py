"""/v/<code>, where a document's QR leads: is it genuine, and is this very file the one that was handed out?"""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Response, redirect, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from bot.handlers.pages.screen import Screen
from bot.wording import shown_date
from registry.database import Database
from registry.issuing import authenticity
from registry.issuing.authenticity import Standing, Verified
from registry.models import Channel
from registry.uploads.keeping import MAX_BYTES

LARGEST = MAX_BYTES + 64 * 1024  # bytes, with what surrounds the file in a form
LONGEST_CODE = 16
MIDDLE = ZoneInfo("Asia/Makassar")  # in office hours the day is the same in all three zones


class VerifyPage:
    """Anybody may look; nothing but masked data is ever shown. Posting changes nothing, so it needs no CSRF token."""

    def __init__(self, database: Database, screen: Screen) -> None:
        self._database = database
        self._screen = screen

    def ask(self) -> AnyResponse:
        code = _code(request.args.get("code", ""))
        if code:
            return redirect(url_for(".verify", code=code, lang=request.args.get("lang")), 303)
        return self._screen.show("code")

    def show(self, code: str) -> Response:
        with self._database.reading() as session:
            return self._found(authenticity.verify(session, _code(code)))

    def compare(self, code: str) -> Response:
        request.max_content_length = LARGEST
        file = request.files.get("file", FileStorage())
        pdf = file.stream.read(MAX_BYTES + 1)
        if len(pdf) > MAX_BYTES:
            raise RequestEntityTooLarge
        if not pdf:
            return self.show(code)
        with self._database.reading() as session:
            return self._found(authenticity.verify_pdf(session, _code(code), pdf), compared=True)

    def _found(self, verified: Verified, *, compared: bool = False) -> Response:
        status = 404 if verified.standing is Standing.UNKNOWN else 200
        # A sample that is in order is shown as what it is: no green tick for a paper that proves nothing.
        in_order = verified.standing in (Standing.GENUINE, Standing.ISSUED_ONCE)
        look = "sample" if verified.sample and in_order else verified.standing.value
        return self._screen.show("verify", status, verified=verified, look=look, compared=compared, day=_day)


def _code(written: str) -> str:
    """As printed: people type it with spaces, dashes and small letters."""
    return re.sub(r"[^A-Z0-9]", "", written.upper()[: 2 * LONGEST_CODE])[:LONGEST_CODE]


def _day(issued_at: datetime, language: str) -> str:
    return shown_date(issued_at.astimezone(MIDDLE).date(), language, Channel.WHATSAPP)
