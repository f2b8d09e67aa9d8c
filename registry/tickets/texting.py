"""An officer's words by SMS, where WhatsApp's 24 hours are over and the office says so. Answers come by WhatsApp."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry import inbox
from registry.models import Channel, Contact, EventKind, Office, Ticket
from registry.offices.reaching import contact_at, known_contact, writes_by

LONGEST_SMS = 250  # characters: with what stands around them, two SMS
BY_SMS = (Channel.SMS,)


def may_text(session: Session, contact: Contact, office: Office) -> bool:
    """Whether the same telephone can be written to by SMS: it is a number, so has the office one, and nobody said
    BERHENTI there."""
    if office.closed_window != "sms" or contact.telephone is None or not writes_by(session, office, BY_SMS):
        return False
    known = twin(session, contact, office)
    return known is None or known.opted_out_at is None


def twin(session: Session, contact: Contact, office: Office) -> Contact | None:
    """The same telephone as the SMS number knows it, if it does."""
    return known_contact(session, office, contact.telephone, BY_SMS) if contact.telephone else None


def text_it(
    session: Session, ticket: Ticket, contact: Contact, office: Office, body: dict[str, object], at: datetime
) -> bool:
    """False where there is no SMS number to write from."""
    known = contact_at(session, office, contact.telephone or "", BY_SMS, at)
    if known is None:
        return False
    inbox.put(session, known.id, known.channel, EventKind.OFFICER_WORD, body | {"ticket_id": ticket.id}, due_at=at)
    return True
