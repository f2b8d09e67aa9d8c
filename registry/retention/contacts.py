"""Who is forgotten altogether: a contact of whom nothing is kept any more loses the address, too."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM
from registry.models import (
    BookingState,
    Case,
    Complaint,
    Contact,
    Conversation,
    DataRequest,
    Event,
    Handout,
    Outgoing,
    Ticket,
    TicketNote,
    Upload,
    VanBooking,
    WebVisit,
)
from registry.moves import LOCK
from registry.tickets import enclosures

INDEX_BYTES = 16


def hold(session: Session, contact_id: int) -> Contact:
    """Locked until the transaction ends: the drain, which alone writes conversations, waits."""
    return session.get_one(Contact, contact_id, populate_existing=True, with_for_update=LOCK)


def has_unerased_case(session: Session, contact_id: int) -> bool:
    mine = select(Case.id).where(Case.contact_id == contact_id, col(Case.erased_at).is_(None))
    return session.exec(mine.limit(1)).first() is not None


def forget_if_bare(session: Session, contact: Contact, at: datetime) -> bool:
    """The caller holds the contact. Whoever writes again from this number is new to us, and reads the notice again."""
    session.flush()
    if contact.forgotten_at or any(session.exec(query.limit(1)).first() for query in _kept(contact.id)):
        return False
    talks = select(Ticket.id).where(Ticket.contact_id == contact.id)
    enclosures.drop(session, contact.id, at, at)
    session.execute(delete(TicketNote).where(col(TicketNote.ticket_id).in_(talks)))
    session.execute(delete(Conversation).where(col(Conversation.contact_id) == contact.id))
    session.execute(delete(WebVisit).where(col(WebVisit.contact_id) == contact.id))
    mine = col(VanBooking.contact_id) == contact.id
    session.execute(update(VanBooking).where(mine).values(kk_index=None, contact_id=None))
    contact.address, contact.address_index = "", secrets.token_bytes(INDEX_BYTES)
    contact.external_index = contact.window_until = None
    contact.flags = []
    contact.forgotten_at = at
    session.add(contact)
    audit.record(session, SYSTEM, "contact_forgotten", subject=f"contact:{contact.id}", at=at)
    return True


def _kept(contact_id: int) -> Iterator[Any]:
    yield select(Case.id).where(Case.contact_id == contact_id, col(Case.erased_at).is_(None))
    yield select(Case.id).where(Case.relative_id == contact_id, col(Case.erased_at).is_(None))
    yield select(Event.id).where(Event.contact_id == contact_id, col(Event.erased_at).is_(None))
    yield select(Outgoing.id).where(Outgoing.contact_id == contact_id, col(Outgoing.erased_at).is_(None))
    yield select(Upload.id).where(Upload.contact_id == contact_id)
    yield select(Handout.id).where(Handout.contact_id == contact_id)
    yield select(Complaint.id).where(Complaint.contact_id == contact_id, col(Complaint.words).is_not(None))
    yield select(VanBooking.id).where(VanBooking.contact_id == contact_id, VanBooking.state == BookingState.BOOKED)
    yield select(DataRequest.id).where(DataRequest.contact_id == contact_id, col(DataRequest.closed_at).is_(None))
