"""A decision taken back before anybody outside the house has heard of it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry import service_clock
from registry.actors import Actor
from registry.lifecycle import CaseState, Refused
from registry.models import AuditEntry, Case, Document, Event, EventKind, EventState, Letter, Paper, PaperState, Upload
from registry.moves import lock_case, move_case
from registry.telling import TAKEN_BACK

# What was decided, and the state it left the case in: nothing may have happened since.
DECISIONS = {
    "case_approved": CaseState.APPROVED,
    "paper_refused": CaseState.NEEDS_CORRECTION,
    "case_held": CaseState.ON_HOLD,
    "case_refused": CaseState.REFUSED,
    "case_withdrawn": CaseState.WITHDRAWN,
}


def decision_to_undo(session: Session, actor: Actor, case: Case, at: datetime) -> AuditEntry | None:
    """The officer's own last deed on the case, while it can be taken back."""
    changes = select(AuditEntry).where(AuditEntry.case_id == case.id, col(AuditEntry.at) > at - TAKEN_BACK)
    mine = [
        entry
        for entry in session.exec(changes.order_by(col(AuditEntry.id)))
        if entry.action in DECISIONS or entry.action in ("decision_undone", "case_closed")
    ]
    if not mine or DECISIONS.get(mine[-1].action) is not case.state or mine[-1].officer_id != actor.officer_id:
        return None
    return mine[-1] if _refused(session, case) <= _asked_for(mine[-1]) else None


def undo(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    """Back on the officer's desk, as it was. Raises Refused when the citizen hears of it already."""
    case = lock_case(session, actor, case_id)
    entry = decision_to_undo(session, actor, case, at)
    if entry is None:
        raise Refused("refused-undo-late")
    _silence(session, case, entry)
    _papers_back(session, case, entry)
    session.execute(delete(Document).where(col(Document.case_id) == case.id, col(Document.created_at) == entry.at))
    case.reason, case.closed_at = None, None
    move_case(session, actor, case, "decision_undone", at)
    service_clock.keep(session, case, at)
    return case


def _silence(session: Session, case: Case, entry: AuditEntry) -> None:
    """What was to be told of it."""
    hears = case.relative_id or case.contact_id
    letters = col(Letter.case_id) == case.id, col(Letter.name) == entry.action, col(Letter.printed_at).is_(None)
    session.execute(delete(Letter).where(*letters, col(Letter.created_at) == entry.at))
    pending = Event.contact_id == hears, Event.state == EventState.PENDING, Event.kind == EventKind.CASE_EVENT
    for event in session.exec(select(Event).where(*pending)):
        if event.body.get("case_id") == case.id and event.body.get("name") == entry.action:
            session.delete(event)


def _papers_back(session: Session, case: Case, entry: AuditEntry) -> None:
    papers = session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    with_files = set(session.exec(select(Upload.paper_id).where(col(Upload.paper_id).in_([p.id for p in papers]))))
    asked = _asked_for(entry)
    for paper in papers:
        if paper.key in asked:
            paper.state, paper.reason = PaperState.SENT if paper.id in with_files else PaperState.SEEN, None
        elif entry.action == "case_approved" and paper.state is PaperState.ACCEPTED:
            paper.state = PaperState.SENT
        session.add(paper)


def _asked_for(entry: AuditEntry) -> set[str]:
    """The paper that this decision asked for again."""
    subject = entry.subject or ""
    return {subject.removeprefix("paper:")} if entry.action == "paper_refused" else set()


def _refused(session: Session, case: Case) -> set[str]:
    """With other papers asked for again, the case would not be back on the desk."""
    return set(session.exec(select(Paper.key).where(Paper.case_id == case.id, Paper.state == PaperState.REFUSED)))
