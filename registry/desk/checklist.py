"""The requirements of a service, ticked by the officer who checks a case: nothing is approved with one open unseen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlmodel import Session, select

from registry import cases
from registry.actors import SYSTEM, Actor, NotFound
from registry.claiming import decide
from registry.desk import ticks
from registry.lifecycle import OPEN, Refused
from registry.models import Case, Paper
from registry.models.cases import NOT_HERE
from registry.moves import changed
from registry.services.service import Service


def points(service: Service | None, case: Case, papers: Iterable[Paper]) -> list[str]:
    """What there is to tick, as the log names it: each paper that is here, and the answers of who has a NIK."""
    here = [f"paper:{paper.key}" for paper in papers if paper.state not in NOT_HERE]
    asked = service.question if service else ()
    compared = any(question.kind == "nik" and case.answers.get(question.key) for question in asked)
    return [*here, ticks.REGISTER] if compared else here


def tick(session: Session, actor: Actor, case_id: int, wanted: Collection[str], at: datetime) -> None:
    """Claims the case, as every step of a decision does. Raises NotFound for what it does not have to prove."""
    case = _being_checked(session, actor, case_id, at)
    if not set(wanted) <= set(_points(session, case)):
        raise NotFound
    ticks.put(session, actor, case, wanted, at)


def untick(session: Session, actor: Actor, case_id: int, point: str, at: datetime) -> None:
    ticks.take_away(session, actor, _being_checked(session, actor, case_id, at), point, at)


def approve(
    session: Session, actor: Actor, case_id: int, rest: Collection[str], at: datetime, proven: Collection[str] = ()
) -> Case:
    """`rest` is what the officer saw open when approving, and ticks with it; what was shown to be `proven` Loket ticks.
    Raises Refused when more is open."""
    case = decide(session, actor, case_id, at)
    known, wanted = ticks.of_case(session, case.id), _points(session, case)
    if case.state in OPEN and (unseen := [point for point in wanted if point not in {*known, *rest, *proven}]):
        raise Refused("refused-points-open", points=unseen)
    approved = cases.approve(session, actor, case_id, at)
    ticks.put(session, actor, case, [point for point in wanted if point in rest], at)
    ticks.put(session, SYSTEM, case, [point for point in wanted if point in proven], at)
    return approved


def _being_checked(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    case = decide(session, actor, case_id, at)
    if case.state not in OPEN:
        raise changed(session, case)
    return case


def _points(session: Session, case: Case) -> list[str]:
    papers = session.exec(select(Paper).where(Paper.case_id == case.id).order_by(Paper.id))  # type: ignore[arg-type]
    return points(cases.services().get(case.service), case, papers)
