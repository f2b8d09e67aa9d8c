"""Whom a complaint is about, as far as its words tell: they never read it, and a supervisor's goes past supervisors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, func, or_
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import OPEN, Role
from registry.models import Case, Complaint, Officer, Ticket, TicketState
from registry.vault import normalised_words

P_NUMBER = re.compile(r"\bP\s?-\s?0*(\d{1,6})\b", re.IGNORECASE)
# "Lapor ke pengawas" is whom they tell, not of whom.
SUPERVISOR = re.compile(
    r"(?<!ke )(?<!kepada )(?<!pada )(?<!lapor )\b(?:pengawas|atasan)\w*|(?<!to )(?<!to the )(?<!to a )\bsupervisor",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Concerned:
    officer_id: int | None
    escalated: bool


def concerned(session: Session, office_id: int, contact_id: int, words: Sequence[str]) -> Concerned:
    """By the number that citizens hear (P-07), by name, by "pengawas"; else a supervisor who deals with the citizen
    now may be meant, and is kept from it to be safe."""
    staff = session.exec(select(Officer).where(Officer.office_id == office_id)).all()
    text = " ".join(words)
    named = _named(staff, text)
    if named is None and SUPERVISOR.search(text):
        return Concerned(None, escalated=True)
    named = named or _dealing(session, contact_id, [each for each in staff if Role.SUPERVISOR in each.roles])
    return Concerned(named.id if named else None, bool(named and Role.SUPERVISOR in named.roles))


def may_read(actor: Actor) -> ColumnElement[bool]:
    """Supervisors read their office's; one about a supervisor is read by the head of office, who is none, and by the
    province. Nobody reads one about themselves."""
    doors: list[ColumnElement[bool]] = []
    mine = col(Complaint.office_id) == actor.office_id
    if Role.SUPERVISOR in actor.roles:
        doors.append(and_(mine, col(Complaint.escalated).is_(False)))
    elif Role.SIGNATORY in actor.roles:
        doors.append(and_(mine, col(Complaint.escalated).is_(True)))
    if Role.PROVINCE in actor.roles:
        doors.append(col(Complaint.escalated).is_(True))
    return and_(_not_about(actor), or_(false(), *doors))


def hidden(session: Session, actor: Actor) -> list[str]:
    """As the log names them: those of the office that this officer is not to know of. They are few."""
    past_them = and_(col(Complaint.escalated), ~may_read(actor))
    wanted = select(Complaint.id).where(Complaint.office_id == actor.office_id, or_(~_not_about(actor), past_them))
    return [f"complaint:{number}" for number in session.exec(wanted)]


def reads_private(session: Session, actor: Actor, contact_id: int) -> bool:
    """What was said in the chat about a complaint: all of this contact's, or nothing. Before there is one it is a
    supervisor's."""
    counted = select(func.count(), func.count().filter(may_read(actor))).select_from(Complaint)
    filed, read = session.exec(counted.where(Complaint.contact_id == contact_id)).one()
    return read == filed if filed else Role.SUPERVISOR in actor.roles


def _not_about(actor: Actor) -> ColumnElement[bool]:
    return or_(col(Complaint.concerns_id).is_(None), col(Complaint.concerns_id) != actor.officer_id)


def _named(staff: Sequence[Officer], text: str) -> Officer | None:
    numbers = {int(number) for number in P_NUMBER.findall(text)}
    said = set(normalised_words(text))
    found = [each for each in staff if each.id in numbers]
    return next(iter(found or [each for each in staff if _is_said(each.name, said)]), None)


def _is_said(name: str, said: set[str]) -> bool:
    """The whole name, of more words than one: "Siti" alone may be anybody."""
    words = normalised_words(name)
    return len(words) > 1 and set(words) <= said


def _dealing(session: Session, contact_id: int, supervisors: Sequence[Officer]) -> Officer | None:
    talking = select(Ticket.officer_id).where(Ticket.contact_id == contact_id, Ticket.state != TicketState.CLOSED)
    checking = select(Case.officer_id).where(Case.contact_id == contact_id, col(Case.state).in_(OPEN))
    holders = {*session.exec(talking), *session.exec(checking)}
    return next((each for each in supervisors if each.id in holders), None)
