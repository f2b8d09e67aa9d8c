"""The inbox by what waits for whom: unclaimed talks, one's own, those of colleagues, and the closed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import CHECKERS
from registry.models import Contact, Event, EventKind, Ticket, TicketState
from registry.models.tickets import TICKET_CLOSED, TICKET_OPEN
from registry.moves import require

PAGE = 50


class Tab(StrEnum):
    WAITING = "waiting"
    MINE = "mine"
    OTHERS = "others"
    CLOSED = "closed"


@dataclass(frozen=True)
class Talk:
    """`wrote_at`: when the citizen last wrote since they asked for an officer."""

    ticket: Ticket
    contact: Contact
    wrote_at: datetime | None


def talks(session: Session, actor: Actor, tab: Tab, after: int | None = None) -> list[Talk]:
    """Of the officer's office: open ones the longest waiting first, closed ones the newest first, PAGE at a time."""
    require(actor, CHECKERS)
    theirs = select(Ticket, Contact).join(Contact, col(Contact.id) == Ticket.contact_id)
    theirs = theirs.where(Ticket.office_id == actor.office_id)
    if tab is Tab.CLOSED:
        closed = theirs.where(TICKET_CLOSED)
        last = session.get(Ticket, after) if after else None
        closed = closed.where(col(Ticket.closed_at) < last.closed_at) if last else closed
        rows = session.exec(closed.order_by(col(Ticket.closed_at).desc()).limit(PAGE)).all()
    else:
        rows = session.exec(theirs.where(TICKET_OPEN, _whose(actor, tab)).order_by(col(Ticket.created_at))).all()
    wrote = _last_written(session, [contact.id for _, contact in rows]) if tab is not Tab.CLOSED else {}
    return [Talk(ticket, contact, wrote.get(contact.id)) for ticket, contact in rows]


def counts(session: Session, actor: Actor) -> dict[Tab, int]:
    """Of the open ones; they are few, the closed many."""
    open_ones = select(Ticket.state, Ticket.officer_id, func.count()).where(
        Ticket.office_id == actor.office_id, TICKET_OPEN
    )
    found = dict.fromkeys((Tab.WAITING, Tab.MINE, Tab.OTHERS), 0)
    for state, officer_id, count in session.exec(open_ones.group_by(col(Ticket.state), col(Ticket.officer_id))):
        mine = Tab.MINE if officer_id == actor.officer_id else Tab.OTHERS
        found[Tab.WAITING if state is TicketState.WAITING else mine] += count
    return found


def _whose(actor: Actor, tab: Tab) -> ColumnElement[bool]:
    waiting = col(Ticket.state) == TicketState.WAITING
    mine = col(Ticket.officer_id) == actor.officer_id
    return {Tab.WAITING: waiting, Tab.MINE: ~waiting & mine, Tab.OTHERS: ~waiting & ~mine}[tab]


def _last_written(session: Session, contact_ids: Sequence[int]) -> dict[int, datetime]:
    messages = select(Event.contact_id, func.max(Event.received_at)).where(
        col(Event.contact_id).in_(contact_ids), Event.kind == EventKind.MESSAGE
    )
    return dict(session.exec(messages.group_by(col(Event.contact_id))).all()) if contact_ids else {}
