"""The officer's side of a ticket: taken, answered, handed back to the bot."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import CHECKERS, Refused
from registry.models import Contact, Ticket, TicketState
from registry.models.staff import TICKET_OPEN
from registry.moves import require
from registry.tickets.holding import lock, lock_own, not_yours, put, record

LONGEST_REPLY = 1500  # characters; a carrier's message holds 1,600


def open_tickets(session: Session, actor: Actor) -> list[Ticket]:
    """Those of the officer's office, the longest waiting first."""
    require(actor, CHECKERS)
    wanted = select(Ticket).where(Ticket.office_id == actor.office_id, TICKET_OPEN)
    return list(session.exec(wanted.order_by(col(Ticket.created_at), col(Ticket.id))))


def take(session: Session, actor: Actor, ticket_id: int, at: datetime) -> Ticket:
    """Taking one's own ticket again changes nothing."""
    ticket = lock(session, actor, ticket_id)
    if ticket.state is TicketState.OPEN and ticket.officer_id == actor.officer_id:
        return ticket
    if ticket.state is not TicketState.WAITING:
        raise not_yours(session, ticket)
    ticket.state, ticket.officer_id = TicketState.OPEN, actor.officer_id
    session.add(ticket)
    record(session, actor, ticket, "ticket_taken", at)
    put(session, actor, ticket, "officer_took", at)
    return ticket


def say(session: Session, actor: Actor, ticket_id: int, text: str, at: datetime) -> Ticket:
    if not text.strip():
        raise Refused("refused-text-missing")
    if len(text) > LONGEST_REPLY:
        raise Refused("refused-text-long", most=LONGEST_REPLY, n=len(text))
    ticket = lock_own(session, actor, ticket_id)
    if session.get_one(Contact, ticket.contact_id).opted_out_at is not None:
        raise Refused("refused-opted-out")
    record(session, actor, ticket, "officer_said", at)
    put(session, actor, ticket, "officer_said", at, text=text.strip())
    return ticket


def close(session: Session, actor: Actor, ticket_id: int, at: datetime) -> Ticket:
    """The bot speaks again."""
    ticket = lock_own(session, actor, ticket_id)
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    record(session, actor, ticket, "ticket_closed", at)
    put(session, actor, ticket, "officer_closed", at)
    return ticket
