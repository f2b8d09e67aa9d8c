"""A misprint found after the card was said to be printed: its blank is spoiled, and the card is printed again."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry.actors import Actor
from registry.cards import blanks
from registry.lifecycle import Refused
from registry.models import Document
from registry.moves import lock_document, move_document
from registry.post.envelopes import current_shipment
from registry.telling import tell

# Ready reasons, by the text that words them.
REASONS = ("ribbon", "blurred", "bent", "wrong-data")


def mark(session: Session, actor: Actor, document_id: int, reason: str, at: datetime) -> Document:
    """While the card is in the house. Its citizen hears why it takes longer, and chooses again once it is printed."""
    reason = blanks.why(reason)
    document, case = lock_document(session, actor, document_id)
    if document.kind != "card":
        raise Refused("refused-state", state=document.state)
    move_document(session, actor, document, "card_misprinted", at, fields=("reason",))
    blanks.spoil_used(session, actor, document, reason, at)
    unsent = current_shipment(session, document.id)
    if unsent is not None and unsent.posted_at is None:
        session.delete(unsent)
    tell(session, case, "card_misprinted", at, document_id=document.id, reason=reason)
    return document
