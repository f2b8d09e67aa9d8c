"""A card given to its owner at the counter, whose identity the officer has seen."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.counter import letters
from registry.lifecycle import DocumentState, Refused
from registry.models import Document
from registry.moves import lock_document
from registry.post import delivery

ABOUT_IT = ("handover_asked", "card_ready_for_pickup", "card_collected")  # who has the card needs no letter
NOT_YET_CHOSEN = (DocumentState.CHOOSING_HANDOVER, DocumentState.TO_POST)  # who comes has chosen


class Identity(StrEnum):
    """What the officer looked at."""

    OLD_CARD = "old_card"
    FAMILY_CARD = "family_card"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    FACE = "face"  # beside the photo on the new card


def hand_over(
    session: Session, actor: Actor, document_id: int, *, is_owner: bool, identity: str, at: datetime
) -> Document:
    """Raises Refused for anybody but the owner (Perpres 96/2018: the addressee alone), and where nothing was seen."""
    if not is_owner:
        raise Refused("refused-not-owner")
    if identity not in set(Identity):
        raise Refused("refused-identity-unseen")
    document, case = lock_document(session, actor, document_id)
    if document.state in NOT_YET_CHOSEN:
        delivery.choose_pickup(session, actor, document_id, at)  # told only while it is so, and that is over at once
    delivery.mark_collected(session, actor, document_id, at)
    letters.drop(session, case, ABOUT_IT)
    seen = ("addressee", f"identity:{identity}")
    subject = f"document:{document.id}"
    audit.record(
        session, actor, "identity_seen", office_id=case.office_id, case_id=case.id, subject=subject, fields=seen, at=at
    )
    return document
