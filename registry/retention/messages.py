"""The words of a chat, ours and the citizen's: the rows stay, so that nothing is counted or taken in twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, SQLModel, col, select

from registry.models import Event, EventState, Outgoing, OutgoingState, Ticket, TicketNote
from registry.retention.remnants import leave_messages
from registry.tickets import enclosures

OUTBOX = SQLModel.metadata.tables["outgoing"]
EMPTY = {"text": "", "choices": [], "variables": []}  # as the outbox reads a message back
OVER = (OutgoingState.SENT, OutgoingState.FAILED, OutgoingState.HELD)
BATCH = 500


def before(session: Session, contact_id: int, at: datetime) -> Sequence[Event]:
    """Up to BATCH of the contact's rows with a body, received until `at`."""
    mine = Event.contact_id == contact_id, col(Event.erased_at).is_(None), Event.state != EventState.PENDING
    return session.exec(select(Event).where(*mine, Event.received_at <= at).order_by(col(Event.id)).limit(BATCH)).all()


def erase(session: Session, contact_id: int, events: Sequence[Event], at: datetime) -> Counter[str]:
    """`events` are the contact's, which the caller holds. What was said in answer to them goes, too."""
    ids = [event.id for event in events]
    session.execute(update(Event).where(col(Event.id).in_(ids)).values(body={}, erased_at=at))
    leave_messages(session, [event.message_sid for event in events if event.message_sid], at)
    if events:
        until = max(event.received_at for event in events)
        _drop_notes(session, contact_id, until)
        enclosures.drop(session, contact_id, until, at)
    return Counter(messages=len(ids)) + erase_answers(session, contact_id, at)


def _drop_notes(session: Session, contact_id: int, until: datetime) -> None:
    """What officers wrote to each other in that time; the rest goes with the contact."""
    talks = select(Ticket.id).where(Ticket.contact_id == contact_id)
    old = col(TicketNote.ticket_id).in_(talks), col(TicketNote.written_at) <= until
    session.execute(delete(TicketNote).where(*old))


def erase_answers(session: Session, contact_id: int, at: datetime) -> Counter[str]:
    """A held message is never sent now; one under way is left for the next time."""
    erased = select(Event.id).where(Event.contact_id == contact_id, col(Event.erased_at).is_not(None))
    answers = (
        update(OUTBOX)
        .where(OUTBOX.c.contact_id == contact_id, OUTBOX.c.erased_at.is_(None), OUTBOX.c.state.in_(OVER))
        .where(OUTBOX.c.event_id.in_(erased))
        .values(body=EMPTY, erased_at=at)
        .returning(OUTBOX.c.sid)
    )
    sids = session.execute(answers).scalars().all()
    held = OUTBOX.c.contact_id == contact_id, OUTBOX.c.erased_at == at, OUTBOX.c.state == OutgoingState.HELD
    session.execute(update(OUTBOX).where(*held).values(state=OutgoingState.FAILED, error="erased"))
    leave_messages(session, [sid for sid in sids if sid], at)
    return Counter(messages=len(sids))


def is_answer_under_way(session: Session, contact_id: int) -> bool:
    erased = select(Event.id).where(Event.contact_id == contact_id, col(Event.erased_at).is_not(None))
    waiting = select(Outgoing.id).where(
        Outgoing.contact_id == contact_id, col(Outgoing.erased_at).is_(None), col(Outgoing.event_id).in_(erased)
    )
    return session.exec(waiting.limit(1)).first() is not None
