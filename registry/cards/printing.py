"""A card from the centre's print-ready record (PRR) to the printed card."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM, Actor, NotFound
from registry.cards import blanks, going_along, old_cards
from registry.lifecycle import DocumentState, Refused
from registry.models import Blank, Case, Document
from registry.models.cards import AT_THE_OFFICE
from registry.models.documents import TO_PRINT
from registry.moves import lock_documents, move_documents
from registry.telling import TAKEN_BACK, tell_all


def ready_to_print(session: Session, actor: Actor, document_ids: Collection[int], at: datetime) -> None:
    """The centre's print-ready records of these cards have come."""
    documents = [document for document, _ in lock_documents(session, actor, document_ids)]
    move_documents(session, actor, documents, "card_ready_to_print", at)


def mark_printed(
    session: Session, actor: Actor, document_ids: Collection[int], at: datetime, place: str = AT_THE_OFFICE
) -> None:
    """All or none. Each takes a blank of `place`, and its citizen is asked at once: by post, or kept at the counter?
    A card that goes with another is not asked about."""
    locked = lock_documents(session, actor, document_ids)
    documents = [document for document, _ in locked]
    move_documents(session, actor, documents, "card_printed", at)
    blanks.use(session, actor, documents, place, at)
    for document, case in locked:
        old_cards.expect(document, case, at)
    asked = going_along.alone(session, documents)
    move_documents(session, SYSTEM, asked, "handover_asked", at)
    told = [(case, {"document_id": document.id}) for document, case in locked if document in asked]
    tell_all(session, told, "handover_asked", at, TAKEN_BACK)


def mark_spoiled(
    session: Session,
    actor: Actor,
    document_ids: Collection[int],
    reason: str,
    at: datetime,
    place: str = AT_THE_OFFICE,
) -> None:
    """A blank of each is lost; the cards still wait for others."""
    documents = [document for document, _ in lock_documents(session, actor, document_ids)]
    if moved := [document for document in documents if document.state is not DocumentState.TO_PRINT]:
        raise Refused("refused-state", state=moved[0].state)
    blanks.spoil(session, actor, documents, place, reason, at)
    audit.record_documents(session, actor, "card_spoiled", documents, at)


def listed(session: Session, actor: Actor, document_ids: Collection[int], at: datetime) -> list[tuple[Document, Case]]:
    """Cards to be printed, for a list on paper: looking at them is recorded. Raises NotFound when one is not there."""
    wanted = set(document_ids)
    mine = col(Document.id).in_(wanted), Document.office_id == actor.office_id
    chosen = select(Document, Case).join(Case).where(*mine).order_by(col(Document.id))
    found = [(document, case) for document, case in session.exec(chosen).all()]
    if len(found) < len(wanted) or not found:
        raise NotFound
    audit.record_documents(session, actor, "card_listed", [document for document, _ in found], at)
    return found


def waiting(session: Session, office_id: int) -> dict[Blank, int]:
    """How many cards of each kind the office has to print; none of a kind is left out."""
    kind = col(Document.template) == "kia"
    wanted = select(kind, func.count()).where(Document.office_id == office_id, TO_PRINT)
    found = {bool(is_kia): count for is_kia, count in session.exec(wanted.group_by(kind)).all()}
    pairs = ((Blank.KTP, found.get(False, 0)), (Blank.KIA, found.get(True, 0)))
    return {blank: count for blank, count in pairs if count}


def place(session: Session, document: Document) -> int:
    """Where a card stands among those that the office has to print: 1 is the next one."""
    waiting = select(func.count()).select_from(Document).where(Document.office_id == document.office_id, TO_PRINT)
    return 1 + session.exec(waiting.where(col(Document.id) < document.id)).one()
