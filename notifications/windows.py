"""WhatsApp's 24 hours: outside them only approved templates go out, and the text waits for the citizen's answer."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy import update
from sqlmodel import Session, col, select

from notifications.content import SESSION_LANGUAGE
from notifications.outbox import Message, queue
from registry.models import Channel, Contact, Content, Outgoing, OutgoingState
from registry.models.contacts import WINDOW

log = structlog.get_logger()

UNTOLD = "no-template"  # held, and the citizen does not know that anything waits


def is_open(channel: Channel, window_until: datetime | None, at: datetime) -> bool:
    """SMS knows no window."""
    return channel is not Channel.WHATSAPP or (window_until is not None and at < window_until)


def hold(session: Session, outgoing_id: int, contact_id: int, at: datetime) -> bool:
    """Holds a message back and queues its template before it; False when the window is open after all.

    Takes the contact first: a message of the citizen's that comes in meanwhile must find the row held, or we the
    window open.
    """
    contact = session.exec(select(Contact).where(Contact.id == contact_id).with_for_update()).one()
    if is_open(contact.channel, contact.window_until, at):
        return False
    row = session.exec(select(Outgoing).where(Outgoing.id == outgoing_id).with_for_update()).one()
    row.state, row.leased_until, row.error = OutgoingState.HELD, None, None
    message = Message.from_body(row.body)
    if message.template and _approved(session, message.template, contact.language):
        alone = Message("", template=message.template, variables=message.variables, notice=message.notice)
        queue(session, contact_id, alone, event_id=row.event_id, due_at=at)
    else:
        row.error = UNTOLD
        log.warning("held_without_template", outgoing=outgoing_id, template=message.template)
    return True


def close(session: Session, contact_id: int, sent_at: datetime) -> None:
    """The carrier says that the window was closed at `sent_at` (63016). What the citizen wrote since opens it anew."""
    session.execute(
        update(Contact)
        .where(col(Contact.id) == contact_id, col(Contact.window_until) < sent_at + WINDOW)
        .values(window_until=None)
        .execution_options(synchronize_session=False)
    )


def release_held(session: Session, contact_id: int, at: datetime) -> int:
    """Lets the held messages go, oldest first: the citizen has written. The caller holds the contact."""
    released = session.execute(
        update(Outgoing)
        .where(col(Outgoing.contact_id) == contact_id, col(Outgoing.state) == OutgoingState.HELD)
        .values(state=OutgoingState.QUEUED, due_at=at, attempts=0, error=None)
        .execution_options(synchronize_session=False)
        .returning(col(Outgoing.id))
    )
    return len(released.all())


def _approved(session: Session, template: str, language: str) -> bool:
    found = select(Content.id).where(Content.name == template, Content.approval == "approved")
    return session.exec(found.where(col(Content.language).in_((language, SESSION_LANGUAGE)))).first() is not None
