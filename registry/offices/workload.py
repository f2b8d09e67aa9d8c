"""What each officer holds and did today, and an absent one's cases back among those that nobody holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from registry import claiming
from registry.actors import Actor, NotFound
from registry.lifecycle import OPEN, WAITING_FOR_OFFICE, CaseState, Role
from registry.models import AuditEntry, Case, Office, Officer, Ticket, TicketState
from registry.models.cases import IS_OPEN, is_late, was_moved
from registry.moves import require
from registry.tickets import handing_on

KEEPERS = frozenset({Role.SUPERVISOR})
DECISIONS = ("case_approved", "case_refused", "paper_refused", "asked_again", "case_held")
AT_ONCE = 200  # cases given back with one click; more are left for the next


@dataclass(frozen=True)
class Load:
    """`seen_at` is when they last did anything today; none: not here yet. `held` waits for them, as on their own first
    screen; `parked` for the citizen or the centre. `approved` are those whose documents are under way: they stay, as
    anybody goes on with these."""

    officer: Officer
    talks: int
    approved: int
    held: int
    parked: int
    late: int  # of all these
    moved: int
    oldest: datetime | None
    decided: int
    seen_at: datetime | None


def loads(session: Session, actor: Actor, at: datetime) -> list[Load]:
    """Of those who check, and of who holds a case all the same; who holds most comes first. Four statements."""
    require(actor, KEEPERS)
    if actor.office_id is None:
        raise NotFound
    cases = _cases(session, actor.office_id, at)
    done = _done(session, session.get_one(Office, actor.office_id), at)
    talks = _talks(session, actor.office_id)
    staff = session.exec(select(Officer).where(Officer.office_id == actor.office_id)).all()
    found = [
        Load(
            each,
            talks.get(each.id, 0),
            *cases.get(each.id, (0, 0, 0, 0, 0, None)),
            *done.get(each.id, (0, None)),
        )
        for each in staff
        if each.id in cases or each.id in talks or (each.disabled_at is None and Role.COUNTER in each.roles)
    ]
    return sorted(found, key=lambda load: (-load.held, load.officer.name))


def give_back(session: Session, actor: Actor, officer_id: int, at: datetime) -> int:
    """Whoever is free takes them, at their old places. What waits for the citizen or the centre keeps its state.
    Talks go to whoever answers next, and the citizen is told."""
    require(actor, KEEPERS)
    officer = session.get(Officer, officer_id)
    if officer is None or officer.office_id != actor.office_id:
        raise NotFound
    theirs = select(Case.id).where(
        Case.office_id == officer.office_id, Case.officer_id == officer.id, col(Case.state).in_(OPEN)
    )
    ids: Sequence[int] = session.exec(theirs.order_by(col(Case.id)).limit(AT_ONCE)).all()
    for case_id in ids:  # each is locked and moved by the rules of its own
        claiming.release(session, actor, case_id, at)
    handing_on.give_back(session, actor, officer.id, at)
    return len(ids)


@dataclass(frozen=True)
class InHand:
    cases: int = 0
    talks: int = 0


def in_hand(session: Session, actor: Actor) -> dict[int | None, InHand]:
    """By officer of the office, what would go back if they held it no more."""
    held = select(Case.officer_id, func.count()).where(
        Case.office_id == actor.office_id, IS_OPEN, col(Case.state).in_(OPEN), col(Case.officer_id).is_not(None)
    )
    cases = {officer: count for officer, count in session.exec(held.group_by(col(Case.officer_id))).all()}
    talks = _talks(session, actor.office_id) if actor.office_id else {}
    return {officer: InHand(cases.get(officer, 0), talks.get(officer, 0)) for officer in cases.keys() | talks.keys()}


def empty_hands(session: Session, actor: Actor, officer_id: int, at: datetime) -> InHand:
    """Of who checks here no more: nobody else would come upon what they held. By the administrator who ends that.
    Tells how much it was."""
    keeper, held = replace(actor, roles=actor.roles | KEEPERS), in_hand(session, actor).get(officer_id, InHand())
    while give_back(session, keeper, officer_id, at) == AT_ONCE:
        session.flush()
    return held


def _cases(
    session: Session, office_id: int, at: datetime
) -> dict[int | None, tuple[int, int, int, int, int, datetime | None]]:
    """By officer, in the order of Load: approved, held, parked, late, moved, oldest."""
    held, open_still = col(Case.state).in_(WAITING_FOR_OFFICE), col(Case.state).in_(OPEN)
    wanted = (
        columns(
            col(Case.officer_id),
            func.count().filter(col(Case.state) == CaseState.APPROVED),
            func.count().filter(held),
            func.count().filter(open_still, ~held),
            func.count().filter(is_late(at)),
            func.count().filter(was_moved()),
            func.min(col(Case.queued_at)).filter(open_still),
        )
        .where(col(Case.office_id) == office_id, IS_OPEN, col(Case.officer_id).is_not(None))
        .group_by(col(Case.officer_id))
    )
    return {officer: (*numbers, oldest) for officer, *numbers, oldest in session.execute(wanted).all()}


def _talks(session: Session, office_id: int) -> dict[int | None, int]:
    theirs = select(Ticket.officer_id, func.count()).where(
        Ticket.office_id == office_id, Ticket.state == TicketState.OPEN, col(Ticket.officer_id).is_not(None)
    )
    return {officer: count for officer, count in session.exec(theirs.group_by(col(Ticket.officer_id))).all()}


def _done(session: Session, office: Office, at: datetime) -> dict[int | None, tuple[int, datetime | None]]:
    zone = ZoneInfo(office.timezone)
    morning = datetime.combine(at.astimezone(zone).date(), time(), zone)
    decided = func.count().filter(col(AuditEntry.action).in_(DECISIONS))
    wanted = (
        select(col(AuditEntry.officer_id), decided, func.max(AuditEntry.at))
        .where(AuditEntry.office_id == office.id, col(AuditEntry.at) >= morning)
        .where(col(AuditEntry.officer_id).is_not(None))
        .group_by(col(AuditEntry.officer_id))
    )
    return {officer: (count, last) for officer, count, last in session.exec(wanted).all()}
