"""Takes due rows of the outbox under a lease: at most one of a contact, the oldest, by one sender at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import (
    LargeBinary,
    Select,
    Update,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
    update,
)
from sqlmodel import Session, SQLModel

from notifications.channels.carrier import MODEM
from notifications.outbox import Message
from notifications.retrying import WAITS
from registry.models import Channel, OutgoingKind, OutgoingState
from registry.models.events import UNSENT
from registry.vault import Unreadable

log = structlog.get_logger()

OUTBOX = SQLModel.metadata.tables["outgoing"]
CONTACT = SQLModel.metadata.tables["contact"]
SENDER = SQLModel.metadata.tables["sender"]
OFFICE = SQLModel.metadata.tables["office"]
SEALED = type_coerce(OUTBOX.c.body, LargeBinary).label("sealed")
UNREADABLE = "unreadable"
NIGHT = "night"  # why a row is due in the morning; what comes after it does not wait
ZONE = "Asia/Jakarta"  # where no office is known

# Longer than a call may take (5 s to connect, 15 s to read), with room for a stalled process.
LEASE = timedelta(seconds=60)


@dataclass(frozen=True)
class Task:
    """One row to send, or to look up when nobody knows whether the carrier took it."""

    row_id: int
    contact_id: int
    event_id: int | None  # what it answers
    look_up: bool
    attempts: int  # this one included
    lease: datetime
    created_at: datetime
    due_at: datetime
    message: Message
    kind: OutgoingKind
    channel: Channel
    address: str
    sender_address: str  # or MODEM and the name of the modem it goes by
    language: str
    window_until: datetime | None
    opted_out_at: datetime | None
    timezone: str
    probes: bool = False  # before its time, to see whether the carrier is back

    @property
    def by_modem(self) -> bool:
        return self.sender_address.startswith(MODEM)

    @property
    def tag(self) -> str:
        """By it a receipt finds this very attempt, though nobody knows its SID yet."""
        return f"{self.row_id}.{self.attempts}"


def claim(session: Session, limit: int, at: datetime, put_off: Select[tuple[int]] | None = None) -> list[Task]:
    """A row whose lease ran out was perhaps sent before its sender died: it comes back to be looked up.

    Of those that are `put_off`, instead of those that are due, one is tried without counting it as a try.
    """
    lease = at + LEASE
    taken = session.execute(_take(limit, at, lease, put_off)).all()
    messages = {row.id: message for row in taken if (message := _read(row.id, row.sealed)) is not None}
    contacts = {row.id: row for row in session.execute(_contacts([row.contact_id for row in taken]))} if taken else {}
    addresses = {number: _opened(number, row.sealed) for number, row in contacts.items()}
    claimed = {row.id: row for row in taken if row.id in messages and addresses[row.contact_id]}
    if broken := [row.id for row in taken if row.id not in claimed]:
        given_up = {"state": OutgoingState.FAILED, "error": UNREADABLE, "leased_until": None}
        session.execute(update(OUTBOX).where(OUTBOX.c.id.in_(broken)).values(given_up))
    return [
        Task(
            row_id=row.id,
            contact_id=row.contact_id,
            event_id=row.event_id,
            look_up=row.state is OutgoingState.UNKNOWN,
            attempts=row.attempts,
            lease=lease,
            created_at=row.created_at,
            due_at=row.due_at,
            message=messages[row.id],
            kind=row.kind,
            channel=contacts[row.contact_id].channel,
            address=addresses[row.contact_id],
            sender_address=contacts[row.contact_id].sender_address,
            language=contacts[row.contact_id].language,
            window_until=contacts[row.contact_id].window_until,
            opted_out_at=contacts[row.contact_id].opted_out_at,
            timezone=contacts[row.contact_id].timezone or ZONE,
            probes=put_off is not None,
        )
        for row in claimed.values()
    ]


def _take(limit: int, at: datetime, lease: datetime, put_off: Select[tuple[int]] | None) -> Update:
    row, earlier = OUTBOX.alias("candidate"), OUTBOX.alias("earlier")
    kind = OUTBOX.c.state.type
    awake = or_(earlier.c.error.is_distinct_from(NIGHT), earlier.c.due_at <= at)
    blocked = exists().where(
        earlier.c.contact_id == row.c.contact_id,
        earlier.c.id < row.c.id,
        earlier.c.state.in_(UNSENT),
        awake,
        or_(earlier.c.attempts <= len(WAITS), earlier.c.due_at <= at, earlier.c.leased_until > at),
    )
    wanted = row.c.due_at <= at if put_off is None else row.c.id.in_(put_off)
    due = (
        select(row.c.id)
        .where(row.c.state.in_(UNSENT), wanted, ~blocked)
        .where(or_(row.c.leased_until.is_(None), row.c.leased_until <= at))
        .order_by(row.c.due_at, row.c.id)
        .limit(limit)
        .with_for_update(of=row, skip_locked=True)  # SQLite has one writer and leaves this out
        .cte("due")  # looked up once: as a part of the condition PostgreSQL may do it for each row, and take them all
    )
    fresh = OUTBOX.c.state == OutgoingState.QUEUED
    state = case((fresh, literal(OutgoingState.SENDING, kind)), else_=literal(OutgoingState.UNKNOWN, kind))
    taken = update(OUTBOX).where(OUTBOX.c.id.in_(select(due.c.id)))
    counted = 1 if put_off is None else 0
    taken = taken.values(state=state, leased_until=lease, attempts=OUTBOX.c.attempts + counted)
    return taken.returning(*(column for column in OUTBOX.c if column is not OUTBOX.c.body), SEALED)


def _read(row_id: int, sealed: bytes) -> Message | None:
    """None for one that no key opens, or that is no message: it must not keep the others from going."""
    try:
        return Message.from_body(OUTBOX.c.body.type.process_result_value(sealed, None))  # type: ignore[attr-defined]
    except (Unreadable, ArithmeticError, LookupError, TypeError, ValueError) as fault:
        log.error("message_unreadable", outgoing=row_id, error=type(fault).__name__)
        return None


def _opened(contact_id: int, sealed: bytes) -> str:
    """Empty for an address that no key opens: its messages fail, and nobody else's."""
    try:
        return str(CONTACT.c.address.type.process_result_value(sealed, None))  # type: ignore[attr-defined]
    except (Unreadable, ValueError) as fault:
        log.error("address_unreadable", contact_id=contact_id, error=type(fault).__name__)
        return ""


def _contacts(ids: Sequence[int]) -> Select[tuple[object, ...]]:
    columns = [CONTACT.c[name] for name in ("id", "channel", "language", "window_until", "opted_out_at")]
    sealed = type_coerce(CONTACT.c.address, LargeBinary).label("sealed")
    joined = CONTACT.join(SENDER, SENDER.c.id == CONTACT.c.sender_id)
    joined = joined.outerjoin(OFFICE, OFFICE.c.id == func.coalesce(CONTACT.c.office_id, SENDER.c.office_id))
    sent_from = func.coalesce(literal(MODEM) + SENDER.c.modem, SENDER.c.address).label("sender_address")
    chosen = select(*columns, sealed, sent_from, OFFICE.c.timezone)
    return chosen.select_from(joined).where(CONTACT.c.id.in_(ids))
