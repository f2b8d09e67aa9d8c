"""An officer notes the number that a document itself bears: by it the document is found, and replaced."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.issuing.document_numbers import LONGEST, PLAIN, keep, plain
from registry.issuing.replacing import supersede_older
from registry.lifecycle import CHECKERS, IN_FORCE, DocumentState, Refused
from registry.models import Document
from registry.moves import lock_document, require

OVER = (DocumentState.SUPERSEDED, DocumentState.REVOKED)


def note(session: Session, actor: Actor, document_id: int, written: str, at: datetime) -> Document:
    """An empty one takes it away. Of a document that is issued already, the older ones of this number are superseded
    now. Raises Refused for what cannot be a number."""
    require(actor, CHECKERS)
    document, case = lock_document(session, actor, document_id)
    if document.state in OVER:
        raise Refused("refused-state", state=document.state)
    number = re.sub(r"\s+", " ", written).strip().upper()
    if number and (len(number) > LONGEST or not PLAIN.fullmatch(plain(number))):
        raise Refused("refused-document-number", most=LONGEST)
    keep(document, number)
    session.add(document)
    audit.record_documents(session, actor, "document_number_noted", [document], at, fields=("number",))
    if number and document.state in IN_FORCE:
        supersede_older(session, document, case, at)
    return document
