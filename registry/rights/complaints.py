"""Reports about the office itself: what the citizen told, and the supervisor's answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.calendar.working_time import OpeningHours
from registry.lifecycle import Refused, Role
from registry.models import Complaint, Contact, EventKind, Office, Officer
from registry.models.complaints import UNANSWERED
from registry.moves import LOCK, require
from registry.rights.concerned import Concerned, concerned, may_read
from registry.telling import due

READERS = frozenset({Role.SUPERVISOR, Role.SIGNATORY, Role.PROVINCE})
WORKING_HOURS = 14  # until a supervisor answers: two days


def file(
    session: Session, actor: Actor, contact: Contact, office: Office, words: Sequence[str], at: datetime
) -> Complaint:
    """What is told while an earlier complaint still waits for its answer is added to it: the number stays."""
    mine = select(Complaint).where(Complaint.contact_id == contact.id, UNANSWERED)
    complaint = session.exec(mine.with_for_update(key_share=True)).first()
    if complaint is None:
        hours = OpeningHours.from_json(office.hours)
        due_at = hours.add_working_hours(at, WORKING_HOURS)
        complaint = Complaint(contact_id=contact.id, office_id=office.id, created_at=at, due_at=due_at)
    complaint.words = [*(complaint.words or []), *words]
    _name(complaint, concerned(session, office.id, contact.id, complaint.words))
    session.add(complaint)
    session.flush()
    _record(session, actor, complaint, "complaint_filed", at)
    return complaint


def unanswered(session: Session, contact_id: int) -> Complaint | None:
    """The one of this contact's that waits for its answer; more than one there never is."""
    return session.exec(select(Complaint).where(Complaint.contact_id == contact_id, UNANSWERED)).first()


def of_contact(session: Session, contact_id: int, complaint_id: int | None) -> Complaint | None:
    """This one if it is the contact's own; without an id their last."""
    mine = select(Complaint).where(Complaint.contact_id == contact_id)
    one = mine.where(Complaint.id == complaint_id) if complaint_id is not None else mine
    return session.exec(one.order_by(col(Complaint.id).desc()).limit(1)).first()


def take_back(session: Session, citizen: Actor, complaint_id: int, at: datetime) -> Complaint:
    """By who told it. No answer is owed any more; a supervisor can still read what was told."""
    complaint = session.get(Complaint, complaint_id, populate_existing=True, with_for_update=LOCK)
    if complaint is None or complaint.contact_id != citizen.contact_id:
        raise NotFound
    if complaint.answered_at is not None:
        raise Refused("refused-answered")
    complaint.answered_at = at
    session.add(complaint)
    _record(session, citizen, complaint, "complaint_taken_back", at)
    return complaint


def waiting(session: Session, actor: Actor, after: int | None = None, limit: int = 50) -> list[Complaint]:
    """The office's, what is due first. `after` is the last one's id on the page before."""
    require(actor, READERS)
    wanted = select(Complaint).where(may_read(actor), UNANSWERED)
    if last := session.get(Complaint, after) if after else None:
        wanted = wanted.where(tuple_(col(Complaint.due_at), col(Complaint.id)) > (last.due_at, last.id))
    return list(session.exec(wanted.order_by(col(Complaint.due_at), col(Complaint.id)).limit(limit)))


def count(session: Session, actor: Actor) -> int:
    """How many wait: the index holds no others."""
    require(actor, READERS)
    waiting = select(func.count()).select_from(Complaint).where(may_read(actor), UNANSWERED)
    return session.exec(waiting).one()


def answered(session: Session, actor: Actor, after: int | None = None, limit: int = 20) -> list[Complaint]:
    """The newest first. `after` is the last one's id on the page before."""
    require(actor, READERS)
    wanted = select(Complaint).where(may_read(actor), col(Complaint.answered_at).is_not(None))
    if after:
        wanted = wanted.where(col(Complaint.id) < after)
    return list(session.exec(wanted.order_by(col(Complaint.id).desc()).limit(limit)))


def look(session: Session, actor: Actor, complaint_id: int, at: datetime) -> Complaint:
    """Opening it is a look at the record, and audited."""
    complaint = _seen(session, actor, complaint_id)
    _record(session, actor, complaint, "complaint_viewed", at)
    return complaint


def answer(session: Session, actor: Actor, complaint_id: int, text: str, at: datetime) -> Complaint:
    """The citizen reads it in the chat. Of two supervisors who answer at once, one is told that it was answered."""
    if not text.strip():
        raise Refused("refused-text-missing")
    complaint = _seen(session, actor, complaint_id)
    if complaint.answered_at is not None:
        first = session.get(Officer, complaint.officer_id) if complaint.officer_id else None
        raise Refused("refused-answered-by", officer=first.name) if first else Refused("refused-answered")
    complaint.answer, complaint.answered_at, complaint.officer_id = text.strip(), at, actor.officer_id
    session.add(complaint)
    _record(session, actor, complaint, "complaint_answered", at)
    contact, office = session.get_one(Contact, complaint.contact_id), session.get_one(Office, complaint.office_id)
    body = {"name": "complaint_answered", "number": complaint.number, "text": complaint.answer}
    body["by"] = "head" if complaint.escalated else "supervisor"
    due_at = due(contact, office, at)
    inbox.put(session, contact.id, contact.channel, EventKind.OFFICER_WORD, body, due_at=due_at, private=True)
    return complaint


def name_concerned(
    session: Session, actor: Actor, complaint_id: int, officer_id: int, at: datetime, *, sure: bool = False
) -> Complaint:
    """By who reads it. From then on that officer does not, and no supervisor where it is one of them. Raises Refused
    where that takes it away from `actor`, who is not `sure`."""
    complaint = _seen(session, actor, complaint_id)
    officer = session.get(Officer, officer_id)
    if officer is None or officer.office_id != complaint.office_id:
        raise NotFound
    complaint.concerns_id = officer.id
    complaint.escalated = complaint.escalated or Role.SUPERVISOR in officer.roles
    session.add(complaint)
    session.flush()
    if not sure and not _readable(session, actor, complaint_id):
        raise Refused("refused-concern-unsure", officer=officer.name)
    _record(session, actor, complaint, "complaint_concerned", at)
    return complaint


def _name(complaint: Complaint, found: Concerned) -> None:
    """What is known already stays."""
    complaint.concerns_id = complaint.concerns_id or found.officer_id
    complaint.escalated = complaint.escalated or found.escalated


def _readable(session: Session, actor: Actor, complaint_id: int) -> bool:
    return session.exec(select(Complaint.id).where(Complaint.id == complaint_id, may_read(actor))).first() is not None


def _seen(session: Session, actor: Actor, complaint_id: int) -> Complaint:
    """Locked. To whom it is closed, it is not there."""
    require(actor, READERS)
    wanted = select(Complaint).where(Complaint.id == complaint_id, may_read(actor))
    locked = wanted.with_for_update(key_share=True).execution_options(populate_existing=True)
    if (complaint := session.exec(locked).first()) is None:
        raise NotFound
    return complaint


def _record(session: Session, actor: Actor, complaint: Complaint, action: str, at: datetime) -> None:
    subject = f"complaint:{complaint.id}"
    audit.record(session, actor, action, office_id=complaint.office_id, subject=subject, at=at)
