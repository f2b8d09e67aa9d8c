"""/d/<token>: an issued PDF, for the carrier as it is, for a citizen after the kode ambil; or a form to sign."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from flask import Response, request
from sqlmodel import col, select

from bot.handlers.handout import Handouts
from bot.handlers.pages.screen import Screen
from registry.actors import NotFound
from registry.database import Database
from registry.links import index
from registry.models import Case, Contact, Document, DownloadLink
from registry.release import PinNeeded, WrongPin, open_link
from registry.uploads.store import ObjectStore

LARGEST = 4096  # bytes of a form with six digits


class DownloadPage:
    """No CSRF token, as on the upload page: the address itself is the secret, and no cookie adds to it."""

    def __init__(self, database: Database, store: ObjectStore, handouts: Handouts, screen: Screen) -> None:
        self._database = database
        self._store = store
        self._handouts = handouts
        self._screen = screen

    def show(self, token: str) -> Response:
        """Answers HEAD, too: the carrier asks so before it fetches."""
        try:
            return self._pdf(token, None)
        except PinNeeded:
            return self._ask(token)
        except NotFound:
            return _attached(*self._handouts.fetch(token, self._screen.clock()))

    def unlock(self, token: str) -> Response:
        request.max_content_length = LARGEST
        pin = re.sub(r"\s", "", request.form.get("pin", ""))
        try:
            # A slip of the finger is no try: it is asked for as if nothing had been typed.
            return self._pdf(token, pin if re.fullmatch(r"[0-9]{6}", pin) else None)
        except PinNeeded:
            return self._ask(token, 403, problem="pin-length")
        except WrongPin as wrong:
            if not wrong.tries_left:
                return self._screen.tell("pin-locked", 403, preferred=self._about(token).language)
            return self._ask(token, 403, problem="pin-wrong", left=wrong.tries_left)

    def _ask(self, token: str, status: int = 200, **shown: Any) -> Response:
        return self._screen.show("pin", status, preferred=self._about(token).language, **shown)

    def _pdf(self, token: str, pin: str | None) -> Response:
        pdf = self._store.get(open_link(self._database, token, pin, self._screen.clock()))
        return _attached(re.sub(r"[^A-Za-z0-9-]", "", self._about(token).number), pdf)

    def _about(self, token: str) -> _About:
        with self._database.reading() as session:
            found = session.exec(
                select(Case.number, Contact.language)
                .join(Contact, col(Contact.id) == Case.contact_id)
                .join(Document, col(Document.case_id) == Case.id)
                .join(DownloadLink, col(DownloadLink.document_id) == Document.id)
                .where(DownloadLink.token_index == index("download", token))
            ).one()
        return _About(*found)


def _attached(name: str, pdf: bytes) -> Response:
    response = Response(pdf, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.pdf")
    return response


class _About(NamedTuple):
    """Of the case: its number, which the chat shows beside the file, and the language of who opened it."""

    number: str
    language: str
