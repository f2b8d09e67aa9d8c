"""Papers and answers of a case asked for again in one message, and what the citizen sends then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from registry import audit, corrections, service_clock
from registry.actors import Actor, NotFound
from registry.catalogue import Service
from registry.claiming import decide
from registry.desk import answers, ticks
from registry.lifecycle import CITIZEN, CaseState, Refused, reason_given
from registry.models import Case, Paper, PaperState
from registry.moves import lock_case, move_case, require
from registry.opening import add_uploads
from registry.telling import TAKEN_BACK, tell


@dataclass(frozen=True)
class Wanted:
    """By their keys, each with the reason that the citizen reads."""

    papers: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.papers or self.answers)

    def with_reasons(self) -> Wanted:
        """Raises Refused when one lacks its own."""
        papers, asked = ({key: reason_given(why) for key, why in each.items()} for each in (self.papers, self.answers))
        return Wanted(papers, asked)


def ask_again(session: Session, actor: Actor, case_id: int, wanted: Wanted, at: datetime) -> Case:
    """Re-opens exactly these in the chat; the rest, and the place in the queue, stay. One paper alone has its own
    words."""
    if not wanted:
        raise Refused("refused-nothing-ticked")
    wanted = wanted.with_reasons()
    if len(wanted.papers) == 1 and not wanted.answers:
        (paper, reason), *_ = wanted.papers.items()
        return corrections.ask_again(session, actor, case_id, paper, reason, at)
    case = decide(session, actor, case_id, at)
    if not wanted.answers.keys() <= case.answers.keys():
        raise NotFound
    for key, reason in wanted.papers.items():
        corrections.turn_down(session, case, key, reason)
    case.asked = {**(case.asked or {}), **wanted.answers} or None
    ticks.reopen(session, case, [ticks.REGISTER] if wanted.answers else [])
    named = (*(f"paper:{key}" for key in wanted.papers), *(f"answer:{key}" for key in wanted.answers))
    move_case(session, actor, case, "asked_again", at, fields=("reason", *named))
    service_clock.keep(session, case, at)
    told = {"papers": dict(wanted.papers), "answers": dict(wanted.answers)}
    tell(session, case, "asked_again", at, after=TAKEN_BACK, **told)
    return case


def send_again(
    session: Session,
    actor: Actor,
    case_id: int,
    service: Service,
    given: Mapping[str, Any],
    papers: Mapping[str, list[int] | None],
    at: datetime,
    *,
    official: bool,
) -> Case:
    """What was asked for, and what the new answers call for besides. An answer that nobody asks for any more stays as
    it is, and so does a paper seen meanwhile. No uploads: the citizen brings it."""
    require(actor, CITIZEN)
    case = lock_case(session, actor, case_id)
    if case.state is not CaseState.NEEDS_CORRECTION:
        raise Refused("refused-state", state=case.state)
    asked = case.asked or {}
    taken = {key: value for key, value in given.items() if key in asked or key not in case.answers}
    case.asked = {key: why for key, why in asked.items() if key not in taken} or None
    for key in answers.change(session, actor, case, service, taken, at, official=official):
        _record(session, actor, case, "answer_sent", f"answer:{key}", at)
    there = {paper.key: paper for paper in session.exec(select(Paper).where(Paper.case_id == case.id))}
    for key, uploads in papers.items():
        paper = there.get(key) or Paper(case_id=case.id, key=key, state=PaperState.REFUSED)
        if paper.state is PaperState.REFUSED:
            add_uploads(session, case, paper, uploads)
            _record(session, actor, case, "paper_sent", f"paper:{key}", at)
    corrections.back_in_queue(session, actor, case, at)
    return case


def _record(session: Session, actor: Actor, case: Case, action: str, subject: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=case.office_id, case_id=case.id, subject=subject, at=at)
