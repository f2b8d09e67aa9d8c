"""Takes a contact and the next row of its inbox for a turn, and puts away what the turn leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, insert, literal_column, update
from sqlmodel import Session, SQLModel, col, select

from bot.state import State
from registry.models import Contact, Event, EventState, Sender

EVENTS, CONVERSATIONS = (SQLModel.metadata.tables[name] for name in ("event", "conversation"))
LATER = EVENTS.alias("later")
# In words, not as a parameter: only then does SQLite see that its partial index serves.
PENDING: ColumnElement[str] = literal_column("'pending'")

# Built once: putting a statement together takes longer than running it.
CONTACT: BindParameter[int] = bindparam("contact")
EVENT: BindParameter[int] = bindparam("event")
AT: BindParameter[datetime] = bindparam("at")
DUE = EVENTS.c.state == PENDING, EVENTS.c.due_at <= AT
HELD = (
    select(Contact, col(Sender.office_id))
    .join(Sender, col(Sender.id) == Contact.sender_id)
    .where(Contact.id == CONTACT)
    .with_for_update(of=Contact, skip_locked=True, key_share=True)
)
# After the contact is held and never with it: what its last holder wrote must be seen.
NEXT = (
    select(Event, CONVERSATIONS.c.data)
    .outerjoin(CONVERSATIONS, CONVERSATIONS.c.contact_id == Event.contact_id)
    .where(Event.contact_id == CONTACT, *DUE)
    .order_by(col(Event.id))
    .limit(1)
)
IS_DUE = select(exists().where(EVENTS.c.contact_id == CONTACT, *DUE))
ALL_DUE = select(Event.contact_id).where(*DUE).distinct().limit(bindparam("limit"))
BEGUN = insert(CONVERSATIONS)
CONTINUED = update(CONVERSATIONS).where(CONVERSATIONS.c.contact_id == CONTACT)
MORE = exists().where(
    LATER.c.contact_id == CONTACT, LATER.c.state == PENDING, LATER.c.due_at <= AT, LATER.c.id != EVENT
)
PROCESSED = (
    update(EVENTS)
    .where(EVENTS.c.id == EVENT)
    .values(state=EventState.PROCESSED, processed_at=AT)
    .returning(MORE.label("more"))
)


@dataclass(frozen=True)
class Held:
    """The contact is locked until the transaction ends; `kept` is its conversation as it was last written."""

    contact: Contact
    office_id: int | None  # the sender's: none where several offices share it
    event: Event
    kept: dict[str, Any] | None


def hold(session: Session, contact_id: int, at: datetime) -> Held | None:
    """None when nothing is due or another holds the contact."""
    held = session.execute(HELD, {"contact": contact_id}).first()
    following = session.execute(NEXT, {"contact": contact_id, "at": at}).first() if held else None
    return Held(*held, *following) if held and following else None


def put_away(session: Session, held: Held, state: State, at: datetime) -> bool:
    """Writes the conversation and the row's end. Tells whether more is due, the turn's own rows included."""
    session.flush()
    connection, contact_id = session.connection(), held.contact.id
    data = {"data": state.to_json(), "updated_at": at}
    if held.kept is None:
        connection.execute(BEGUN, {"contact_id": contact_id, **data})
    else:
        connection.execute(CONTINUED, {"contact": contact_id, **data})
    done = {"event": held.event.id, "contact": contact_id, "at": at}
    return bool(connection.execute(PROCESSED, done).scalar())


def is_due(session: Session, contact_id: int, at: datetime) -> bool:
    return bool(session.connection().execute(IS_DUE, {"contact": contact_id, "at": at}).scalar())


def contacts_due(session: Session, at: datetime, limit: int) -> Sequence[int]:
    return session.execute(ALL_DUE, {"at": at, "limit": limit}).scalars().all()
