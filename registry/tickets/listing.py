"""The inbox by what waits for whom: unclaimed talks, one's own, those of colleagues, and the closed ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, func, tuple_
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import CHECKERS
from registry.models import Contact, Event, EventKind, Ticket, TicketState
from registry.models.tickets import TICKET_CLOSED, TICKET_OPEN
from registry.moves import require

PAGE = 50
LOOKED_AT = 4  # messages: the last is often the one word that asks for an officer
LONGEST_WORDS = 80  # characters


class Tab(StrEnum):
    WAITING = "waiting"
    MINE = "mine"
    OTHERS = "others"
    CLOSED = "closed"


@dataclass(frozen=True)
class Talk:
    """`wrote_at`: when the citizen last wrote; `words`: the last that were more than one, or that one."""

    ticket: Ticket
    contact: Contact
    wrote_at: datetime | None
    words: str = ""


def talks(session: Session, actor: Actor, tab: Tab, after: int | None = None, limit: int = PAGE) -> list[Talk]:
    """Of the officer's office: open ones the longest waiting first, closed ones the newest first. `after` is the last
    one's id on the page before."""
    require(actor, CHECKERS)
    theirs = select(Ticket, Contact).join(Contact, col(Contact.id) == Ticket.contact_id)
    theirs = theirs.where(Ticket.office_id == actor.office_id)
    last = session.get(Ticket, after) if after else None
    wanted = _closed(theirs, last) if tab is Tab.CLOSED else _open(theirs.where(_whose(actor, tab)), last)
    rows = session.exec(wanted.limit(limit)).all()
    wrote = _last_written(session, [contact.id for _, contact in rows]) if tab is not Tab.CLOSED else {}
    return [Talk(ticket, contact, *wrote.get(contact.id, (None, ""))) for ticket, contact in rows]


def _closed(wanted: Any, last: Ticket | None) -> Any:
    if last:
        wanted = wanted.where(tuple_(col(Ticket.closed_at), col(Ticket.id)) < (last.closed_at, last.id))
    return wanted.where(TICKET_CLOSED).order_by(col(Ticket.closed_at).desc(), col(Ticket.id).desc())


def _open(wanted: Any, last: Ticket | None) -> Any:
    if last:
        wanted = wanted.where(tuple_(col(Ticket.created_at), col(Ticket.id)) > (last.created_at, last.id))
    return wanted.where(TICKET_OPEN).order_by(col(Ticket.created_at), col(Ticket.id))


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


def _last_written(session: Session, contact_ids: Sequence[int]) -> dict[int, tuple[datetime, str]]:
    """When, and what. A complaint leaves no trace here: it is for its readers alone."""
    latest = func.row_number().over(partition_by=col(Event.contact_id), order_by=col(Event.id).desc()).label("back")
    mine = col(Event.contact_id).in_(contact_ids), Event.kind == EventKind.MESSAGE, ~col(Event.private)
    ranked = select(col(Event.id).label("id"), latest).where(*mine).subquery()
    wanted = select(Event).join(ranked, ranked.c.id == col(Event.id)).where(ranked.c.back <= LOOKED_AT)
    found: dict[int, tuple[datetime, str]] = {}
    for event in session.exec(wanted.order_by(col(Event.id).desc())).all() if contact_ids else ():
        said = str(event.body.get("text") or "").strip()[:LONGEST_WORDS]
        wrote_at, words = found.get(event.contact_id, (event.received_at, said))
        found[event.contact_id] = wrote_at, words if " " in words or " " not in said else said
    return found
