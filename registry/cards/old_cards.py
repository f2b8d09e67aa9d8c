"""Old cards: which a new one replaces, who still has theirs, and that it was handed in (it is destroyed then)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session, col, func, select

from registry import audit
from registry.actors import Actor
from registry.cases import services
from registry.lifecycle import POSTERS, DocumentState
from registry.models import Case, Document, OldCard
from registry.models.documents import OLD_WANTED
from registry.moves import lock_documents, require
from registry.services.conditions import holds

HANDED_OVER = (DocumentState.DELIVERED, DocumentState.COLLECTED)


def expect(document: Document, case: Case, at: datetime) -> None:
    """Notes on a card that is printed whether its service asks for the old one."""
    service = services().get(case.service)
    kinds = service.document if service else ()
    condition = next((kind.old_card for kind in kinds if kind.name == (document.template or document.kind)), None)
    if condition is not None and holds(condition, case.answers, at.date()):
        document.old_card = OldCard.WANTED


def take(session: Session, actor: Actor, document_ids: Collection[int], at: datetime) -> None:
    """The old cards of these are in the office. Again changes nothing."""
    require(actor, POSTERS)
    documents = [document for document, _ in lock_documents(session, actor, document_ids)]
    taken = [document for document in documents if document.old_card is OldCard.WANTED]
    for document in taken:
        document.old_card = OldCard.TAKEN
        session.add(document)
    audit.record_documents(session, actor, "old_card_taken", taken, at, fields=("old_card",))


def outstanding(session: Session, office_id: int, after: int = 0, limit: int = 50) -> Sequence[tuple[Document, Case]]:
    """Of citizens who have their new card already. `after` is the last document's id of the page before."""
    wanted = select(Document, Case).join(Case).where(Document.office_id == office_id, OLD_WANTED)
    ended = wanted.where(col(Document.state).in_(HANDED_OVER), col(Document.id) > after)
    return [(document, case) for document, case in session.exec(ended.order_by(col(Document.id)).limit(limit)).all()]


def count(session: Session, office_id: int) -> int:
    wanted = select(func.count()).select_from(Document).where(Document.office_id == office_id, OLD_WANTED)
    return session.exec(wanted.where(col(Document.state).in_(HANDED_OVER))).one()
