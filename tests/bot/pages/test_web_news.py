"""What the office tells on its page, read there or announced by SMS."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from notifications import outbox, page_news
from registry.models import (
    Contact,
    Office,
    Outgoing,
    OutgoingKind,
    OutgoingState,
)
from tests.bot.pages.web_window import Site, Window


def queued(door: Site, text: str) -> int:
    """By day, as the office would; to whom."""
    contact = door.contact("web:+6281200000596")
    with door.database.writing() as session:
        session.exec(select(Office).where(Office.code == "BPP")).one().timezone = f"Etc/GMT{door.clock().hour - 12:+d}"
        outbox.queue(session, contact.id, outbox.Message(text), kind=OutgoingKind.NOTICE)
    return contact.id


def tells(door: Site, text: str) -> None:
    queued(door, text)
    door.work()


def announced(door: Site) -> int:
    door.later(minutes=3)
    page_news.tell(door.database, door.clock())
    door.work()
    return len([text for text in door.twilio.sent if "Ada kabar dari Disdukcapil Balikpapan" in text])


def test_news_is_read_on_the_page_once_it_has_gone(door: Site, rina: Window) -> None:
    contact_id = queued(door, "KK Anda terbit.")
    assert "terbit" not in rina.get()
    door.work()
    [row] = door.rows(Outgoing, Outgoing.contact_id == contact_id)
    assert (row.state, row.delivery) == (OutgoingState.SENT, None)
    assert re.fullmatch(r"W\d+\.1", row.sid)
    assert "terbit" in rina.get()
    assert door.rows(Outgoing, Outgoing.id == row.id)[0].delivery == "read"


def test_news_that_nobody_reads_is_told_of_by_one_sms(door: Site, rina: Window) -> None:
    tells(door, "Surat diminta lagi.")
    assert not page_news.tell(door.database, door.clock())  # somebody may be at the page
    assert announced(door) == 1
    assert door.twilio.sent[-1].endswith("/laman/BPP")
    tells(door, "KK Anda terbit.")
    assert announced(door) == 1
    assert "Surat diminta lagi." in rina.get() and "KK Anda terbit." in rina.text
    tells(door, "Kartu siap.")
    assert announced(door) == 2


def test_news_that_was_read_is_not_told_of(door: Site, rina: Window) -> None:
    tells(door, "KK Anda terbit.")
    rina.get()
    assert announced(door) == 0


@pytest.mark.parametrize("address", ["web:+6281200000596", "+6281200000596"])
def test_who_said_berhenti_is_told_of_none(door: Site, rina: Window, address: str) -> None:
    tells(door, "KK Anda terbit.")
    with door.database.writing() as session:
        session.get_one(Contact, door.contact(address).id).opted_out_at = door.clock()
    assert announced(door) == 0
