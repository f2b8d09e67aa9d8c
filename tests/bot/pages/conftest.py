"""The citizens' pages over a real database and store, as a browser without a login sees them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from bot.handlers.handout import Handouts
from bot.handlers.pages.blueprint import public_pages
from bot.wording import Wording
from notifications.queues import Queue
from registry.database import Database
from registry.demo.population import RINA
from registry.forms import handouts
from registry.issuing import download_links
from registry.issuing.verify import fingerprint
from registry.lifecycle import DocumentState
from registry.models import Case, Contact, Document, Upload, UploadState
from registry.places.regions import load_regions
from registry.uploads import links as upload_links
from registry.uploads.reading import Reading
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.bot.pages import web_window
from tests.bot.player import services
from tests.browser.conftest import browser as browser
from tests.registry.desk import MONDAY, Desk, furnish
from tests.registry.uploads.papers import encoded, letter
from wsgi import Loket, close_the_curtains

PHOTO = encoded(letter())
PDF = b"%PDF-1.7 a made-up document"
CODE = "K7Q2M9XR4T"


@dataclass
class Bell:
    """Remembers which queues were woken."""

    rung: list[Queue] = field(default_factory=list)

    def wake(self, queue: Queue) -> None:
        self.rung.append(queue)


@dataclass
class Shown:
    status: int
    text: str  # what is read, without tags
    response: TestResponse

    @property
    def source(self) -> str:
        return self.response.text


@dataclass
class Site:
    app: Flask
    desk: Desk
    store: ObjectStore
    bell: Bell
    at: datetime = MONDAY

    @property
    def client(self) -> FlaskClient:
        return self.app.test_client()

    def get(self, address: str) -> Shown:
        return _shown(self.client.get(address))

    def post(self, address: str, **fields: Any) -> Shown:
        """As a browser does: it follows the way back to the page."""
        return _shown(self.client.post(address, data=fields, follow_redirects=True))

    def send(self, address: str, paper: str, *files: bytes, name: str = "surat.jpg") -> Shown:
        return self.post(address, do="send", paper=paper, file=[(BytesIO(file), name) for file in files])

    def read(self, address: str, reading: Reading | None = None) -> Shown:
        """As the worker does with what lies there to be read; none: it could not."""
        with self.desk.database.writing() as session:
            for upload in session.exec(select(Upload).where(Upload.state == UploadState.TO_READ)):
                upload.state, upload.read = UploadState.STORED, reading.to_json() if reading else None
        return self.get(address)

    def link(self, *wanted: str) -> str:
        with self.desk.database.writing() as session:
            token = upload_links.create(session, self.desk.contact_id, wanted or ("police_letter", "ktp"), self.at)
        return f"/u/{token}"

    def all_sent(self) -> str:
        """A page to which each of its papers came, and was read."""
        address = self.link()
        self.send(address, "police_letter", PHOTO)
        self.send(address, "ktp", PHOTO)
        self.read(address)
        return address

    def uploads(self) -> list[Upload]:
        with self.desk.database.reading() as session:
            return list(session.exec(select(Upload).where(Upload.link_id != None).order_by("id")))  # noqa: E711

    def document(self, state: DocumentState = DocumentState.ISSUED, name: str = "Rina Contoh", **values: Any) -> int:
        case_id = self.desk.open()
        with self.desk.database.writing() as session:
            session.get_one(Case, case_id).answers = {"name": name}
            document = Document(
                case_id=case_id, office_id=self.desk.office_id, kind="pdf", template="kartu_keluarga", state=state,
                object_key=self.store.put(PDF), sha256=fingerprint(PDF), issued_at=self.at,
                **{"code": CODE, "sample": False, **values},
            )  # fmt: skip
            session.add(document)
            session.flush()
            return document.id

    def citizen_link(self, document_id: int) -> tuple[str, str]:
        with self.desk.database.writing() as session:
            token, pin = download_links.for_citizen(session, document_id, self.at)
        return f"/d/{token}", pin

    def carrier_link(self, document_id: int) -> str:
        with self.desk.database.writing() as session:
            return f"/d/{download_links.for_carrier(session, document_id, self.at)}"

    def form_link(self, form: str = "F-1.07") -> str:
        """Of a form that the contact of the desk is to sign for a lost KTP-el of somebody else's."""
        answers = {"for_whom": "other", "name": "Rina Contoh", "nik": RINA}
        wanted = handouts.Wanted(form, "KTP-H", answers, self.desk.office_id)
        with self.desk.database.writing() as session:
            contact = session.get_one(Contact, self.desk.contact_id)
            handout = handouts.give(session, contact, wanted, self.at)
            return f"/d/{handouts.LINKS.make(session, handout.id, self.at)}"

    def later(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """SQLite; a test of what happens at once asks for both by name."""
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))


@pytest.fixture
def site(database: Database, vault: Vault, tmp_path: Path) -> Site:
    store, bell = ObjectStore(tmp_path / "objects", vault), Bell()
    app = Loket("loket", static_folder=None)
    opened = Site(app, furnish(database), store, bell)
    words = Wording()
    pages = public_pages(
        database=database, store=store, waker=bell, words=words, clock=lambda: opened.at,  # type: ignore[arg-type]
        catalogue=services(), public_url="https://loket.contoh.go.id",
        handouts=Handouts(database, services(), load_regions(), words),
    )  # fmt: skip
    app.register_blueprint(pages)
    app.after_request(close_the_curtains)
    return opened


@pytest.fixture
def door(sqlite: Database, tmp_path: Path, vault: Vault) -> web_window.Site:
    return web_window.site_of(sqlite, tmp_path, vault)


@pytest.fixture
def rina(door: web_window.Site) -> web_window.Window:
    window = door.window()
    window.enters(web_window.RINA)
    return window


def _shown(response: TestResponse) -> Shown:
    text = re.sub(r"<[^>]+>", " ", response.text) if response.mimetype == "text/html" else ""
    return Shown(response.status_code, " ".join(html.unescape(text).split()), response)
