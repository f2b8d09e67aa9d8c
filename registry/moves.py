"""Finds and locks a record for an actor, and moves it: the only two functions that change a status."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from registry import audit
from registry.actors import SYSTEM, Actor, NotFound
from registry.cards.going_along import companions
from registry.lifecycle import (
    CASE_MOVES,
    DOCUMENT_ENDS,
    ENDED,
    CaseState,
    Refused,
    Role,
    case_after,
    document_after,
)
from registry.models import AuditEntry, Case, Document, Officer
from registry.models.documents import is_asked_for
from registry.telling import ask_later

# Like FOR UPDATE, but lets other transactions insert rows that point to the locked one.
LOCK = {"key_share": True}
CASE_EVENTS = [move.event for move in CASE_MOVES if move.event not in ("case_closed", "case_reopened")]
Row = TypeVar("Row", bound=SQLModel)


def require(actor: Actor, roles: frozenset[Role]) -> None:
    """For use cases that move nothing; a move asks the lifecycle itself."""
    if not actor.roles & roles:
        raise Refused("refused-role")


def may_see(actor: Actor, case: Case) -> bool:
    if Role.SYSTEM in actor.roles:
        return True
    if actor.contact_id is not None:
        return case.contact_id == actor.contact_id
    if actor.office_id is not None:
        return case.office_id == actor.office_id
    return Role.PROVINCE in actor.roles


def lock_case(session: Session, actor: Actor, case_id: int) -> Case:
    """The case as it is now, held until the transaction ends. Raises NotFound for another office's case."""
    case = session.get(Case, case_id, populate_existing=True, with_for_update=LOCK)
    if case is None or not may_see(actor, case):
        raise NotFound
    return case


def lock_document(session: Session, actor: Actor, document_id: int) -> tuple[Document, Case]:
    """The document and its case; the case is locked first, as everywhere."""
    case_id = session.exec(select(Document.case_id).where(Document.id == document_id)).first()
    if case_id is None:
        raise NotFound
    case = lock_case(session, actor, case_id)
    return session.get_one(Document, document_id, populate_existing=True, with_for_update=LOCK), case


def move_case(
    session: Session,
    actor: Actor,
    case: Case,
    event: str,
    at: datetime,
    *,
    subject: str | None = None,
    fields: tuple[str, ...] = (),
) -> None:
    """Moves a locked case and writes its audit row. Raises Refused when state or role forbid it."""
    try:
        case.state = case_after(case.state, event, actor.roles)
    except Refused as refused:
        raise (changed(session, case) if refused.reason == "refused-state" else refused) from None
    if case.state in ENDED:
        case.closed_at = at
    session.add(case)
    audit.record(
        session, actor, event, office_id=case.office_id, case_id=case.id, subject=subject, fields=fields, at=at
    )


def changed(session: Session, case: Case) -> Refused:
    """Somebody was faster: who, and what they decided."""
    deed = last_deed(session, case)
    if deed is None or deed.officer_id is None:
        return Refused("refused-state", state=case.state)
    by = session.get_one(Officer, deed.officer_id).name
    return Refused("refused-changed-by", state=case.state, officer=by, event=deed.action)


def last_deed(session: Session, case: Case) -> AuditEntry | None:
    """What moved the case last."""
    moved = select(AuditEntry).where(AuditEntry.case_id == case.id, col(AuditEntry.action).in_(CASE_EVENTS))
    return session.exec(moved.order_by(col(AuditEntry.id).desc()).limit(1)).first()


def lock_cases(session: Session, actor: Actor, case_ids: Collection[int]) -> list[Case]:
    """Several at once, in the order of their ids. Raises NotFound when one of them is not there for this actor."""
    wanted = set(case_ids)
    cases = _locked(session, Case, wanted)
    if len(cases) < len(wanted) or not all(may_see(actor, case) for case in cases):
        raise NotFound
    return cases


def lock_documents(session: Session, actor: Actor, document_ids: Collection[int]) -> list[tuple[Document, Case]]:
    """Several at once, in the order of their ids. Raises NotFound when one of them is not there for this actor."""
    wanted = set(document_ids)
    owners = select(col(Document.case_id)).where(col(Document.id).in_(wanted))
    cases = {case.id: case for case in _locked(session, Case, owners)}
    documents = _locked(session, Document, wanted)
    if len(documents) < len(wanted) or not all(may_see(actor, case) for case in cases.values()):
        raise NotFound
    return [(document, cases[document.case_id]) for document in documents]


def _locked(session: Session, table: type[Row], ids: Any) -> list[Row]:
    key: Any = table.id  # type: ignore[attr-defined]
    query = select(table).where(key.in_(ids)).order_by(key).with_for_update(key_share=True)
    return list(session.exec(query.execution_options(populate_existing=True)))


def move_document(
    session: Session, actor: Actor, document: Document, event: str, at: datetime, *, fields: tuple[str, ...] = ()
) -> None:
    """Moves a document locked by lock_document, and closes its case when this was the last one to end."""
    move_documents(session, actor, [document], event, at, fields=fields)


def move_documents(
    session: Session,
    actor: Actor,
    documents: Sequence[Document],
    event: str,
    at: datetime,
    *,
    fields: tuple[str, ...] = (),
) -> None:
    """All of them or, when one may not be moved, none: that raises Refused."""
    for document in documents:
        document.state, document.moved_at = document_after(document.state, event, actor.roles), at
        document.reminders, document.reminded_at = 0, None
        session.add(document)
    audit.record_documents(session, actor, event, documents, at, fields)
    along, others = companions(session, documents, event)
    if others:
        move_documents(session, SYSTEM, others, along, at)
    if ended := {document.case_id for document in documents if document.state in DOCUMENT_ENDS}:
        close_if_done(session, ended, at)


def close_if_done(session: Session, case_ids: Collection[int], at: datetime) -> None:
    """An approved case closes by itself once all documents asked for reached an end. Idempotent; the cases are
    locked."""
    session.flush()
    unfinished = select(Document.id).where(
        Document.case_id == col(Case.id), is_asked_for(), col(Document.state).not_in(DOCUMENT_ENDS)
    )
    approved = select(Case).where(col(Case.id).in_(case_ids), Case.state == CaseState.APPROVED)
    done = session.exec(approved.where(~unfinished.exists()).order_by(col(Case.id))).all()
    for case in done:
        move_case(session, SYSTEM, case, "case_closed", at)
    if done:
        ask_later(session, done, at)
