"""News that wait for the citizen's answer give way to later ones of the same thing: not ten are read where the last
says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import Session, col, select

from notifications.outbox import Message
from registry.models import Event, EventKind, Outgoing, OutgoingState

THING = ("name", "case_id", "document_id", "paper")

Notice = tuple[str | None, tuple[str, ...]]  # a template, and what was put into it


def give_way(session: Session, contact_id: int, news: Mapping[str, Any]) -> set[Notice]:
    """Takes out what is held of the same thing; the notices that went for it. The caller holds the contact."""
    held = Outgoing.contact_id == contact_id, Outgoing.state == OutgoingState.HELD
    rows = select(Outgoing, Event).join(Event, col(Event.id) == Outgoing.event_id).where(*held)
    told: set[Notice] = set()
    for row, event in session.exec(rows.where(Event.kind == EventKind.CASE_EVENT)).all():
        if all(event.body.get(key) == news.get(key) for key in THING):
            told |= set() if row.error else {notice(Message.from_body(row.body))}
            session.delete(row)
    return told


def notice(message: Message) -> Notice:
    return message.template, message.variables
