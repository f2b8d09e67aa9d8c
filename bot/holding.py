"""Takes a contact and the next row of its inbox for a turn, and puts away what the turn leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    LargeBinary,
    bindparam,
    exists,
    func,
    insert,
    select,
    type_coerce,
    update,
)
from sqlmodel import Session, SQLModel

from bot.state import State
from registry.database import Database, Step
from registry.models import EventKind, EventState, KnownContact
from registry.models.events import PENDING
from registry.ready import Ready
from registry.vault import Unreadable

TABLES = SQLModel.metadata.tables
EVENTS, CONVERSATIONS, CONTACTS, SENDERS = (TABLES[name] for name in ("event", "conversation", "contact", "sender"))
OLDEST = EVENTS.alias("oldest")
NOT_KEPT_YET = "not_kept_yet"  # the name of the row that tells of a full or unreachable store
OF = "of"  # in the body of a row: the message that brought it about

CONTACT: BindParameter[int] = bindparam("contact")
EVENT: BindParameter[int] = bindparam("event")
AT: BindParameter[datetime] = bindparam("at")
DUE = EVENTS.c.state == PENDING, EVENTS.c.due_at <= AT
KNOWN = *(CONTACTS.c[name] for name in KnownContact._fields), SENDERS.c.office_id.label("senders")
HELD = Ready(
    select(*KNOWN)
    .join(SENDERS, SENDERS.c.id == CONTACTS.c.sender_id)
    .where(CONTACTS.c.id == CONTACT)
    .with_for_update(of=CONTACTS, skip_locked=True, key_share=True),
    KNOWN,
)
# It locks as well: while another holds the contact nothing is taken, and nobody waits.
NEXT = (
    select(OLDEST.c.id)
    .join(CONTACTS, CONTACTS.c.id == OLDEST.c.contact_id)
    .where(OLDEST.c.contact_id == CONTACT, OLDEST.c.state == PENDING, OLDEST.c.due_at <= AT)
    .order_by(OLDEST.c.id)
    .limit(1)
    .with_for_update(of=CONTACTS, skip_locked=True, key_share=True)
    .scalar_subquery()
)
# As it lies there: one that no key opens must not keep the row from being taken.
KEPT = (
    select(type_coerce(CONVERSATIONS.c.data, LargeBinary))
    .where(CONVERSATIONS.c.contact_id == CONTACT)
    .scalar_subquery()
)
TAKES = (
    *(EVENTS.c[name] for name in ("id", "kind", "message_sid", "body", "attempts", "due_at", "received_at")),
    KEPT.label("kept"),
)
TAKEN = Ready(
    update(EVENTS).where(EVENTS.c.id == NEXT).values(state=EventState.PROCESSED, processed_at=AT).returning(*TAKES),
    TAKES,
)
COUNTED = (
    update(EVENTS)
    .where(EVENTS.c.id == EVENT)
    .values(state=EventState.PENDING, processed_at=None, attempts=EVENTS.c.attempts + bindparam("more"))
)
PRIVATE = Ready(update(EVENTS).where(EVENTS.c.id == EVENT).values(private=True))
DUE_HERE = exists().where(EVENTS.c.contact_id == CONTACT, *DUE).label("due")
IS_DUE = select(DUE_HERE)
ALL_DUE = (
    select(EVENTS.c.contact_id)
    .where(*DUE)
    .group_by(EVENTS.c.contact_id)
    .order_by(func.min(EVENTS.c.due_at))
    .limit(bindparam("limit"))
)
WRITTEN = ("data", "updated_at")
BEGUN = Ready(insert(CONVERSATIONS).returning(DUE_HERE), [DUE_HERE], ["contact_id", *WRITTEN])
CONTINUED = Ready(
    update(CONVERSATIONS).where(CONVERSATIONS.c.contact_id == CONTACT).returning(DUE_HERE), [DUE_HERE], WRITTEN
)


class TakenEvent(NamedTuple):
    """One row of the inbox, as it was taken."""

    id: int
    kind: EventKind
    message_sid: str | None
    body: dict[str, Any]
    attempts: int
    due_at: datetime
    received_at: datetime

    @property
    def told_as(self) -> int:
        """The number by which the log follows it: of what a message brings about, the message's."""
        return int(self.body.get(OF) or self.id)


@dataclass(frozen=True)
class Held:
    """The contact is locked until the transaction ends; `kept` is its conversation as it was last written, none for the
    first time. Of one that no key opens `unopened` is what lies there."""

    contact: KnownContact
    office_id: int | None  # the sender's: none where several offices share it
    event: TakenEvent
    kept: dict[str, Any] | None
    unopened: bytes | None = None


@contextmanager
def hold(database: Database, contact_id: int, clock: Callable[[], datetime]) -> Iterator[tuple[Session, Held | None]]:
    """None when nothing is due or another holds the contact. From now on the row is processed, if this is committed."""

    def first() -> Sequence[Step]:
        """Two statements: the second must see what the contact's last holder wrote."""
        return (HELD, {"contact": contact_id}), (TAKEN, {"contact": contact_id, "at": clock()})

    with database.replayable(first) as (session, (known, taken)):
        if not (known and taken):  # let go between the two, it may have been taken all the same
            session.rollback()
            yield session, None
        else:
            (*contact, office_id), (*event, kept) = known[0], taken[0]
            yield session, Held(KnownContact(*contact), office_id, TakenEvent(*event), *_opened(kept))


def _opened(sealed: bytes | None) -> tuple[dict[str, Any] | None, bytes | None]:
    try:
        return CONVERSATIONS.c.data.type.process_result_value(sealed, None), None  # type: ignore[attr-defined]
    except (Unreadable, ValueError):
        return {}, sealed


def count_attempt(session: Session, event_id: int, more: int) -> None:
    """The row stays to be done, and its attempt is known even if it kills its process."""
    session.connection().execute(COUNTED, {"event": event_id, "more": more})


def put_away(
    database: Database, session: Session, held: Held, state: State, last: Sequence[Step], at: datetime, *, private: bool
) -> bool:
    """Writes what was said and set, and the conversation, and commits. Tells whether more is due, of these rows too."""
    contact_id = held.contact.id
    marked = [(PRIVATE, {"event": each}) for each in {held.event.id, held.event.told_as}] if private else []
    values = {"contact_id": contact_id, "contact": contact_id, "data": state.to_json(), "updated_at": at, "at": at}
    written = BEGUN if held.kept is None else CONTINUED
    ((due,),) = database.end(session, *last, *marked, (written, values))
    return bool(due)


def is_due(session: Session, contact_id: int, at: datetime) -> bool:
    return bool(session.connection().execute(IS_DUE, {"contact": contact_id, "at": at}).scalar())


def next_due(session: Session, contact_id: int, at: datetime) -> int | None:
    """By its number alone: its body may be what cannot be read."""
    due = select(EVENTS.c.id).where(EVENTS.c.contact_id == CONTACT, *DUE).order_by(EVENTS.c.id).limit(1)
    return session.connection().execute(due, {"contact": contact_id, "at": at}).scalar()


def contacts_due(session: Session, at: datetime, limit: int) -> Sequence[int]:
    return session.connection().execute(ALL_DUE, {"at": at, "limit": limit}).scalars().all()
