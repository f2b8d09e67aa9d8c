"""Talks with officers in the demo: one waits, one is answered, one is over; and the office's ready replies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from registry import inbox, tickets
from registry.actors import Actor
from registry.demo.staff import Staff
from registry.lifecycle import Role
from registry.models import CloseReason, Contact, EventKind, Office, Outgoing, OutgoingKind, OutgoingState
from registry.models.contacts import WINDOW
from registry.tickets import canned, notes

TALKS = 3
REPLIES = (
    ("Jam buka", "{kantor} buka {jam}. Alamat: {alamat}.", "{kantor} is open {jam}. Address: {alamat}."),
    ("Sedang dikerjakan", "{layanan} {nomor} sedang dikerjakan. Selesai paling lambat {janji}. GRATIS.",
     "{layanan} {nomor} is being worked on, ready by {janji}. FREE."),
    ("Tidak perlu datang", "{nama}, Anda tidak perlu datang. Kami kabari di sini bila sudah ada.",
     "{nama}, you need not come. We tell you here as soon as there is news."),
)  # fmt: skip
ASKED = (
    "selamat pagi, KK saya sudah diantar belum ya?",
    "pak kalau ktp hilang di luar kota bagaimana",
    "terima kasih, sudah jelas",
)
ANSWER = "Bisa diurus di sini, tidak perlu pulang. Kirim foto surat kehilangan dari polisi."
MORE = "Surat polisi bisa dibuat di kantor polisi terdekat, GRATIS."


def talk(session: Session, office: Office, staff: Staff, contacts: Sequence[Contact], at: datetime) -> None:
    supervisor, counter = staff[Role.SUPERVISOR], staff[Role.COUNTER]
    today, before = _at_work(at), _at_work(at - timedelta(days=1))
    for title, text_id, text_en in REPLIES:
        given = {"title": title, "text_id": text_id, "text_en": text_en}
        canned.write(session, supervisor, given, before)
    waiting, answered, over = contacts
    _asks(session, waiting, office, ASKED[0], at - timedelta(minutes=12))
    ticket = _asks(session, answered, office, ASKED[1], today - timedelta(minutes=40))
    tickets.take(session, counter, ticket, today - timedelta(minutes=30))
    _says(session, counter, answered, today - timedelta(minutes=28))
    _failed(session, counter, answered, today - timedelta(minutes=27))
    note = "Belum punya surat polisi; diminta kembali setelah ada."
    notes.write_on_ticket(session, counter, ticket, note, today - timedelta(minutes=25))
    ended = _asks(session, over, office, ASKED[2], before - timedelta(hours=3))
    tickets.take(session, counter, ended, before - timedelta(hours=2))
    tickets.close(session, counter, ended, before, CloseReason.ANSWERED)


def _at_work(at: datetime) -> datetime:
    """The same hour of the latest working day: nobody answers on a weekend."""
    return at - timedelta(days=max(0, at.weekday() - 4))


def _asks(session: Session, contact: Contact, office: Office, words: str, at: datetime) -> int:
    inbox.put(session, contact.id, contact.channel, EventKind.MESSAGE, {"text": words}, due_at=at)
    contact.window_until = at + WINDOW
    return tickets.open_ticket(session, Actor.citizen(contact), contact, office.id, at).id


def _says(session: Session, officer: Actor, contact: Contact, at: datetime) -> None:
    """As it went out: in the demo nobody sends."""
    session.add(_word(officer, contact, ANSWER, at, state=OutgoingState.SENT, delivery="read", sent_at=at))


def _failed(session: Session, officer: Actor, contact: Contact, at: datetime) -> None:
    """The carrier was away: the officer can send it again."""
    session.add(_word(officer, contact, MORE, at, state=OutgoingState.FAILED, error="30008"))


def _word(officer: Actor, contact: Contact, text: str, at: datetime, **fate: Any) -> Outgoing:
    body = {"text": text, "choices": [], "variables": []}
    kind = OutgoingKind.WORD
    return Outgoing(contact_id=contact.id, officer_id=officer.officer_id, body=body, kind=kind, created_at=at, **fate)
