"""A card from the centre's print-ready record (PRR) to the printed card."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.actors import SYSTEM, Actor
from registry.models import Document
from registry.models.documents import TO_PRINT
from registry.moves import lock_document, move_document
from registry.telling import tell


def ready_to_print(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """The centre's print-ready record has come."""
    document, _ = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_ready_to_print", at)
    return document


def mark_printed(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """Asks the citizen at once: by post, or kept at the counter?"""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_printed", at)
    move_document(session, SYSTEM, document, "handover_asked", at)
    tell(session, case, "handover_asked", at, document_id=document.id)
    return document


def place(session: Session, document: Document) -> int:
    """Where a card stands among those that the office has to print: 1 is the next one."""
    waiting = select(func.count()).select_from(Document).where(Document.office_id == document.office_id, TO_PRINT)
    return 1 + session.exec(waiting.where(col(Document.id) < document.id)).one()
