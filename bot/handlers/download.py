"""/d/<token>: an issued PDF, for the carrier as it is, for a citizen after the kode ambil."""

from __future__ import annotations

import re

from flask import Response, request
from sqlmodel import col, select

from bot.handlers.pages.screen import Screen
from registry.database import Database
from registry.links import index
from registry.models import Case, Document, DownloadLink
from registry.release import PinNeeded, WrongPin, open_link
from registry.uploads.store import ObjectStore

LARGEST = 4096  # bytes of a form with six digits


class DownloadPage:
    """No CSRF token, as on the upload page: the address itself is the secret, and no cookie adds to it."""

    def __init__(self, database: Database, store: ObjectStore, screen: Screen) -> None:
        self._database = database
        self._store = store
        self._screen = screen

    def show(self, token: str) -> Response:
        """Answers HEAD, too: the carrier asks so before it fetches."""
        try:
            return self._pdf(token, None)
        except PinNeeded:
            return self._screen.show("pin")

    def unlock(self, token: str) -> Response:
        request.max_content_length = LARGEST
        pin = re.sub(r"\s", "", request.form.get("pin", ""))
        if not re.fullmatch(r"[0-9]{6}", pin):  # a slip of the finger is no try
            return self._screen.show("pin", 403, problem="pin-length")
        try:
            return self._pdf(token, pin)
        except WrongPin as wrong:
            if not wrong.tries_left:
                return self._screen.tell("pin-locked", 403)
            return self._screen.show("pin", 403, problem="pin-wrong", left=wrong.tries_left)

    def _pdf(self, token: str, pin: str | None) -> Response:
        pdf = self._store.get(open_link(self._database, token, pin, self._screen.clock()))
        response = Response(pdf, mimetype="application/pdf")
        response.headers.set("Content-Disposition", "attachment", filename=self._file_name(token))
        return response

    def _file_name(self, token: str) -> str:
        """The number of the case: the chat shows it beside the file."""
        with self._database.reading() as session:
            number = session.exec(
                select(Case.number)
                .join(Document, col(Document.case_id) == Case.id)
                .join(DownloadLink, col(DownloadLink.document_id) == Document.id)
                .where(DownloadLink.token_index == index("download", token))
            ).one()
        return re.sub(r"[^A-Za-z0-9-]", "", number) + ".pdf"
