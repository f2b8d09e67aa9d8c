"""A file of the chat: fetched, judged, kept, read, told; whatever fails on the way, it gets there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.uploads import Fetcher
from notifications.channels.media import MediaTooLarge, MediaUnavailable
from registry.database import Database
from registry.models import Channel, Contact, Event, EventKind, Sender, Upload, UploadLink, UploadState
from registry.models.columns import now
from registry.uploads import links as upload_links
from registry.uploads.reader import PaperReader
from registry.uploads.reading import Line
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Pixels
from registry.vault import Vault
from settings import Settings
from tests.registry.uploads.papers import blurred, encoded, letter

PHOTO = encoded(letter(900, 1200))
WORDS = ("KEPOLISIAN NEGARA", "LAPORAN KEHILANGAN", "NIK 6471044506900000", "Balikpapan, 21 November 2026")
LONG = 10 * ("yang bertanda tangan di bawah ini",)


@dataclass
class Reads:
    """Stands for the models: the same words on every picture, or a fault."""

    words: Sequence[str] = WORDS + LONG
    fault: Exception | None = None
    pictures: list[Pixels] = field(default_factory=list)

    def lines(self, pixels: Pixels) -> list[Line]:
        self.pictures.append(pixels)
        if self.fault:
            raise self.fault
        return [Line(word, 0.99) for word in self.words]


@dataclass
class Shelf:
    """The carrier's, with one file on it, or a fault."""

    file: bytes | Exception = PHOTO
    deleted: int = 0
    meanwhile: Callable[[], None] = lambda: None  # what happens while the carrier is asked

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        self.meanwhile()
        if isinstance(self.file, Exception):
            raise self.file
        return self.file

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        self.deleted += 1


@dataclass
class Desk:
    database: Database
    store: ObjectStore
    shelf: Shelf = field(default_factory=Shelf)
    ocr: Reads = field(default_factory=Reads)

    def add(self, **values: Any) -> None:
        with self.database.writing() as session:
            sender = Sender(channel=Channel.WHATSAPP, address="+62811000001")
            session.add(sender)
            session.flush()
            contact = Contact(sender_id=sender.id, channel=Channel.WHATSAPP, address="+62812", address_index=b"9")
            session.add(contact)
            session.flush()
            session.add(Upload(**{"contact_id": contact.id, "message_sid": "MM1", "media_sid": "ME1", **values}))

    def run(self, *, reads: bool = True) -> int:
        reader = PaperReader({"police_letter": ("KEPOLISIAN", "KEHILANGAN")}, self.ocr) if reads else None
        return Fetcher(self.database, self.shelf, self.store, reader).run()

    @property
    def upload(self) -> Upload:
        with self.database.reading() as session:
            return session.exec(select(Upload)).one()

    def told(self) -> list[object]:
        with self.database.reading() as session:
            events = session.exec(select(Event).order_by("id"))
            return [row.body for row in events if row.kind is EventKind.UPLOAD_JUDGED]

    def time_passes(self) -> None:
        with self.database.writing() as session:
            session.exec(select(Upload)).one().due_at = now() - timedelta(seconds=1)


@pytest.fixture
def desk(database: Database, settings: Settings, vault: Vault) -> Desk:
    return Desk(database, ObjectStore(settings.object_store, vault))


def test_a_photo_is_kept_read_and_told_once(desk: Desk) -> None:
    desk.add()
    assert (desk.run(), desk.run()) == (1, 0)
    upload = desk.upload
    assert (upload.state, upload.verdict, upload.kind) == (UploadState.STORED, "fine", "image")
    assert upload.read == {
        "kinds": ["police_letter"], "numbers": ["6471044506900000"], "dated": "2026-11-21", "legible": True,
        "trouble": None, "lost": [], "family": None,
    }  # fmt: skip
    assert desk.told() == [{"upload_id": upload.id}]
    assert (desk.shelf.deleted, len(desk.ocr.pictures)) == (1, 1)


def test_what_is_read_overrules_what_the_pixels_look_like(desk: Desk) -> None:
    desk.shelf.file = encoded(blurred(letter(), 5))
    desk.add()
    desk.run()
    assert desk.upload.verdict == "fine"


@pytest.mark.parametrize("fault", [RuntimeError("a model"), MemoryError(), IndexError()])
def test_a_reader_that_fails_costs_nothing_but_the_reading(desk: Desk, fault: Exception) -> None:
    desk.ocr.fault = fault
    desk.add()
    desk.run()
    upload = desk.upload
    assert (upload.state, upload.verdict, upload.read) == (UploadState.STORED, "fine", None)
    assert len(desk.told()) == 1


def test_without_models_everything_else_goes_on(desk: Desk) -> None:
    desk.shelf.file = encoded(blurred(letter(), 5))
    desk.add()
    desk.run(reads=False)
    assert (desk.upload.verdict, desk.upload.read, len(desk.told())) == ("blurred", None, 1)


class Killed(BaseException):
    """The process ends here."""


def test_a_photo_that_kills_its_reader_is_told_unread_the_next_time(desk: Desk) -> None:
    desk.ocr.fault = Killed()  # type: ignore[assignment]
    desk.add()
    with pytest.raises(Killed):
        desk.run()
    assert (desk.upload.state, desk.told(), desk.run()) == (UploadState.TO_READ, [], 0)
    desk.time_passes()
    assert desk.run() == 1
    assert (desk.upload.state, desk.upload.read, len(desk.told())) == (UploadState.STORED, None, 1)


def test_who_comes_too_late_refuses_nothing_that_is_kept(desk: Desk) -> None:
    """A judge stands still for longer than its lease; another keeps the photo, and deletes it at the carrier."""

    def another() -> None:
        desk.time_passes()
        desk.shelf.meanwhile = lambda: None
        desk.ocr.fault = Killed()  # type: ignore[assignment]
        with pytest.raises(Killed):
            desk.run()
        desk.shelf.file = MediaUnavailable("404", permanent=True)

    desk.shelf.meanwhile = another
    desk.add()
    desk.run()
    assert (desk.upload.state, desk.told()) == (UploadState.TO_READ, [])


def test_what_came_by_the_page_is_read_and_not_told_of(desk: Desk) -> None:
    desk.add(state=UploadState.TO_READ, verdict="fine", kind="image", object_key=desk.store.put(PHOTO))
    with desk.database.writing() as session:
        upload = session.exec(select(Upload)).one()
        upload_links.create(session, upload.contact_id, ["ktp"], now())
        session.flush()
        upload.link_id = session.exec(select(UploadLink.id)).one()
    desk.run()
    assert desk.upload.read is not None
    assert desk.told() == []


def test_a_file_that_is_gone_meanwhile_stops_nothing(desk: Desk) -> None:
    desk.add(state=UploadState.TO_READ, verdict="fine", kind="image", object_key=32 * "0")
    assert desk.run() == 1
    assert (desk.upload.state, desk.upload.read) == (UploadState.STORED, None)


@pytest.mark.parametrize(
    ("file", "verdict"),
    [
        (b"MZ evil", "not-photo-or-pdf"),
        (MediaTooLarge(), "too-large"),
        (MediaUnavailable("404", permanent=True), "gone"),
    ],
)
def test_what_is_not_taken_is_told(desk: Desk, file: bytes | Exception, verdict: str) -> None:
    desk.shelf.file = file
    desk.add()
    desk.run()
    assert (desk.upload.state, desk.upload.verdict) == (UploadState.REFUSED, verdict)
    assert (len(desk.told()), desk.ocr.pictures) == (1, [])


def test_what_does_not_come_is_asked_for_again_later(desk: Desk) -> None:
    desk.shelf.file = MediaUnavailable("503", permanent=False)
    desk.add()
    assert (desk.run(), desk.told()) == (0, [])
    desk.shelf.file = PHOTO
    desk.time_passes()
    assert desk.run() == 1


def test_a_voice_note_is_kept_and_not_read(desk: Desk) -> None:
    desk.shelf.file = b"#!AMR\n\x3c" + 60 * b"\0"
    desk.add()
    desk.run()
    assert (desk.upload.state, desk.upload.kind, desk.ocr.pictures) == (UploadState.STORED, "voice", [])
