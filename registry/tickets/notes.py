"""Notes between officers, on a case or on a talk. The citizen is told nothing of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.lifecycle import CHECKERS, Refused
from registry.models import Case, Note, Ticket, TicketNote
from registry.moves import lock_case, require
from registry.tickets.holding import lock, record

MOST_LETTERS = 1000


def write(session: Session, actor: Actor, case_id: int, text: str, at: datetime) -> Note:
    """On any case that the officer may see, an ended one too. Raises Refused for an empty note."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.erased_at:
        raise Refused("refused-note-erased")
    return leave(session, actor, case, text, at)


def leave(session: Session, actor: Actor, case: Case, text: str, at: datetime) -> Note:
    """Of an officer who does something else with the case, and says why. The caller holds it.
    Raises Refused for an empty note."""
    if not text.strip() or actor.officer_id is None:
        raise Refused("refused-note-empty")
    note = Note(case_id=case.id, officer_id=actor.officer_id, text=text.strip()[:MOST_LETTERS], written_at=at)
    session.add(note)
    audit.record(session, actor, "note_written", office_id=case.office_id, case_id=case.id, at=at)
    return note


def of_case(session: Session, case_id: int) -> Sequence[Note]:
    """The oldest first."""
    return session.exec(select(Note).where(Note.case_id == case_id).order_by(col(Note.id))).all()


def write_on_ticket(session: Session, actor: Actor, ticket_id: int, text: str, at: datetime) -> TicketNote:
    """On any talk of the office, whoever has it, a closed one too. Raises Refused for an empty note."""
    ticket = lock(session, actor, ticket_id)
    if not text.strip() or actor.officer_id is None:
        raise Refused("refused-note-empty")
    note = TicketNote(ticket_id=ticket.id, officer_id=actor.officer_id, text=text.strip()[:MOST_LETTERS], written_at=at)
    session.add(note)
    record(session, actor, ticket, "note_written", at)
    return note


def of_contact(session: Session, contact_id: int, office_id: int) -> Sequence[TicketNote]:
    """On all talks that the office had with a contact, the oldest first."""
    theirs = select(TicketNote).join(Ticket, col(Ticket.id) == TicketNote.ticket_id)
    mine = Ticket.contact_id == contact_id, Ticket.office_id == office_id
    return session.exec(theirs.where(*mine).order_by(col(TicketNote.id))).all()
