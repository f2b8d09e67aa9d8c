"""PDFs that officers send in a talk: cleaned as all files are, kept with it, and lent to the carrier by a link."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry.actors import NotFound
from registry.links import count_fetch, index, lend
from registry.models import Enclosure, Ticket
from registry.retention.remnants import leave_objects

PURPOSE = "enclosure"


def enclose(session: Session, ticket: Ticket, values: dict[str, Any], at: datetime) -> Enclosure:
    """`values` are the stored file's (registry/uploads/keeping.py)."""
    enclosure = Enclosure(
        ticket_id=ticket.id,
        contact_id=ticket.contact_id,
        object_key=values["object_key"],
        size=values["size"],
        created_at=at,
    )
    session.add(enclosure)
    session.flush()
    return enclosure


def link_for_carrier(session: Session, enclosure_id: int, at: datetime) -> str:
    """A token for /d/<token>; an earlier one ends. Raises NotFound for what was put away."""
    enclosure = session.get(Enclosure, enclosure_id, with_for_update=True)
    if enclosure is None:
        raise NotFound
    token = lend(enclosure, PURPOSE, at)
    session.add(enclosure)
    return token


def open_link(session: Session, token: str, at: datetime) -> Enclosure:
    """Counts the fetch. Raises NotFound, or Gone when the link is over."""
    mine = select(Enclosure).where(Enclosure.token_index == index(PURPOSE, token))
    enclosure = session.exec(mine.with_for_update()).first()
    if enclosure is None:
        raise NotFound
    count_fetch(enclosure, at)
    session.add(enclosure)
    return enclosure


def drop(session: Session, contact_id: int, until: datetime, at: datetime) -> int:
    """Those of a contact's talks sent until then; the files become remnants."""
    old = select(Enclosure).where(Enclosure.contact_id == contact_id, col(Enclosure.created_at) <= until)
    gone = session.exec(old).all()
    leave_objects(session, [enclosure.object_key for enclosure in gone], at)
    for enclosure in gone:
        session.delete(enclosure)
    return len(gone)
