"""/d/<token>: an issued PDF, for the carrier as it is, for a citizen after the kode ambil; a form to sign, a copy of
their data, a ticket for the mobile van."""

from __future__ import annotations

import re
from typing import NamedTuple

from flask import Response, request
from sqlmodel import col, select
from werkzeug.wrappers import Response as AnyResponse

from bot.handlers.handout import Handouts
from bot.handlers.pages.screen import Screen, to_page
from registry import troubles
from registry.actors import NotFound
from registry.database import Database
from registry.issuing.download_links import Locked, PinNeeded, WrongPin, open_link
from registry.links import index
from registry.models import Case, Contact, DataRequest, Document, DownloadLink
from registry.tickets import enclosures
from registry.uploads.store import ObjectMissing, ObjectStore
from registry.vans import booking, ticket
from registry.vault import Unreadable

PDF, HTML, PNG = "application/pdf", "text/html", "image/png"
ENDINGS = {PDF: "pdf", HTML: "html", PNG: "png"}
LARGEST = 4096  # bytes of a form with six digits
PROBLEMS = {"wrong": "pin-wrong", "length": "pin-length"}  # with what was typed


class DownloadPage:
    """No CSRF token, as on the upload page: the address itself is the secret, and no cookie adds to it."""

    def __init__(
        self, database: Database, store: ObjectStore, handouts: Handouts, screen: Screen, public_url: str
    ) -> None:
        self._database = database
        self._public_url = public_url
        self._store = store
        self._handouts = handouts
        self._screen = screen

    def show(self, token: str) -> Response:
        """Answers HEAD, too: the carrier asks so before it fetches."""
        try:
            return self._file(token, None)
        except PinNeeded as needed:
            return self._ask(token, needed.tries_left)
        except Locked:
            return self._screen.tell("pin-locked", 403, preferred=self._about(token).language)
        except NotFound:
            return _attached(*self._for_carrier_alone(token))

    def _for_carrier_alone(self, token: str) -> tuple[str, bytes, str]:
        """A form to sign, a PDF that an officer sent in a talk, a ticket for the mobile van."""
        at = self._screen.clock()
        try:
            return (*self._handouts.fetch(token, at), PDF)
        except NotFound:
            pass
        try:
            with self._database.writing() as session:
                enclosure = enclosures.LINKS.open(session, token, at)
                name = enclosures.called(session, enclosure)
            return name, self._store.get(enclosure.object_key), PDF
        except NotFound:
            with self._database.writing() as session:
                booked = ticket.LINKS.open(session, token, at)
                visit = booking.of(session, booked.id)[1]
            return booked.code, ticket.draw(booked, visit, self._public_url), PNG

    def unlock(self, token: str) -> AnyResponse:
        """What did not open it, the page says: a browser that goes back to it sends no code again."""
        request.max_content_length = LARGEST
        pin = re.sub(r"\s", "", request.form.get("pin", ""))
        try:
            # A slip of the finger is no try: it is asked for as if nothing had been typed.
            return self._file(token, pin if re.fullmatch(r"[0-9]{6}", pin) else None)
        except WrongPin:
            return to_page(problem="wrong")
        except PinNeeded:
            return to_page(problem="length")
        except Locked:
            return to_page()

    def _ask(self, token: str, tries_left: int) -> Response:
        about, problem = self._about(token), PROBLEMS.get(request.args.get("problem", ""))
        what = "document" if about.media_type == PDF else "copy"
        status = 403 if problem else 200
        return self._screen.show("pin", status, preferred=about.language, what=what, problem=problem, left=tries_left)

    def _file(self, token: str, pin: str | None) -> Response:
        key = open_link(self._database, token, pin, self._screen.clock())
        try:
            data = self._store.get(key)
        except (ObjectMissing, Unreadable, OSError) as fault:
            troubles.lost(self._database, key, fault)
            raise
        about = self._about(token)
        return _attached(re.sub(r"[^A-Za-z0-9-]", "", about.name), data, about.media_type)

    def _about(self, token: str) -> _About:
        link = DownloadLink.token_index == index("download", token)
        document = (
            select(Case.number, Document.template, Contact.language)
            .join(Contact, col(Contact.id) == Case.contact_id)
            .join(Document, col(Document.case_id) == Case.id)
            .join(DownloadLink, col(DownloadLink.document_id) == Document.id)
        )
        copy = (
            select(DataRequest, Contact.language)
            .join(Contact, col(Contact.id) == DataRequest.contact_id)
            .join(DownloadLink, col(DownloadLink.request_id) == DataRequest.id)
        )
        with self._database.reading() as session:
            if found := session.exec(document.where(link)).first():
                number, template, language = found
                return _About("-".join(filter(None, (number, template))).replace("_", "-"), language, PDF)
            request, language = session.exec(copy.where(link)).one()
            return _About(request.number, language, HTML)


def _attached(name: str, data: bytes, media_type: str = PDF) -> Response:
    response = Response(data, mimetype=media_type)
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{ENDINGS[media_type]}")
    return response


class _About(NamedTuple):
    """The name that the chat shows beside the file, and the language of whose it is: a case has several documents."""

    name: str
    language: str
    media_type: str
