"""Finds and locks a record for an actor, and moves it: the only two functions that change a status."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM, Actor, NotFound
from registry.lifecycle import (
    DOCUMENT_ENDS,
    ENDED,
    CaseState,
    Refused,
    Role,
    case_after,
    document_after,
)
from registry.models import Case, Document
from registry.models.documents import is_asked_for
from registry.telling import ask_later

# Like FOR UPDATE, but lets other transactions insert rows that point to the locked one.
LOCK = {"key_share": True}


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
    case.state = case_after(case.state, event, actor.roles)
    if case.state in ENDED:
        case.closed_at = at
    session.add(case)
    audit.record(
        session, actor, event, office_id=case.office_id, case_id=case.id, subject=subject, fields=fields, at=at
    )


def move_document(
    session: Session, actor: Actor, document: Document, event: str, at: datetime, *, fields: tuple[str, ...] = ()
) -> None:
    """Moves a document locked by lock_document, and closes its case when this was the last one to end."""
    document.state = document_after(document.state, event, actor.roles)
    session.add(document)
    audit.record(
        session,
        actor,
        event,
        office_id=document.office_id,
        case_id=document.case_id,
        subject=f"document:{document.id}",
        fields=fields,
        at=at,
    )
    if document.state in DOCUMENT_ENDS:
        close_if_done(session, document.case_id, at)


def close_if_done(session: Session, case_id: int, at: datetime) -> None:
    """An approved case closes by itself once all documents asked for reached an end. Idempotent; the case is locked."""
    session.flush()
    case = session.get_one(Case, case_id)
    wanted = select(col(Document.state)).where(Document.case_id == case_id, is_asked_for())
    states = session.exec(wanted).all()
    if case.state is CaseState.APPROVED and all(state in DOCUMENT_ENDS for state in states):
        move_case(session, SYSTEM, case, "case_closed", at)
        ask_later(session, case, at)
