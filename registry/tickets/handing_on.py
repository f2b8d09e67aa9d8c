"""A talk handed to a colleague, or put back for whoever has a role: it keeps its place, its words and its notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import CHECKERS, Refused, Role
from registry.models import Officer, Ticket, TicketState
from registry.moves import require
from registry.tickets.holding import lock, lock_own, put, record

ROLES = (Role.COUNTER, Role.SUPERVISOR)


def colleagues(session: Session, actor: Actor) -> Sequence[Officer]:
    """Who of the office may talk with citizens, but for oneself."""
    require(actor, CHECKERS)
    theirs = select(Officer).where(Officer.office_id == actor.office_id, col(Officer.disabled_at).is_(None))
    found = session.exec(theirs.order_by(col(Officer.name))).all()
    return [each for each in found if each.id != actor.officer_id and set(each.roles) & {r.value for r in CHECKERS}]


def hand_on(session: Session, actor: Actor, ticket_id: int, to: str, at: datetime) -> Ticket:
    """`to` is an officer's id, or a role's name. The citizen hears who comes, or that somebody will."""
    if to in ROLES:
        return _to_role(session, actor, ticket_id, Role(to), at)
    chosen = next((each for each in colleagues(session, actor) if str(each.id) == to), None)
    if chosen is None:
        raise Refused("refused-hand-on")
    ticket = lock_own(session, actor, ticket_id)
    ticket.officer_id = chosen.id
    session.add(ticket)
    record(session, actor, ticket, "ticket_handed_on", at)
    put(session, actor, ticket, "officer_took", at, officer_id=chosen.id)
    return ticket


def give_back(session: Session, actor: Actor, officer_id: int, at: datetime) -> None:
    """All that an absent colleague has in hand: whoever is free takes them."""
    require(actor, frozenset({Role.SUPERVISOR}))
    theirs = select(Ticket.id).where(
        Ticket.office_id == actor.office_id, Ticket.state == TicketState.OPEN, Ticket.officer_id == officer_id
    )
    for ticket_id in session.exec(theirs.order_by(col(Ticket.id))).all():  # few: one officer talks with some at a time
        _put_back(session, actor, lock(session, actor, ticket_id), None, at)


def _to_role(session: Session, actor: Actor, ticket_id: int, role: Role, at: datetime) -> Ticket:
    return _put_back(session, actor, lock_own(session, actor, ticket_id), role, at)


def _put_back(session: Session, actor: Actor, ticket: Ticket, role: Role | None, at: datetime) -> Ticket:
    ticket.state, ticket.officer_id, ticket.for_role = TicketState.WAITING, None, role.value if role else None
    session.add(ticket)
    record(session, actor, ticket, "ticket_handed_on", at)
    put(session, actor, ticket, "officer_handed_on", at)
    return ticket
