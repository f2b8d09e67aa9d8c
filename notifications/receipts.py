"""What the carrier says about a message after it took it. Receipts come late, twice, out of order, or not at all."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from math import inf

import structlog
from sqlalchemy import func, or_, select, update
from sqlmodel import Session

from notifications import windows
from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from notifications.channels.remedies import remedy_for
from notifications.channels.web import OF_PAGES
from notifications.claiming import CONTACT, OUTBOX
from notifications.outbox import Message
from notifications.retrying import next_send
from notifications.shapes import is_template
from registry.database import Database
from registry.models import Outgoing, OutgoingState

log = structlog.get_logger()

# What may come after what: failed and read are final, delivered moves only to them.
FROM = {
    "sent": (),
    "delivered": ("sent",),
    "read": ("sent", "delivered"),
    "failed": ("sent", "delivered"),
}

TAG = re.compile(r"\d{1,12}\.\d{1,4}")  # the row's id and the attempt, as claiming.Task gives it
SILENCE, FORGOTTEN = timedelta(minutes=1), timedelta(hours=1)
NEWEST = 5_000  # rows a sweep looks through
SWEPT = 50  # calls to the carrier a sweep makes


def record(session: Session, sid: str, status: str, error_code: str | None, at: datetime, *, tag: str = "") -> bool:
    """Takes one receipt in; False when it says nothing new or is of no message of ours. Takes the contact's lock.

    By its `tag` a receipt is understood that comes before the SID was kept, or in place of an answer that was lost.
    """
    status = "failed" if status == "undelivered" else status
    if status not in FROM:
        return False
    if _told(session, sid, status, error_code, at):
        return True
    if not TAG.fullmatch(tag):
        return False
    _adopt(session, sid, tag, at)
    return _told(session, sid, status, error_code, at)  # also when the sender kept the SID this very moment


def _told(session: Session, sid: str, status: str, error_code: str | None, at: datetime) -> bool:
    owner = select(OUTBOX.c.contact_id).where(OUTBOX.c.sid == sid)
    if status == "failed":
        session.execute(select(CONTACT.c.id).where(CONTACT.c.id.in_(owner)).with_for_update())
    before = or_(OUTBOX.c.delivery.is_(None), OUTBOX.c.delivery.in_(FROM[status]))
    told = (
        update(OUTBOX)
        .where(OUTBOX.c.sid == sid, before)
        .values(delivery=status)
        .returning(OUTBOX.c.id, OUTBOX.c.event_id)
    )
    row = session.execute(told).first()
    if row is None:
        return False
    log.info("receipt", outgoing=row.id, event_id=row.event_id, delivery=status, code=error_code)
    if status == "failed":
        _mend(session, session.get_one(Outgoing, row.id, populate_existing=True), error_code or "none-given", at)
    return True


def _adopt(session: Session, sid: str, tag: str, at: datetime) -> None:
    """The attempt of this tag gets its SID and is sent. Who still waits for the answer has no lease any more, and
    writes nothing."""
    row_id, attempt = (int(number) for number in tag.split("."))
    owner = select(OUTBOX.c.contact_id).where(OUTBOX.c.id == row_id)
    session.execute(select(CONTACT.c.id).where(CONTACT.c.id.in_(owner)).with_for_update())
    under_way = OUTBOX.c.state.in_((OutgoingState.SENDING, OutgoingState.UNKNOWN))
    attempted = update(OUTBOX).where(OUTBOX.c.id == row_id, OUTBOX.c.attempts == attempt, OUTBOX.c.sid.is_(None))
    sent = {"sid": sid, "state": OutgoingState.SENT, "sent_at": at, "error": None, "leased_until": None}
    session.execute(attempted.where(under_way).values(sent))


def sweep(database: Database, ask: Callable[[str], tuple[str, str | None]], at: datetime, seconds: float = inf) -> int:
    """Asks about messages whose first receipt never came, until the time is over; `ask` is Carrier.status. Returns how
    many answered. In any order: what is asked about in vain keeps no other waiting each time."""
    deadline = time.monotonic() + seconds
    with database.reading() as session:
        newest = session.scalar(select(func.max(OUTBOX.c.id))) or 0
        silent = (
            select(OUTBOX.c.sid)
            .where(OUTBOX.c.id > newest - NEWEST, OUTBOX.c.state == OutgoingState.SENT, OUTBOX.c.delivery.is_(None))
            .where(OUTBOX.c.sent_at.between(at - FORGOTTEN, at - SILENCE), ~OUTBOX.c.sid.startswith(OF_PAGES))
            .order_by(func.random())
            .limit(SWEPT)
        )
        sids = session.scalars(silent).all()
    return sum(_ask(database, ask, sid, at) for sid in sids if time.monotonic() < deadline)


def take(database: Database, sid: str, tag: str, told: tuple[str, str | None], at: datetime) -> bool:
    """One that was not brought to us but asked for."""
    status, code = told
    with database.writing() as session:
        return record(session, sid, status, code, at, tag=tag)


def _ask(database: Database, ask: Callable[[str], tuple[str, str | None]], sid: str, at: datetime) -> bool:
    try:
        status, code = ask(sid)
    except (AnswerLost, DeliveryFailed):
        return False  # the next sweep asks again
    with database.writing() as session:
        return record(session, sid, status, code, at)


def _mend(session: Session, row: Outgoing, code: str, at: datetime) -> None:
    """Taken, then not delivered. The SID goes when it is sent again: nothing more is to be heard of it."""
    remedy = remedy_for(code)
    again = next_send(remedy, row.attempts, at)
    if remedy is Remedy.TEMPLATE and not is_template(Message.from_body(row.body)):
        windows.close(session, row.contact_id, row.sent_at or at, at)
        again = at  # the dispatcher finds the window closed, sends the template and holds the text
    row.error = code
    if again is not None:
        row.state, row.due_at, row.sid, row.delivery = OutgoingState.QUEUED, again, None, None
        return
    row.state, row.due_at = OutgoingState.FAILED, at
    log.warning("message_given_up", outgoing=row.id, event_id=row.event_id, reason=code)
    if remedy is Remedy.OUR_CONTENT:
        log.error("content_refused", outgoing=row.id, code=code)
    if remedy is Remedy.BLOCKED:
        opted_out = CONTACT.c.id == row.contact_id, CONTACT.c.opted_out_at.is_(None)
        session.execute(update(CONTACT).where(*opted_out).values(opted_out_at=at))
