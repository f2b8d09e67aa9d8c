"""One paper of a case at a time: asked for again, sent again, or seen at the counter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit, service_clock
from registry.actors import Actor, NotFound
from registry.claiming import decide
from registry.desk import ticks
from registry.lifecycle import CHECKERS, CITIZEN, OPEN, CaseState, Refused, Role, reason_given
from registry.models import Case, Paper, PaperState
from registry.moves import changed, lock_case, move_case, require
from registry.opening import add_uploads
from registry.telling import TAKEN_BACK, tell


def ask_again(session: Session, actor: Actor, case_id: int, paper_key: str, reason: str, at: datetime) -> Case:
    """Re-opens this one paper in the chat; the others, and the place in the queue, stay."""
    reason = reason_given(reason)
    case = decide(session, actor, case_id, at)
    turn_down(session, case, paper_key, reason)
    move_case(session, actor, case, "paper_refused", at, subject=f"paper:{paper_key}", fields=("reason",))
    service_clock.keep(session, case, at)
    tell(session, case, "paper_refused", at, after=TAKEN_BACK, paper=paper_key, reason=reason)
    return case


def turn_down(session: Session, case: Case, paper_key: str, reason: str) -> None:
    """The paper alone. Raises Refused when nobody has sent or shown it."""
    paper = paper_of(session, case, paper_key)
    if paper.state not in (PaperState.SENT, PaperState.ACCEPTED, PaperState.SEEN):
        raise Refused("refused-paper-state", state=paper.state)
    paper.state, paper.reason = PaperState.REFUSED, reason
    session.add(paper)
    ticks.reopen(session, case, [f"paper:{paper_key}"])


def send_correction(
    session: Session, actor: Actor, case_id: int, paper_key: str, upload_ids: list[int] | None, at: datetime
) -> Case:
    """The citizen sends a refused paper again; no uploads: they bring it instead."""
    require(actor, CITIZEN)
    case = lock_case(session, actor, case_id)
    paper = paper_of(session, case, paper_key)
    if paper.state is not PaperState.REFUSED:
        raise Refused("refused-paper-state", state=paper.state)
    add_uploads(session, case, paper, upload_ids)
    _record(session, actor, case, "paper_sent", paper_key, at)
    back_in_queue(session, actor, case, at)
    return case


def mark_seen(session: Session, actor: Actor, case_id: int, paper_key: str, at: datetime) -> Case:
    """Any officer of the counter may have the original in hand, whoever claimed the case."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.state not in OPEN:
        raise changed(session, case)
    paper = paper_of(session, case, paper_key)
    paper.state, paper.reason = PaperState.SEEN, None
    session.add(paper)
    _record(session, actor, case, "paper_seen", paper_key, at)
    has_come(session, actor, case, at)
    return case


def has_come(session: Session, actor: Actor, case: Case, at: datetime) -> None:
    """A paper came by hand. With the last one the clock starts, and that is told."""
    waited = case.promised_at is None
    # The citizen corrected it, only by hand: the move is theirs.
    back_in_queue(session, replace(actor, roles=actor.roles | {Role.CITIZEN}), case, at)
    if waited and case.promised_at is not None:
        tell(session, case, "papers_complete", at)


def back_in_queue(session: Session, actor: Actor, case: Case, at: datetime) -> None:
    """Once nothing is asked of the citizen any more; its place is the old one."""
    session.flush()
    refused = select(col(Paper.id)).where(Paper.case_id == case.id, Paper.state == PaperState.REFUSED)
    if case.state is CaseState.NEEDS_CORRECTION and not case.asked and session.exec(refused).first() is None:
        move_case(session, actor, case, "correction_sent", at)
    service_clock.keep(session, case, at)


def rest(papers: Iterable[Paper], asked_for: str) -> str:
    """What may be said of the other papers of the case: sent (an officer still looks), accepted, or none."""
    states = {paper.state for paper in papers if paper.key != asked_for}
    if PaperState.SENT in states:
        return "sent"
    return "accepted" if states and states <= {PaperState.ACCEPTED, PaperState.SEEN} else "none"


def paper_of(session: Session, case: Case, key: str) -> Paper:
    paper = session.exec(
        select(Paper).where(Paper.case_id == case.id, Paper.key == key).execution_options(populate_existing=True)
    ).first()
    if paper is None:
        raise NotFound
    return paper


def _record(session: Session, actor: Actor, case: Case, action: str, paper_key: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=case.office_id, case_id=case.id, subject=f"paper:{paper_key}", at=at)
