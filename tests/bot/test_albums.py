"""Several photos at once become one answer, also where reading them takes long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlmodel import col, select

from notifications.outbox import Message
from registry.database import Database
from registry.models import Channel, Event, EventKind, Outgoing, Upload, UploadState
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening
from tests.transcripts.uploads import judged

TO_THE_PHOTOS = ("kk hilang", "[Lanjut]", "[Tidak ada]", "rina contoh", "6471044506900000", "lupa", "karang rejo")
READ_ON_THEM = ("ktp 6471044506900000", "words", "police_letter 2026-11-21")


@pytest.fixture
def chat(database: Database) -> Chat:
    """Somebody who was asked for the first paper and sends three photos."""
    chat = opening(database)({})
    for line in TO_THE_PHOTOS:
        chat.play(f"> {line}")
    with database.writing() as session:
        for number in range(len(READ_ON_THEM)):
            body = {"media": [f"ME{number:032x}"]}
            session.add(row(chat, EventKind.MESSAGE, body, f"SM{900 + number:032x}"))
    chat.conversations.drain(chat.contact_id())
    return chat


def row(chat: Chat, kind: EventKind, body: Mapping[str, object], sid: str | None = None) -> Event:
    at, contact = chat.at, chat.contact_id()
    return Event(
        contact_id=contact,
        channel=Channel.WHATSAPP,
        kind=kind,
        body=dict(body),
        message_sid=sid,
        due_at=at,
        received_at=at,
    )


def is_read(chat: Chat, number: int) -> None:
    """By the uploads worker, three seconds after the one before."""
    chat.at += timedelta(seconds=3)
    with chat.database.writing() as session:
        upload = session.exec(select(Upload).order_by(col(Upload.id))).all()[number]
        judged(upload, "photo", READ_ON_THEM[number])
        session.add(row(chat, EventKind.UPLOAD_JUDGED, {"upload_id": upload.id}))
    chat.conversations.drain_due()


def said(chat: Chat) -> list[str]:
    with chat.database.reading() as session:
        return [Message.from_body(each.body).text for each in session.exec(select(Outgoing).order_by(col(Outgoing.id)))]


def later(chat: Chat, seconds: int) -> None:
    chat.at += timedelta(seconds=seconds)
    chat.conversations.drain_due()


def test_photos_that_take_long_to_read_are_answered_once(chat: Chat) -> None:
    before = len(said(chat))
    for number in range(len(READ_ON_THEM)):
        assert len(said(chat)) == before
        is_read(chat, number)
    later(chat, 2)
    assert [text.splitlines()[:2] for text in said(chat)[before:]] == [
        ["Surat hilang terbaca, tanggal 21 November 2026.", "KTP terbaca, NIK sama."]
    ]


def test_a_photo_that_cannot_be_fetched_holds_up_the_others_no_longer(chat: Chat) -> None:
    before = len(said(chat))
    with chat.database.writing() as session:
        for upload in session.exec(select(Upload).order_by(col(Upload.id))).all()[1:]:
            upload.attempts = 2
            assert upload.state is UploadState.TO_FETCH
    is_read(chat, 0)
    later(chat, 2)
    assert len(said(chat)) == before + 1


def test_nobody_waits_for_ever(chat: Chat) -> None:
    before = len(said(chat))
    is_read(chat, 0)
    later(chat, 20)
    assert len(said(chat)) == before
    later(chat, 25)
    assert len(said(chat)) == before + 1
