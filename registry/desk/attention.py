"""What needs somebody's attention: work that failed or does not move, to be tried again or left undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select, String, and_, func, or_, select, text, type_coerce
from sqlalchemy import literal as value
from sqlmodel import Session, SQLModel, col

from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import Case, LeftUndone, StuckKind, Ticket
from registry.models.events import PENDING, UNSENT, UNTOLD
from registry.models.uploads import IN_WORK

INBOX, OUTBOX, UPLOADS, REMNANTS, TROUBLES, CONTACTS, SENDERS = (
    SQLModel.metadata.tables[name]
    for name in ("event", "outgoing", "upload", "remnant", "trouble", "contact", "sender")
)
# In words, so that the partial indexes serve.
FAILED_MESSAGE, FAILED_EVENT = text("outgoing.state = 'failed'"), text("event.state = 'failed'")
HELD_MESSAGE = text("outgoing.state = 'held'")
DAYS = timedelta(days=30)
LATE = timedelta(minutes=10)  # overdue: nobody works on it
TRIED_OFTEN = 4  # a file that could not be fetched so often
TEN_MINUTES_OF_TRIES = 8  # of a message that the carrier still does not take (notifications/retrying.py)
MEANT = ("opted-out", "erased", "given-up")  # why a message did not go, though nothing is amiss
MOST = 50  # of each kind and reason, on a page

Find = Callable[[datetime], Select[Any]]


@dataclass(frozen=True)
class Stuck:
    """`failed`: given up, no longer tried. `error` is a carrier's code or an error class."""

    kind: StuckKind
    id: int
    since: datetime
    error: str
    failed: bool
    what: str  # of a trouble: its kind and subject
    contact_id: int | None
    case_id: int | None = None
    case_number: str | None = None
    ticket_id: int | None = None


def stuck(session: Session, actor: Actor, at: datetime) -> list[Stuck]:
    """Oldest first, at most MOST of each kind and reason, with the newest case of whom it concerns."""
    found = [
        Stuck(
            kind, row.id, row.since, row.error or "none-given", bool(row.failed), row.what, row.contact_id, row.case_id
        )
        for kind, query in _of_office(actor, at)
        for row in session.execute(query.order_by("since").limit(MOST))
    ]
    return sorted(_with_cases(session, actor, found), key=lambda each: each.since)


def count(session: Session, actor: Actor, at: datetime) -> int:
    return _counted(session, [query for _, query in _of_office(actor, at)])


def installation(session: Session, at: datetime) -> int:
    """Of all offices, what who runs the machines looks at: not what a carrier refused of one citizen."""
    return _counted(session, [_undone(kind, find, at) for kind, find in SOURCES if kind is not StuckKind.MESSAGE])


def is_stuck(session: Session, actor: Actor, kind: StuckKind, row_id: int, at: datetime) -> bool:
    """And of the actor's own office."""
    mine = [query.where(TABLES[kind].c.id == row_id) for each, query in _of_office(actor, at) if each is kind]
    return _counted(session, mine) > 0


def _counted(session: Session, queries: Sequence[Select[Any]]) -> int:
    """In one statement."""
    counts = [select(func.count()).select_from(query.subquery()).scalar_subquery() for query in queries]
    return sum(session.execute(select(*counts)).one()) if counts else 0


def _of_office(actor: Actor, at: datetime) -> Iterator[tuple[StuckKind, Select[Any]]]:
    """What concerns the installation, or somebody who has not chosen an office yet, is an administrator's."""
    of_all = Role.ADMIN in actor.roles
    for kind, find in SOURCES:
        query = _undone(kind, find, at)
        if kind is StuckKind.TROUBLE:
            ours = and_(TROUBLES.c.office_id.is_(None), value(of_all))
            yield kind, query.where(or_(TROUBLES.c.office_id == actor.office_id, ours))
        elif kind is not StuckKind.REMNANT:
            office = func.coalesce(CONTACTS.c.office_id, SENDERS.c.office_id)
            yield kind, query.where(or_(office == actor.office_id, and_(office.is_(None), value(of_all))))
        elif of_all:
            yield kind, query


def _undone(kind: StuckKind, find: Find, at: datetime) -> Select[Any]:
    """But for what somebody left undone."""
    number = TABLES[kind].c.id
    left = select(col(LeftUndone.id)).where(col(LeftUndone.kind) == kind, col(LeftUndone.row_id) == number)
    return find(at).where(~left.exists())


def _failed_messages(at: datetime) -> Select[Any]:
    failed = FAILED_MESSAGE, OUTBOX.c.created_at > at - DAYS, OUTBOX.c.erased_at.is_(None)
    told = _of_contact(OUTBOX, OUTBOX.c.created_at, OUTBOX.c.error, failed=True)
    return told.where(*failed, func.coalesce(OUTBOX.c.error, "").not_in(MEANT))


def _waiting_messages(at: datetime) -> Select[Any]:
    told = _of_contact(OUTBOX, OUTBOX.c.created_at, OUTBOX.c.error, failed=False)
    late = or_(OUTBOX.c.due_at < at - LATE, OUTBOX.c.attempts > TEN_MINUTES_OF_TRIES)
    return told.where(OUTBOX.c.state.in_(UNSENT), late)


def _untold(at: datetime) -> Select[Any]:
    """Held outside the 24 hours, and no template has said that anything waits."""
    told = _of_contact(OUTBOX, OUTBOX.c.created_at, OUTBOX.c.error, failed=False)
    return told.where(HELD_MESSAGE, OUTBOX.c.created_at > at - DAYS, OUTBOX.c.error == UNTOLD)


def _failed_events(at: datetime) -> Select[Any]:
    told = _of_contact(INBOX, INBOX.c.received_at, value("turn-failed"), failed=True)
    return told.where(FAILED_EVENT, INBOX.c.received_at > at - DAYS, INBOX.c.erased_at.is_(None))


def _waiting_events(at: datetime) -> Select[Any]:
    told = _of_contact(INBOX, INBOX.c.received_at, value("overdue"), failed=False)
    return told.where(INBOX.c.state == PENDING, INBOX.c.due_at < at - LATE)


def _uploads(at: datetime) -> Select[Any]:
    slow = or_(UPLOADS.c.due_at < at - LATE, UPLOADS.c.attempts >= TRIED_OFTEN)
    return _of_contact(UPLOADS, UPLOADS.c.created_at, value("overdue"), failed=False).where(IN_WORK, slow)


def _remnants(at: datetime) -> Select[Any]:
    told = _told(REMNANTS, REMNANTS.c.created_at, REMNANTS.c.error, value(True), value(""), value(None), value(None))
    return told.where(REMNANTS.c.due_at.is_(None))


def _troubles(at: datetime) -> Select[Any]:
    what = type_coerce(TROUBLES.c.kind, String) + ":" + TROUBLES.c.subject
    return _told(TROUBLES, TROUBLES.c.first_at, TROUBLES.c.error, value(True), what, value(None), TROUBLES.c.case_id)


def _of_contact(table: Any, since: Any, error: Any, *, failed: bool) -> Select[Any]:
    told = _told(table, since, error, value(failed), value(""), table.c.contact_id, value(None))
    joined = told.join(CONTACTS, CONTACTS.c.id == table.c.contact_id)
    return joined.join(SENDERS, SENDERS.c.id == CONTACTS.c.sender_id)


def _told(table: Any, since: Any, error: Any, failed: Any, what: Any, contact_id: Any, case_id: Any) -> Select[Any]:
    named = {
        "since": since,
        "error": error,
        "failed": failed,
        "what": what,
        "contact_id": contact_id,
        "case_id": case_id,
    }
    return select(table.c.id, *(column.label(name) for name, column in named.items())).select_from(table)


def _with_cases(session: Session, actor: Actor, found: Sequence[Stuck]) -> list[Stuck]:
    """The newest of each contact, or the one that it is about; and where they talked. In two statements."""
    contacts = {each.contact_id for each in found if each.contact_id}
    newest = _newest(Case, contacts, actor)
    about = col(Case.id).in_({each.case_id for each in found if each.case_id})
    columns = col(Case.id), col(Case.number), col(Case.contact_id)
    rows = session.execute(select(*columns).where(or_(col(Case.id).in_(newest), about))).all()
    by_case, by_contact = {row.id: row for row in rows}, {row.contact_id: row for row in rows}
    talks = select(col(Ticket.contact_id), col(Ticket.id)).where(col(Ticket.id).in_(_newest(Ticket, contacts, actor)))
    tickets = {contact_id: number for contact_id, number in session.execute(talks)}
    return [
        replace(
            each,
            case_id=row.id if (row := by_case.get(each.case_id) or by_contact.get(each.contact_id)) else None,
            case_number=row.number if row else None,
            ticket_id=tickets.get(each.contact_id),
        )
        for each in found
    ]


def _newest(table: Any, contacts: set[int], actor: Actor) -> Select[Any]:
    mine = table.contact_id.in_(contacts), table.office_id == actor.office_id
    return select(func.max(table.id)).where(*mine).group_by(table.contact_id)


TABLES = MappingProxyType(
    {
        StuckKind.MESSAGE: OUTBOX, StuckKind.EVENT: INBOX, StuckKind.UPLOAD: UPLOADS,
        StuckKind.REMNANT: REMNANTS, StuckKind.TROUBLE: TROUBLES,
    }
)  # fmt: skip
SOURCES: tuple[tuple[StuckKind, Find], ...] = (
    (StuckKind.MESSAGE, _failed_messages),
    (StuckKind.MESSAGE, _waiting_messages),
    (StuckKind.MESSAGE, _untold),
    (StuckKind.EVENT, _failed_events),
    (StuckKind.EVENT, _waiting_events),
    (StuckKind.UPLOAD, _uploads),
    (StuckKind.REMNANT, _remnants),
    (StuckKind.TROUBLE, _troubles),
)
