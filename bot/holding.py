"""Takes a contact and the next row of its inbox for a turn, and puts away what the turn leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, insert, literal_column, select, update
from sqlmodel import Session, SQLModel

from bot.state import State
from registry.models import EventKind, EventState, KnownContact

TABLES = SQLModel.metadata.tables
EVENTS, CONVERSATIONS, CONTACTS, SENDERS = (TABLES[name] for name in ("event", "conversation", "contact", "sender"))
OLDEST = EVENTS.alias("oldest")
# In words, not as a parameter: only then does SQLite see that its partial index serves.
PENDING: ColumnElement[str] = literal_column("'pending'")

# Built once: putting a statement together takes longer than running it.
CONTACT: BindParameter[int] = bindparam("contact")
EVENT: BindParameter[int] = bindparam("event")
AT: BindParameter[datetime] = bindparam("at")
DUE = EVENTS.c.state == PENDING, EVENTS.c.due_at <= AT
HELD = (
    select(*(CONTACTS.c[name] for name in KnownContact._fields), SENDERS.c.office_id.label("senders"))
    .join(SENDERS, SENDERS.c.id == CONTACTS.c.sender_id)
    .where(CONTACTS.c.id == CONTACT)
    .with_for_update(of=CONTACTS, skip_locked=True, key_share=True)
)
NEXT = (
    select(OLDEST.c.id)
    .where(OLDEST.c.contact_id == CONTACT, OLDEST.c.state == PENDING, OLDEST.c.due_at <= AT)
    .order_by(OLDEST.c.id)
    .limit(1)
    .scalar_subquery()
)
KEPT = select(CONVERSATIONS.c.data).where(CONVERSATIONS.c.contact_id == CONTACT).scalar_subquery()
TAKEN = (
    update(EVENTS)
    .where(EVENTS.c.id == NEXT)
    .values(state=EventState.PROCESSED, processed_at=AT)
    .returning(
        *(EVENTS.c[name] for name in ("id", "kind", "message_sid", "body", "attempts", "due_at", "received_at")),
        KEPT.label("kept"),
    )
)
COUNTED = (
    update(EVENTS)
    .where(EVENTS.c.id == EVENT)
    .values(state=EventState.PENDING, processed_at=None, attempts=EVENTS.c.attempts + 1)
)
PRIVATE = update(EVENTS).where(EVENTS.c.id == EVENT).values(private=True)
DUE_HERE = exists().where(EVENTS.c.contact_id == CONTACT, *DUE).label("due")
IS_DUE = select(DUE_HERE)
ALL_DUE = select(EVENTS.c.contact_id).where(*DUE).distinct().limit(bindparam("limit"))
BEGUN = insert(CONVERSATIONS).returning(DUE_HERE)
CONTINUED = update(CONVERSATIONS).where(CONVERSATIONS.c.contact_id == CONTACT).returning(DUE_HERE)


class TakenEvent(NamedTuple):
    """One row of the inbox, as it was taken."""

    id: int
    kind: EventKind
    message_sid: str | None
    body: dict[str, Any]
    attempts: int
    due_at: datetime
    received_at: datetime


@dataclass(frozen=True)
class Held:
    """The contact is locked until the transaction ends; `kept` is its conversation as it was last written."""

    contact: KnownContact
    office_id: int | None  # the sender's: none where several offices share it
    event: TakenEvent
    kept: dict[str, Any] | None


def hold(session: Session, contact_id: int, at: datetime) -> Held | None:
    """None when nothing is due or another holds the contact. From now on the row is processed, if this is committed."""
    connection = session.connection()
    held = connection.execute(HELD, {"contact": contact_id}).first()
    if held is None:
        return None
    # In a statement of its own: it must see what the contact's last holder wrote.
    taken = connection.execute(TAKEN, {"contact": contact_id, "at": at}).first()
    if taken is None:
        return None
    (*contact, office_id), (*event, kept) = held, taken
    return Held(KnownContact(*contact), office_id, TakenEvent(*event), kept)


def count_attempt(session: Session, event: TakenEvent) -> None:
    """The row stays to be done, and its attempt is known even if it kills its process."""
    session.connection().execute(COUNTED, {"event": event.id})


def put_away(session: Session, held: Held, state: State, at: datetime, *, private: bool) -> bool:
    """Writes the conversation. Tells whether more is due, the turn's own rows included."""
    session.flush()
    connection, contact_id = session.connection(), held.contact.id
    if private:
        connection.execute(PRIVATE, {"event": held.event.id})
    data = {"data": state.to_json(), "updated_at": at}
    if held.kept is None:
        begun = {"contact_id": contact_id, **data}
        return bool(connection.execute(BEGUN, {**begun, "contact": contact_id, "at": at}).scalar())
    return bool(connection.execute(CONTINUED, {"contact": contact_id, "at": at, **data}).scalar())


def is_due(session: Session, contact_id: int, at: datetime) -> bool:
    return bool(session.connection().execute(IS_DUE, {"contact": contact_id, "at": at}).scalar())


def contacts_due(session: Session, at: datetime, limit: int) -> Sequence[int]:
    return session.connection().execute(ALL_DUE, {"at": at, "limit": limit}).scalars().all()
