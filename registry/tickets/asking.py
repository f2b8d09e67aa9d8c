"""The citizen's side of a ticket: an officer is asked for, no longer needed, or nobody wrote any more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from registry.actors import SYSTEM, Actor
from registry.models import Contact, Ticket, TicketState
from registry.models.tickets import TICKET_OPEN
from registry.moves import LOCK
from registry.tickets.holding import number_of, record


def open_ticket(session: Session, actor: Actor, contact: Contact, office_id: int, at: datetime) -> Ticket:
    """One open ticket for each contact: asking twice keeps the place."""
    same = select(Ticket).where(Ticket.contact_id == contact.id, TICKET_OPEN)
    ticket = session.exec(same).first()
    if ticket is None:
        ticket = Ticket(contact_id=contact.id, office_id=office_id, created_at=at)
        session.add(ticket)
        session.flush()
        record(session, actor, ticket, "ticket_opened", at)
    return ticket


def waiting_ahead(session: Session, ticket: Ticket) -> int:
    """How many wait longer for the same office."""
    earlier = tuple_(col(Ticket.created_at), col(Ticket.id)) < (ticket.created_at, ticket.id)
    ahead = (
        select(func.count())
        .select_from(Ticket)
        .where(
            Ticket.office_id == ticket.office_id,
            Ticket.state == TicketState.WAITING,
            TICKET_OPEN,
            earlier,
        )
    )
    return session.exec(ahead).one()


def give_up(session: Session, actor: Actor, ticket_id: int, at: datetime) -> None:
    """The citizen needs no officer any more; quiet when one has come already."""
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.contact_id != actor.contact_id or ticket.state is not TicketState.WAITING:
        return
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    record(session, actor, ticket, "ticket_given_up", at)


def fall_silent(session: Session, ticket_id: int, at: datetime) -> str | None:
    """Nobody wrote for long: the bot may speak again. The officer's number; none when it was no open talk."""
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.state is not TicketState.OPEN:
        return None
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    record(session, SYSTEM, ticket, "ticket_fell_silent", at)
    return number_of(ticket.officer_id)
