"""Who has a conversation in hand: found and locked for an officer, noted in the log, told in the chat."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.lifecycle import CHECKERS, Refused
from registry.models import Contact, EventKind, Officer, Ticket, TicketState
from registry.moves import LOCK, require


def number_of(officer_id: int | None) -> str:
    """Citizens hear a number, so that nobody is sought out by name."""
    return f"P-{officer_id:02d}"


def speaks(actor: Actor, officer_id: int | None = None) -> dict[str, object]:
    """Who has the word, as the chat names them."""
    found = officer_id or actor.officer_id
    return {"officer": number_of(found), "officer_id": found}


def lock(session: Session, actor: Actor, ticket_id: int) -> Ticket:
    require(actor, CHECKERS)
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.office_id != actor.office_id:
        raise NotFound
    return ticket


def lock_own(session: Session, actor: Actor, ticket_id: int) -> Ticket:
    ticket = lock(session, actor, ticket_id)
    if ticket.state is not TicketState.OPEN or ticket.officer_id != actor.officer_id:
        raise not_yours(session, ticket)
    return ticket


def not_yours(session: Session, ticket: Ticket) -> Refused:
    if ticket.state is not TicketState.OPEN:
        return Refused("refused-state", state=ticket.state)
    return Refused("refused-taken", officer=session.get_one(Officer, ticket.officer_id).name)


def put(
    session: Session,
    actor: Actor,
    ticket: Ticket,
    name: str,
    at: datetime,
    officer_id: int | None = None,
    **fields: object,
) -> None:
    """`officer_id`: who has the word from now on, if it is not who acts."""
    contact = session.get_one(Contact, ticket.contact_id)
    body = {"name": name, "ticket_id": ticket.id, **speaks(actor, officer_id), **fields}
    inbox.put(session, contact.id, contact.channel, EventKind.OFFICER_WORD, body, due_at=at)


def record(session: Session, actor: Actor, ticket: Ticket, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=ticket.office_id, subject=f"ticket:{ticket.id}", at=at)
