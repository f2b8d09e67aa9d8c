"""A decision taken back before anybody outside the house has heard of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import takewhile

from sqlalchemy import delete
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry import service_clock
from registry.actors import Actor
from registry.desk.silence import ask_nothing, reopen
from registry.issuing.replacing import reinstate
from registry.lifecycle import CaseState, DocumentState, Refused
from registry.models import AuditEntry, Case, Document, Event, EventKind, EventState, Letter, Paper, PaperState, Upload
from registry.moves import lock_case, lock_document, move_case, move_document
from registry.telling import TAKEN_BACK

# What was decided, and the state it left the case in: nothing may have happened since.
DECISIONS = {
    "case_approved": CaseState.APPROVED,
    "paper_refused": CaseState.NEEDS_CORRECTION,
    "asked_again": CaseState.NEEDS_CORRECTION,
    "case_held": CaseState.ON_HOLD,
    "case_refused": CaseState.REFUSED,
    "case_withdrawn": CaseState.WITHDRAWN,
}


def decisions_to_undo(session: Session, actor: Actor, case: Case, at: datetime) -> Sequence[AuditEntry]:
    """The officer's own last deed on the case while it can be taken back: of papers asked for one after another all,
    the newest first."""
    sending = _sending(session, actor, case, at)
    return [sending] if sending else _decisions(session, actor, case, at)


def last_deed(session: Session, actor: Actor, at: datetime) -> tuple[Case, AuditEntry] | None:
    """Of whatever case, while it can be taken back: for who has gone on to the next."""
    deeds = col(AuditEntry.action).in_([*DECISIONS, "sent_by_siak"]), col(AuditEntry.at) > at - TAKEN_BACK
    mine = select(AuditEntry).where(AuditEntry.officer_id == actor.officer_id, *deeds)
    entry = session.exec(mine.order_by(col(AuditEntry.id).desc()).limit(1)).first()
    case = session.get(Case, entry.case_id) if entry else None
    undone = decisions_to_undo(session, actor, case, at) if case else ()
    return (case, undone[0]) if case and undone else None


def _sent(actor: Actor, at: datetime) -> SelectOfScalar[AuditEntry]:
    said = select(AuditEntry).where(AuditEntry.officer_id == actor.officer_id, AuditEntry.action == "sent_by_siak")
    return said.where(col(AuditEntry.at) > at - TAKEN_BACK).order_by(col(AuditEntry.id).desc())


def _sending(session: Session, actor: Actor, case: Case, at: datetime) -> AuditEntry | None:
    """A document that this officer said SIAK had sent, and that is still taken for sent."""
    entry = session.exec(_sent(actor, at).where(AuditEntry.case_id == case.id)).first()
    document = session.get(Document, entry.number_of("document")) if entry else None
    return entry if document and document.state is DocumentState.ISSUED and document.via == "siak" else None


def _decisions(session: Session, actor: Actor, case: Case, at: datetime) -> Sequence[AuditEntry]:
    changes = select(AuditEntry).where(AuditEntry.case_id == case.id, col(AuditEntry.at) > at - TAKEN_BACK)
    mine = [
        entry
        for entry in session.exec(changes.order_by(col(AuditEntry.id)))
        if entry.action in DECISIONS or entry.action in ("decision_undone", "case_closed")
    ]
    if not mine or DECISIONS.get(mine[-1].action) is not case.state or mine[-1].officer_id != actor.officer_id:
        return []
    asked = list(takewhile(lambda each: each.asked and each.officer_id == actor.officer_id, reversed(mine)))
    undone = asked or mine[-1:]
    return undone if _open(session, case) <= _asked_for(undone) else []


def undo(session: Session, actor: Actor, case_id: int, at: datetime) -> Case:
    """Back on the officer's desk, as it was. Raises Refused when the citizen hears of it already."""
    case = lock_case(session, actor, case_id)
    undone = decisions_to_undo(session, actor, case, at)
    if not undone:
        raise Refused("refused-undo-late")
    _silence(session, case, undone)
    if document_id := undone[0].number_of("document"):
        _unsend(session, actor, case, document_id, at)
        return case
    _papers_back(session, case, undone)
    session.execute(delete(Document).where(col(Document.case_id) == case.id, col(Document.created_at) == undone[0].at))
    case.reason, case.closed_at = None, None
    move_case(session, actor, case, "decision_undone", at)
    service_clock.keep(session, case, at)
    return case


def _unsend(session: Session, actor: Actor, case: Case, document_id: int, at: datetime) -> None:
    """The document is in SIAK again, and its case open, if it had closed over it."""
    document, _ = lock_document(session, actor, document_id)
    reinstate(session, document, at)
    document.via, document.issued_at = None, None
    move_document(session, actor, document, "sending_undone", at)
    if case.state is CaseState.CLOSED:
        reopen(session, case, at)
        ask_nothing(session, case)


def _silence(session: Session, case: Case, undone: Sequence[AuditEntry]) -> None:
    """What was to be told of it."""
    hears, names = case.relative_id or case.contact_id, {each.action for each in undone}
    letters = col(Letter.case_id) == case.id, col(Letter.name).in_(names), col(Letter.printed_at).is_(None)
    session.execute(delete(Letter).where(*letters, col(Letter.created_at).in_([each.at for each in undone])))
    pending = Event.contact_id == hears, Event.state == EventState.PENDING, Event.kind == EventKind.CASE_EVENT
    for event in session.exec(select(Event).where(*pending)):
        body = event.body
        same = body.get("case_id") == case.id and body.get("name") in names
        if same and body.get("document_id") == undone[0].number_of("document"):
            session.delete(event)


def _papers_back(session: Session, case: Case, undone: Sequence[AuditEntry]) -> None:
    papers = session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    with_files = set(session.exec(select(Upload.paper_id).where(col(Upload.paper_id).in_([p.id for p in papers]))))
    asked = _asked_for(undone)
    for paper in papers:
        if f"paper:{paper.key}" in asked:
            paper.state, paper.reason = PaperState.SENT if paper.id in with_files else PaperState.SEEN, None
        elif undone[0].action == "case_approved" and paper.state is PaperState.ACCEPTED:
            paper.state = PaperState.SENT
        session.add(paper)
    case.asked = {key: why for key, why in (case.asked or {}).items() if f"answer:{key}" not in asked} or None


def _asked_for(undone: Sequence[AuditEntry]) -> set[str]:
    """The papers and answers that these decisions asked for again."""
    return {subject for each in undone for subject in each.asked}


def _open(session: Session, case: Case) -> set[str]:
    """With others asked for again, the case would not be back on the desk."""
    refused = select(Paper.key).where(Paper.case_id == case.id, Paper.state == PaperState.REFUSED)
    return {f"paper:{key}" for key in session.exec(refused)} | {f"answer:{key}" for key in case.asked or ()}
