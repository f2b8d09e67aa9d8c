"""News that waits on an office's page, told by SMS where nobody came to read it: once, until somebody has."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, or_, select, update
from sqlmodel import Session

from notifications.claiming import CONTACT, OUTBOX, SENDER
from registry import inbox
from registry.database import Database
from registry.models import Channel, Contact, EventKind, Office, OutgoingKind, OutgoingState
from registry.offices.reaching import contact_at

WEB_NEWS = "web_news"  # the name of the inbox row that brings it
UNREAD_FOR = timedelta(minutes=2)  # who is at the page has seen it by then
FORGOTTEN = timedelta(days=1)
NEWEST = 5_000  # rows of the outbox that are looked through
AT_ONCE = 200
TOLD = "delivered"  # of a row: an SMS has told of it; it is `read` when the page has shown it
BY_SMS = (Channel.SMS,)
UNREAD = or_(OUTBOX.c.delivery.is_(None), OUTBOX.c.delivery == TOLD)


def tell(database: Database, at: datetime) -> bool:
    """Whether there was any; the caller wakes the drain."""
    with database.reading() as session:
        newest = session.scalar(select(func.max(OUTBOX.c.id))) or 0
        waiting = (
            select(OUTBOX.c.contact_id, func.max(func.coalesce(CONTACT.c.office_id, SENDER.c.office_id)))
            .join(CONTACT, CONTACT.c.id == OUTBOX.c.contact_id)
            .join(SENDER, SENDER.c.id == CONTACT.c.sender_id)
            .where(OUTBOX.c.id > newest - NEWEST, CONTACT.c.channel == Channel.WEB, CONTACT.c.opted_out_at.is_(None))
            .where(OUTBOX.c.state == OutgoingState.SENT, OUTBOX.c.kind != OutgoingKind.ANSWER)
            .where(OUTBOX.c.delivery.is_(None), OUTBOX.c.sent_at.between(at - FORGOTTEN, at - UNREAD_FOR))
            .group_by(OUTBOX.c.contact_id)
            .limit(AT_ONCE)
        )
        contacts = session.execute(waiting).all()
    told = False
    for contact_id, office_id in contacts:
        with database.writing() as session:
            told |= _tell(session, contact_id, office_id, at)
    return told


def _tell(session: Session, contact_id: int, office_id: int, at: datetime) -> bool:
    """What was told of and not read yet needs no second SMS."""
    contact = session.get_one(Contact, contact_id, with_for_update=True)
    mine = OUTBOX.c.contact_id == contact_id, OUTBOX.c.kind != OutgoingKind.ANSWER
    earlier = select(OUTBOX.c.id).where(*mine, OUTBOX.c.delivery == TOLD).limit(1)
    knows = session.execute(earlier).first() is not None
    news = update(OUTBOX).where(*mine, OUTBOX.c.state == OutgoingState.SENT, OUTBOX.c.delivery.is_(None))
    session.execute(news.values(delivery=TOLD))
    office = session.get_one(Office, office_id)
    by_sms = None if knows else contact_at(session, office, contact.telephone or "", BY_SMS, at)
    if by_sms is None or by_sms.opted_out_at is not None:
        return False
    body = {"name": WEB_NEWS, "office_id": office.id}
    inbox.put(session, by_sms.id, Channel.SMS, EventKind.TIMER, body, due_at=at)
    return True
