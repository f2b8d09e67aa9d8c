"""A card or a printed document given to its owner at the counter, whose identity the officer has seen."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.counter import letters
from registry.lifecycle import CHECKERS, DocumentState, Refused
from registry.models import AuditEntry, Case, Document
from registry.moves import lock_document, require
from registry.post import delivery
from registry.telling import TAKEN_BACK, tell

# Who has it in hand needs no letter about it.
ABOUT_IT = ("handover_asked", "card_ready_for_pickup", "card_collected", "document_issued", "document_handed_over")
NOT_YET_CHOSEN = (DocumentState.CHOOSING_HANDOVER, DocumentState.TO_POST)  # who comes has chosen


class Identity(StrEnum):
    """What the officer looked at."""

    OLD_CARD = "old_card"
    FAMILY_CARD = "family_card"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    FACE = "face"  # beside the photo on the new card


def suiting(document: Document) -> tuple[Identity, ...]:
    """What proves whose this document is: not its own predecessor, and no photo where it bears none."""
    bears_photo = document.kind == "card" and document.template is None  # an ID card
    unfit = {Identity.FACE} if not bears_photo else set()
    unfit |= {Identity.FAMILY_CARD} if document.template == "kartu_keluarga" else set()
    return tuple(identity for identity in Identity if identity not in unfit)


def hand_over(
    session: Session, actor: Actor, document_id: int, *, is_owner: bool, identity: str, at: datetime
) -> Document:
    """A card, or an issued PDF on paper. Raises Refused for anybody but the owner (Perpres 96/2018: the addressee
    alone), where nothing was seen that suits it, and the second time."""
    if not is_owner:
        raise Refused("refused-not-owner")
    document, case = lock_document(session, actor, document_id)
    if identity not in suiting(document):
        raise Refused("refused-identity-unseen")
    if document.state is DocumentState.ISSUED:
        _hand_over_paper(session, actor, document, case, at)
    else:
        _hand_over_card(session, actor, document, at)
    letters.drop(session, case, ABOUT_IT)
    seen = ("addressee", f"identity:{identity}")
    audit.record_documents(session, actor, "identity_seen", [document], at, seen)
    return document


def _hand_over_card(session: Session, actor: Actor, document: Document, at: datetime) -> None:
    if document.state in NOT_YET_CHOSEN:
        delivery.choose_pickup(session, actor, document.id, at)  # told only while it is so, and that is over at once
    delivery.mark_collected(session, actor, document.id, at)


def _hand_over_paper(session: Session, actor: Actor, document: Document, case: Case, at: datetime) -> None:
    """Printed here for who cannot open it on a telephone; its state is the same after it."""
    require(actor, CHECKERS)
    if document.object_key is None:
        raise Refused("refused-state", state=document.state)
    if _was_given(session, document):
        raise Refused("refused-given")
    audit.record_documents(session, actor, "document_handed_over", [document], at)
    tell(session, case, "document_handed_over", at, after=TAKEN_BACK, document_id=document.id)


def _was_given(session: Session, document: Document) -> bool:
    """Unless that was taken back."""
    deeds = select(AuditEntry.action).where(
        AuditEntry.case_id == document.case_id,
        AuditEntry.subject == f"document:{document.id}",
        col(AuditEntry.action).in_(("document_handed_over", "giving_undone")),
    )
    last = session.exec(deeds.order_by(col(AuditEntry.id).desc()).limit(1)).first()
    return last == "document_handed_over"
