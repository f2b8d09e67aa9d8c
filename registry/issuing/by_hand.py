"""Signing by hand, where there is no signal or nobody who signs electronically: printed, signed, scanned back.

No QR, no PDF for the citizen: the paper is handed over or posted, and its scan stays with the office.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import SYSTEM, Actor
from registry.issuing import documents
from registry.issuing.drafts import Filed, look
from registry.issuing.replacing import supersede_older
from registry.issuing.ways import BY_HAND, expect_electronic, is_by_hand
from registry.lifecycle import DocumentState, document_after
from registry.models import Case, Document, Office
from registry.moves import lock_document, move_document
from registry.retention.remnants import leave_objects
from registry.telling import tell
from registry.tickets import notes


def begin(session: Session, actor: Actor, document_id: int, at: datetime, why: str = "") -> Document:
    """It is printed now; `why` becomes a note of the case. What was made for an electronic signature is kept until the
    scan is there: the signatory may have pressed the wrong button."""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "hand_signing_begun", at)
    if why:
        notes.leave(session, actor, case, why, at)
    return document


def begun(session: Session, office_id: int) -> list[tuple[Document, Case]]:
    """Taken from the signatory's list and not signed yet, the latest first."""
    mine = Document.office_id == office_id, Document.state == DocumentState.TO_SIGN_BY_HAND
    found = select(Document, Case).join(Case).where(*mine, col(Document.object_key).is_not(None))
    return [
        (document, case) for document, case in session.exec(found.order_by(col(Document.moved_at).desc()).limit(20))
    ]


def applies(session: Session, case_id: int) -> bool:
    case = session.get_one(Case, case_id)
    return is_by_hand(session.get_one(Office, case.office_id), case)


def open_receipt(session: Session, actor: Actor, case_id: int, at: datetime) -> Document:
    """The office's own letter, to be printed here and signed."""
    receipt = documents.open_receipt(session, actor, case_id, at)
    return begin(session, actor, receipt.id, at) if receipt.state is DocumentState.IN_SIAK else receipt


def leave(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """It is to be signed electronically after all, where the office does: what was made for that waits again."""
    document, case = lock_document(session, actor, document_id)
    expect_electronic(session, document, case)
    move_document(session, actor, document, "hand_signing_undone" if document.object_key else "hand_signing_left", at)
    return document


def expect_scan(session: Session, actor: Actor, document_id: int) -> None:
    """Whether a scan may come, asked before it is looked at."""
    document, _ = look(session, actor, document_id)
    document_after(document.state, "signed_by_hand", actor.roles)


def store_scan(session: Session, actor: Actor, document_id: int, filed: Filed, at: datetime) -> Document:
    """Asks the citizen at once: by post, or kept at the counter? The scan's sum is not noted: the public page must not
    call it the document. What was made for an electronic signature goes: it bears a QR that would lead nowhere."""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "signed_by_hand", at, fields=("object_key",))
    leave_objects(session, [document.object_key] if document.object_key else [], at)
    document.sha256 = document.code = None
    document.object_key, document.via, document.sample, document.signed_at = filed.key, BY_HAND, False, at
    move_document(session, SYSTEM, document, "handover_asked", at)
    supersede_older(session, document, case, at)
    tell(session, case, "handover_asked", at, document_id=document.id, reason=BY_HAND)
    return document
