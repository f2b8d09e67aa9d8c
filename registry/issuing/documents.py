"""The use cases of the office on a PDF document."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry import audit
from registry.actors import SYSTEM, Actor
from registry.issuing.authenticity import Standing, Verified, verify, verify_pdf
from registry.issuing.content import PapersReceipt
from registry.issuing.drafts import Draft, Filed, ToSign, expect_pdf, prepare, prepare_signing, receipt_of
from registry.issuing.replacing import supersede_older
from registry.issuing.verify import Check, Verdict
from registry.lifecycle import CHECKERS, DOCUMENT_ENDS, OPEN, DocumentState, Refused, reason_given
from registry.models import Case, Document
from registry.moves import lock_case, lock_document, move_document, require
from registry.retention.remnants import leave_objects
from registry.telling import TAKEN_BACK, tell

__all__ = [
    "Draft",
    "Filed",
    "Standing",
    "ToSign",
    "Verified",
    "attach",
    "expect_pdf",
    "open_receipt",
    "prepare",
    "prepare_signing",
    "revoke",
    "send_back",
    "sent_by_siak",
    "store_rendered",
    "store_signed",
    "supersede",
    "waiting_receipt",
    "verify",
    "verify_pdf",
]

ATTACHING = {Verdict.GENUINE: "document_attached", Verdict.UNSIGNED: "unsigned_attached"}


def store_rendered(session: Session, actor: Actor, draft: Draft, filed: Filed, at: datetime) -> Document:
    document, _ = _unchanged(session, actor, draft.document_id, draft.replaces)
    document.code, document.sample, document.via = draft.code, draft.sample, "issued"
    document.object_key, document.sha256 = filed.key, filed.sha256
    move_document(session, actor, document, "document_rendered", at, fields=("object_key",))
    return document


def attach(
    session: Session,
    actor: Actor,
    document_id: int,
    replaces: str | None,
    judged: Check,
    filed: Filed,
    at: datetime,
) -> Document:
    """A PDF that was made elsewhere: signed, it is passed on; unsigned, it waits for a signature here."""
    event = ATTACHING.get(judged.verdict)
    if event is None:
        raise Refused(f"refused-pdf-{judged.verdict.value}")
    document, case = _unchanged(session, actor, document_id, replaces)
    same_file = select(Document.id).where(Document.sha256 == filed.sha256, Document.id != document.id)
    if session.exec(same_file).first() is not None:
        raise Refused("refused-pdf-elsewhere")
    document.via, document.sample, document.code = "attached", False, None  # it bears a QR of its own
    document.object_key, document.sha256 = filed.key, filed.sha256
    document.signed_at = judged.signed_at
    move_document(session, actor, document, event, at, fields=("object_key",))
    if judged.verdict is Verdict.GENUINE:
        _issue(session, document, case, at)
    return document


def sent_by_siak(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """SIAK itself sent link and PIN to the citizen, who is told to look for it."""
    document, case = lock_document(session, actor, document_id)
    document.via, document.issued_at = "siak", at
    move_document(session, actor, document, "sent_by_siak", at)
    supersede_older(session, document, case, at)
    tell(session, case, "sent_by_siak", at, after=TAKEN_BACK, document_id=document.id)
    return document


def store_signed(session: Session, actor: Actor, to_sign: ToSign, filed: Filed, at: datetime) -> Document:
    """Issues it, too. Of two signatures made at once the second is refused."""
    document, case = _unchanged(session, actor, to_sign.document_id, to_sign.replaces)
    document.object_key, document.sha256 = filed.key, filed.sha256
    document.signed_by, document.signed_at = actor.officer_id, at
    document.via = "brought" if document.via == "attached" else document.via
    move_document(session, actor, document, "document_signed", at, fields=("object_key",))
    _issue(session, document, case, at)
    return document


def revoke(session: Session, actor: Actor, document_id: int, reason: str, at: datetime) -> Document:
    """Its links are gone and its code tells that it was revoked. Never without a reason that the citizen can read."""
    reason = reason_given(reason)
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "document_revoked", at, fields=("reason",))
    tell(session, case, "document_revoked", at, document_id=document.id, reason=reason)
    return document


def send_back(session: Session, actor: Actor, document_id: int, reason: str, at: datetime) -> Document:
    """The signatory will not sign it: its PDF goes, and who keyed it in reads why."""
    reason = reason_given(reason)
    document, _ = lock_document(session, actor, document_id)
    move_document(session, actor, document, "document_sent_back", at, fields=("stuck",))
    leave_objects(session, [document.object_key] if document.object_key else [], at)
    document.object_key = document.sha256 = document.code = document.via = None
    document.stuck, document.sent_back_at = reason, at
    return document


def _settled(document: Document) -> None:
    """Until it is issued the signatory reads what they had found in it before."""
    if document.sent_back_at:
        document.stuck = document.sent_back_at = None


def supersede(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """A newer document stands in its place."""
    return _move(session, actor, document_id, "document_superseded", at)


def open_receipt(session: Session, actor: Actor, case_id: int, at: datetime) -> Document:
    """The office's own letter of receipt, one at a time: an open one is returned as it is."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.state not in OPEN:
        raise Refused("refused-state", state=case.state)
    if opened := session.exec(_open_receipts(case.id)).first():
        return opened
    receipt = receipt_of(case, at)
    session.add(receipt)
    session.flush()
    audit.record(
        session,
        actor,
        "receipt_opened",
        office_id=case.office_id,
        case_id=case.id,
        subject=f"document:{receipt.id}",
        at=at,
    )
    return receipt


def waiting_receipt(session: Session, case_id: int) -> Document | None:
    """One that is on its way to be signed or handed over."""
    return session.exec(_open_receipts(case_id).where(Document.state != DocumentState.IN_SIAK)).first()


def _open_receipts(case_id: int) -> SelectOfScalar[Document]:
    receipts = select(Document).where(Document.case_id == case_id, Document.template == PapersReceipt.template)
    return receipts.where(col(Document.state).not_in(DOCUMENT_ENDS))


def _move(session: Session, actor: Actor, document_id: int, event: str, at: datetime) -> Document:
    document, _ = lock_document(session, actor, document_id)
    move_document(session, actor, document, event, at)
    return document


def _issue(session: Session, document: Document, case: Case, at: datetime) -> None:
    document.issued_at = at
    _settled(document)
    move_document(session, SYSTEM, document, "document_issued", at)
    tell(session, case, "document_issued", at, document_id=document.id)
    supersede_older(session, document, case, at)


def _unchanged(session: Session, actor: Actor, document_id: int, replaces: str | None) -> tuple[Document, Case]:
    """Locked, and still bearing the PDF it bore when it was read; else the signature were under another one."""
    document, case = lock_document(session, actor, document_id)
    if document.object_key != replaces:
        raise Refused("refused-changed")
    return document, case
