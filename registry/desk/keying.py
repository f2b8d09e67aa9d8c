"""The clerk at SIAK's terminal: what was keyed in, under which number, and what holds it up there."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.lifecycle import CHECKERS, DocumentState, Refused, reason_given
from registry.models import Case, Document
from registry.moves import lock_document, require

AT_SIAK = (DocumentState.IN_SIAK, DocumentState.WAITING_PRR)
NUMBER = re.compile(r"[A-Z0-9][A-Z0-9./-]{2,29}")  # SIAK's own number of the request; its form differs by service


def note_number(session: Session, actor: Actor, document_id: int, number: str, at: datetime) -> Document:
    """An empty one takes it away. Raises Refused for what cannot be a number."""
    document, case = _at_siak(session, actor, document_id)
    written = re.sub(r"\s", "", number).upper()
    if written and not NUMBER.fullmatch(written):
        raise Refused("refused-siak-number")
    document.siak_number = written or None
    _record(session, actor, case, document, "siak_number_noted", at, field="siak_number")
    return document


def note_obstacle(session: Session, actor: Actor, document_id: int, reason: str, at: datetime) -> Document:
    """What the centre or the register holds it up with; an empty reason takes the note away."""
    document, case = _at_siak(session, actor, document_id)
    document.stuck = reason_given(reason) if reason.strip() else None
    document.sent_back_at = None  # the note is the clerk's own now
    _record(session, actor, case, document, "document_stuck", at, field="stuck")
    return document


def _at_siak(session: Session, actor: Actor, document_id: int) -> tuple[Document, Case]:
    require(actor, CHECKERS)
    document, case = lock_document(session, actor, document_id)
    if document.state not in AT_SIAK:
        raise Refused("refused-state", state=document.state)
    return document, case


def _record(
    session: Session, actor: Actor, case: Case, document: Document, action: str, at: datetime, *, field: str
) -> None:
    subject = f"document:{document.id}"
    session.add(document)
    audit.record(
        session, actor, action, office_id=case.office_id, case_id=case.id, subject=subject, fields=(field,), at=at
    )
