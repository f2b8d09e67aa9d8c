"""What officers have ticked of a case's requirements, and what is open again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.models import Case, Tick

REGISTER = "register"  # the answers, compared with the population register


def of_case(session: Session, case_id: int) -> dict[str, Tick]:
    return {each.point: each for each in session.exec(select(Tick).where(Tick.case_id == case_id))}


def put(session: Session, actor: Actor, case: Case, points: Collection[str], at: datetime) -> None:
    """Those that are ticked already stay as they are. The case is locked."""
    known = of_case(session, case.id)
    if new := [point for point in points if point not in known]:
        session.add_all(Tick(case_id=case.id, point=point, officer_id=actor.officer_id, at=at) for point in new)
        _record(session, actor, case, "requirements_ticked", new, at)


def take_away(session: Session, actor: Actor, case: Case, point: str, at: datetime) -> None:
    if point in of_case(session, case.id):
        reopen(session, case, [point])
        _record(session, actor, case, "requirement_unticked", [point], at)


def reopen(session: Session, case: Case, points: Collection[str]) -> None:
    """What was ticked of them is asked for anew, or has changed."""
    session.execute(delete(Tick).where(col(Tick.case_id) == case.id, col(Tick.point).in_(points)))


def _record(session: Session, actor: Actor, case: Case, action: str, points: Collection[str], at: datetime) -> None:
    audit.record(session, actor, action, office_id=case.office_id, case_id=case.id, fields=tuple(points), at=at)
