"""Conversations handed to an officer."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from registry import audit, inbox
from registry.actors import SYSTEM, Actor, NotFound
from registry.lifecycle import CHECKERS, Refused
from registry.models import Contact, EventKind, Officer, Ticket, TicketState
from registry.models.staff import TICKET_OPEN
from registry.moves import LOCK, require

LONGEST_REPLY = 1500  # characters; a carrier's message holds 1,600


def open_ticket(session: Session, actor: Actor, contact: Contact, office_id: int, at: datetime) -> Ticket:
    """One open ticket for each contact: asking twice keeps the place."""
    same = select(Ticket).where(Ticket.contact_id == contact.id, TICKET_OPEN)
    ticket = session.exec(same).first()
    if ticket is None:
        ticket = Ticket(contact_id=contact.id, office_id=office_id, created_at=at)
        session.add(ticket)
        session.flush()
        _record(session, actor, ticket, "ticket_opened", at)
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


def open_tickets(session: Session, actor: Actor) -> list[Ticket]:
    """Those of the officer's office, the longest waiting first."""
    require(actor, CHECKERS)
    wanted = select(Ticket).where(Ticket.office_id == actor.office_id, TICKET_OPEN)
    return list(session.exec(wanted.order_by(col(Ticket.created_at), col(Ticket.id))))


def take(session: Session, actor: Actor, ticket_id: int, at: datetime) -> Ticket:
    """Taking one's own ticket again changes nothing."""
    ticket = _lock(session, actor, ticket_id)
    if ticket.state is TicketState.OPEN and ticket.officer_id == actor.officer_id:
        return ticket
    if ticket.state is not TicketState.WAITING:
        raise _not_yours(session, ticket)
    ticket.state, ticket.officer_id = TicketState.OPEN, actor.officer_id
    session.add(ticket)
    _record(session, actor, ticket, "ticket_taken", at)
    _put(session, actor, ticket, "officer_took", at)
    return ticket


def say(session: Session, actor: Actor, ticket_id: int, text: str, at: datetime) -> Ticket:
    if not text.strip():
        raise Refused("refused-text-missing")
    if len(text) > LONGEST_REPLY:
        raise Refused("refused-text-long", most=LONGEST_REPLY, n=len(text))
    ticket = _lock_own(session, actor, ticket_id)
    if session.get_one(Contact, ticket.contact_id).opted_out_at is not None:
        raise Refused("refused-opted-out")
    _record(session, actor, ticket, "officer_said", at)
    _put(session, actor, ticket, "officer_said", at, text=text.strip())
    return ticket


def close(session: Session, actor: Actor, ticket_id: int, at: datetime) -> Ticket:
    """The bot speaks again."""
    ticket = _lock_own(session, actor, ticket_id)
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    _record(session, actor, ticket, "ticket_closed", at)
    _put(session, actor, ticket, "officer_closed", at)
    return ticket


def give_up(session: Session, actor: Actor, ticket_id: int, at: datetime) -> None:
    """The citizen needs no officer any more; quiet when one has come already."""
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.contact_id != actor.contact_id or ticket.state is not TicketState.WAITING:
        return
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    _record(session, actor, ticket, "ticket_given_up", at)


def fall_silent(session: Session, ticket_id: int, at: datetime) -> str | None:
    """Nobody wrote for long: the bot may speak again. The officer's number; none when it was no open talk."""
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.state is not TicketState.OPEN:
        return None
    ticket.state, ticket.closed_at = TicketState.CLOSED, at
    session.add(ticket)
    _record(session, SYSTEM, ticket, "ticket_fell_silent", at)
    return _number(ticket.officer_id)


def _number(officer_id: int | None) -> str:
    """Citizens hear a number, so that nobody is sought out by name."""
    return f"P-{officer_id:02d}"


def _lock(session: Session, actor: Actor, ticket_id: int) -> Ticket:
    require(actor, CHECKERS)
    ticket = session.get(Ticket, ticket_id, populate_existing=True, with_for_update=LOCK)
    if ticket is None or ticket.office_id != actor.office_id:
        raise NotFound
    return ticket


def _lock_own(session: Session, actor: Actor, ticket_id: int) -> Ticket:
    ticket = _lock(session, actor, ticket_id)
    if ticket.state is not TicketState.OPEN or ticket.officer_id != actor.officer_id:
        raise _not_yours(session, ticket)
    return ticket


def _not_yours(session: Session, ticket: Ticket) -> Refused:
    if ticket.state is not TicketState.OPEN:
        return Refused("refused-state", state=ticket.state)
    return Refused("refused-taken", officer=session.get_one(Officer, ticket.officer_id).name)


def _put(session: Session, actor: Actor, ticket: Ticket, name: str, at: datetime, **fields: str) -> None:
    contact = session.get_one(Contact, ticket.contact_id)
    number = _number(actor.officer_id)
    body = {"name": name, "ticket_id": ticket.id, "officer": number, "officer_id": actor.officer_id, **fields}
    inbox.put(session, contact.id, contact.channel, EventKind.OFFICER_WORD, body, due_at=at)


def _record(session: Session, actor: Actor, ticket: Ticket, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=ticket.office_id, subject=f"ticket:{ticket.id}", at=at)
