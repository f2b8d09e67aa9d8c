"""The officer's side of a ticket: taken, answered, handed back to the bot."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import CHECKERS, Refused, Role
from registry.models import CloseReason, Contact, Office, Officer, Ticket, TicketState
from registry.models.contacts import WITH_FILES, is_open
from registry.models.tickets import TICKET_OPEN
from registry.moves import require
from registry.tickets.canned import holes_left
from registry.tickets.enclosures import enclose
from registry.tickets.holding import lock, lock_own, not_yours, put, record, speaks
from registry.tickets.texting import LONGEST_SMS, may_text, text_it

LONGEST_REPLY = 1500  # characters; a carrier's message holds 1,600


class Fate(StrEnum):
    """What becomes of a reply, as far as it is known when it is written."""

    GOES = "reply_goes"  # to the carrier, which tells what it made of it
    HELD = "reply_held"  # a notice goes; the words wait for the citizen's answer
    BY_SMS = "reply_by_sms"


def open_tickets(session: Session, actor: Actor) -> list[Ticket]:
    """Those of the officer's office, the longest waiting first."""
    require(actor, CHECKERS)
    wanted = select(Ticket).where(Ticket.office_id == actor.office_id, TICKET_OPEN)
    return list(session.exec(wanted.order_by(col(Ticket.created_at), col(Ticket.id))))


def take(session: Session, actor: Actor, ticket_id: int, at: datetime, over: int | None = None) -> Ticket:
    """Taking one's own ticket again changes nothing. `over`: the colleague a supervisor knowingly takes it from."""
    ticket = lock(session, actor, ticket_id)
    if ticket.state is TicketState.OPEN and ticket.officer_id == actor.officer_id:
        return ticket
    if ticket.state is TicketState.OPEN:
        _may_take_over(session, actor, ticket, over)
    elif ticket.state is not TicketState.WAITING:
        raise not_yours(session, ticket)
    elif ticket.for_role and ticket.for_role not in actor.roles:
        raise Refused("refused-for-role", role=Role(ticket.for_role))
    event = "ticket_taken_over" if ticket.officer_id else "ticket_taken"
    ticket.state, ticket.officer_id, ticket.for_role = TicketState.OPEN, actor.officer_id, None
    session.add(ticket)
    record(session, actor, ticket, event, at)
    put(session, actor, ticket, "officer_took", at)
    return ticket


def say(
    session: Session, actor: Actor, ticket_id: int, text: str, at: datetime, file: dict[str, Any] | None = None
) -> Fate:
    """`file`: a stored PDF that goes with it, or alone."""
    if not (text.strip() or file):
        raise Refused("refused-text-missing")
    if left := holes_left(text):
        raise Refused("refused-hole-left", hole=left)
    ticket = lock_own(session, actor, ticket_id)
    contact = hears(session, ticket)
    if file and contact.channel not in WITH_FILES:
        raise Refused("refused-file-by-sms")
    fate = fate_of(session, ticket, contact, at, with_file=file is not None)
    most = LONGEST_SMS if fate is Fate.BY_SMS else LONGEST_REPLY
    if len(text) > most:
        raise Refused("refused-text-long", most=most, n=len(text))
    record(session, actor, ticket, "officer_said", at)
    if fate is Fate.BY_SMS:
        words = {"name": "officer_texted", "text": text.strip(), **speaks(actor)}
        if text_it(session, ticket, contact, session.get_one(Office, ticket.office_id), words, at):
            return fate
        fate = Fate.HELD
    enclosed = {"enclosure_id": enclose(session, ticket, file, at).id} if file else {}
    put(session, actor, ticket, "officer_said", at, text=text.strip(), **enclosed)
    return fate


def speak_again(session: Session, actor: Actor, ticket_id: int, at: datetime) -> Ticket:
    """Whoever holds the talk sends what the carrier refused once more (notifications/again.py)."""
    ticket = lock_own(session, actor, ticket_id)
    hears(session, ticket)
    record(session, actor, ticket, "officer_sent_again", at)
    return ticket


def fate_of(session: Session, ticket: Ticket, contact: Contact, at: datetime, *, with_file: bool = False) -> Fate:
    """What would become of a reply now. A file is never sent by SMS."""
    if is_open(contact.channel, contact.window_until, at):
        return Fate.GOES
    office = session.get_one(Office, ticket.office_id)
    return Fate.BY_SMS if not with_file and may_text(session, contact, office) else Fate.HELD


def close(
    session: Session, actor: Actor, ticket_id: int, at: datetime, reason: str = CloseReason.ANSWERED.value
) -> Ticket:
    """The bot speaks again."""
    if reason not in set(CloseReason):
        raise Refused("refused-close-reason")
    ticket = lock_own(session, actor, ticket_id)
    ticket.state, ticket.closed_at, ticket.closed_for = TicketState.CLOSED, at, CloseReason(reason)
    session.add(ticket)
    record(session, actor, ticket, "ticket_closed", at)
    put(session, actor, ticket, "officer_closed", at)
    return ticket


def hears(session: Session, ticket: Ticket) -> Contact:
    """Whom it is with. Raises Refused for who wants no messages."""
    contact = session.get_one(Contact, ticket.contact_id)
    if contact.opted_out_at is not None:
        raise Refused("refused-opted-out")
    return contact


def _may_take_over(session: Session, actor: Actor, ticket: Ticket, over: int | None) -> None:
    """Only from whom the supervisor saw holding it: nobody is robbed by a page that is out of date."""
    if Role.SUPERVISOR not in actor.roles:
        raise not_yours(session, ticket)
    if over != ticket.officer_id:
        raise Refused("refused-take-over", officer=session.get_one(Officer, ticket.officer_id).name)
