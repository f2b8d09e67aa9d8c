"""Several cases of the queue at once: given to one officer, or put on a list on paper."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.lifecycle import CHECKERS, WAITING_FOR_OFFICE, CaseState, Refused, Role, case_after
from registry.models import Case, Officer
from registry.moves import lock_cases, require
from registry.tickets import handing_on


@dataclass(frozen=True)
class Assigned:
    """How many are the officer's now, and how many were left: others held them, or they wait for the office no more."""

    officer: str
    given: int
    left: int


def colleagues(session: Session, actor: Actor) -> Sequence[Officer]:
    """Who a supervisor may give cases to; nobody else gives them to anybody but themselves."""
    return handing_on.colleagues(session, actor) if Role.SUPERVISOR in actor.roles else []


def assign(session: Session, actor: Actor, case_ids: Collection[int], officer_id: int, at: datetime) -> Assigned:
    """Who takes for themselves leaves to others what those hold; a supervisor gives on what anybody holds.

    Raises Refused when none is left to give.
    """
    require(actor, CHECKERS)
    officer = _receiver(session, actor, officer_id)
    given = [case for case in lock_cases(session, actor, case_ids) if _may_have(case, actor, officer)]
    if not given:
        raise Refused("refused-none-to-assign" if case_ids else "refused-no-case-chosen")
    for case in given:
        if case.state is CaseState.SUBMITTED:
            case.state = case_after(case.state, "case_claimed", actor.roles)
        case.officer_id = officer.id
        session.add(case)
    to_another = officer.id != actor.officer_id
    action, subject = ("case_assigned", f"officer:{officer.id}") if to_another else ("case_claimed", None)
    audit.record_cases(session, actor, action, given, at, subject)
    return Assigned(officer.name, len(given), len(set(case_ids)) - len(given))


def listed(session: Session, actor: Actor, case_ids: Collection[int], at: datetime) -> Sequence[Case]:
    """For a list on paper, the oldest first: looking at them is recorded."""
    require(actor, CHECKERS)
    if not case_ids:
        raise Refused("refused-no-case-chosen")
    found = sorted(lock_cases(session, actor, case_ids), key=lambda case: (case.queued_at, case.id))
    audit.record_cases(session, actor, "case_listed", found, at)
    return found


def _receiver(session: Session, actor: Actor, officer_id: int) -> Officer:
    if officer_id == actor.officer_id:
        return session.get_one(Officer, officer_id)
    chosen = next((each for each in colleagues(session, actor) if each.id == officer_id), None)
    if chosen is None:
        raise Refused("refused-hand-on")
    return chosen


def _may_have(case: Case, actor: Actor, officer: Officer) -> bool:
    if case.state not in WAITING_FOR_OFFICE or case.officer_id == officer.id:
        return False
    return case.officer_id is None or officer.id != actor.officer_id


@dataclass(frozen=True, repr=False)
class ListedCase:
    number: str
    name: str
    service: str
    since: str
    promised: str
    officer: str


@dataclass(frozen=True, repr=False)
class CaseList:
    template: ClassVar[str] = "daftar_permohonan"

    office: str
    made: str  # when, and by whom
    cases: tuple[ListedCase, ...]

    def as_data(self) -> dict[str, object]:
        return dict(vars(self)) | {"cases": [dict(vars(case)) for case in self.cases]}
