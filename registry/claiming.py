"""Whose case it is: the first decision claims it, and two officers never decide the same case."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.lifecycle import CHECKERS, OPEN, CaseState, Refused, Role
from registry.models import Case, Officer
from registry.moves import changed, last_deed, lock_case, move_case, require


def claim(session: Session, actor: Actor, case_id: int, at: datetime, over: int | None = None) -> Case:
    """Claiming one's own case again changes nothing. A supervisor may take over another officer's case; `over` is the
    officer they saw holding it, so that a page which is out of date takes nothing from anybody."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.state not in OPEN:
        raise changed(session, case)
    if _held_by_another(case, actor):
        if Role.SUPERVISOR not in actor.roles:
            raise _taken(session, case)
        if over != case.officer_id:
            raise Refused("refused-take-over", officer=session.get_one(Officer, case.officer_id).name)
        audit.record(session, actor, "case_taken_over", office_id=case.office_id, case_id=case.id, at=at)
    _hold_it(session, actor, case, at)
    return case


def release(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    """Back among those that nobody holds, at its old place. A supervisor may release an absent colleague's case.

    A case that waits for the citizen or the centre keeps its state: it only has nobody any more.
    """
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.state not in OPEN:
        raise changed(session, case)
    if _held_by_another(case, actor) and Role.SUPERVISOR not in actor.roles:
        raise _taken(session, case)
    holder = f"officer:{case.officer_id}" if _held_by_another(case, actor) else None
    if case.state is CaseState.IN_REVIEW:
        move_case(session, actor, case, "case_released", at, subject=holder)
    elif case.officer_id is not None:
        audit.record(session, actor, "case_released", office_id=case.office_id, case_id=case.id, subject=holder, at=at)
    case.officer_id = None
    session.add(case)
    return case


def decide(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    """The locked case, claimed by this officer. Raises Refused("refused-taken") when another officer holds it."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if _held_by_another(case, actor):
        raise _taken(session, case)
    _hold_it(session, actor, case, at)
    return case


def _hold_it(session: Session, actor: Actor, case: Case, at: datetime) -> None:
    if case.state is CaseState.SUBMITTED:
        move_case(session, actor, case, "case_claimed", at)
    case.officer_id = actor.officer_id
    session.add(case)


def _held_by_another(case: Case, actor: Actor) -> bool:
    return case.officer_id not in (None, actor.officer_id)


def _taken(session: Session, case: Case) -> Refused:
    """By whom, and what they have decided about it already."""
    holder = session.get_one(Officer, case.officer_id).name
    deed = last_deed(session, case)
    if deed is None or deed.officer_id != case.officer_id or deed.action == "case_claimed":
        return Refused("refused-taken", officer=holder)
    return Refused("refused-taken-decided", officer=holder, event=deed.action)
