"""What is answered hours late begins with an apology; what is told late waits for the morning."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from notifications.outbox import Message
from registry.database import Database
from registry.models import Channel, Event, EventKind, Outgoing
from tests.transcripts.chat import Chat
from tests.transcripts.scripts import opening

SORRY = "Maaf, balasan terlambat karena gangguan jaringan."


def said(chat: Chat) -> list[str]:
    with chat.database.reading() as session:
        return [Message.from_body(row.body).text for row in session.exec(select(Outgoing).order_by(col(Outgoing.id)))]


def wrote(chat: Chat, text: str) -> None:
    """Kept by the webhook, and nobody is there to answer."""
    row = Event(
        contact_id=chat.contact_id(), channel=Channel.WHATSAPP, kind=EventKind.MESSAGE, body={"text": text},
        due_at=chat.at, received_at=chat.at,
    )  # fmt: skip
    with chat.database.writing() as session:
        session.add(row)


def test_one_apology_for_a_time_in_which_nobody_answered(database: Database) -> None:
    chat = opening(database)({})
    chat.play("> menu")
    wrote(chat, "bantuan")
    wrote(chat, "status")
    chat.at += timedelta(hours=3)
    chat.play("> bantuan")
    assert [text.startswith(SORRY) for text in said(chat)[-3:]] == [True, False, False]


def test_a_notice_that_nobody_told_by_day_waits_for_the_morning(database: Database) -> None:
    chat = opening(database)({})
    for line in ("ktp baru sudah rekam", "[Lanjut]", "Sudah", "rina contoh", "6471044506900000", "lupa"):
        chat.play(f"> {line}")
    for line in ("> karang rejo", "> [Kirim]"):
        chat.play(line)
    before = len(said(chat))
    chat.town.happens("hold: blangko habis", chat)
    chat.at += timedelta(hours=13)  # 22.00
    chat.play("* later 5min")
    assert len(said(chat)) == before
    chat.play("* later 10h")
    assert "menunggu pusat/blangko" in said(chat)[-1]
