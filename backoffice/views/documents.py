"""The documents of a case: rendered as a sample, attached, sent by SIAK, stuck there, or revoked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import request, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import Session

from backoffice.access import CHECKERS, SIGNATORY, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import Change, carry_out, in_transaction, own_path, typed
from backoffice.casefile import case_seen
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.texts import texts
from backoffice.views.case import case_page
from backoffice.views.queue import queue_page
from backoffice.words import Words, refusal
from notifications.queues import Queue
from registry.actors import Actor, NotFound
from registry.desk import keying
from registry.issuing import by_hand, documents, numbering
from registry.lifecycle import OPEN, DocumentState, Refused
from registry.models import Document, Office
from registry.uploads.verdict import NotAcceptable

LARGEST_PDF = 20 * 1024 * 1024  # bytes


@desk.post("/dokumen/<int:document_id>/contoh")
@opens(*CHECKERS)
def render_sample(document_id: int) -> ResponseReturnValue:
    return _do(document_id, lambda: _render(document_id), "document_rendered")


@desk.post("/dokumen/<int:document_id>/pasang")
@opens(*CHECKERS)
def attach_pdf(document_id: int) -> ResponseReturnValue:
    return _do(document_id, lambda: _attach(document_id), "document_attached")


@desk.post("/dokumen/<int:document_id>/dari-siak")
@opens(*CHECKERS)
def sent_by_siak(document_id: int) -> ResponseReturnValue:
    """Taken back where it was pressed: in the case, or in the list."""
    return _change(document_id, lambda s, who, at: documents.sent_by_siak(s, who, document_id, at), "sent_by_siak")


@desk.post("/dokumen/<int:document_id>/tanda-tangan-basah")
@opens(*CHECKERS, SIGNATORY)
def sign_by_hand(document_id: int) -> ResponseReturnValue:
    return _change(document_id, lambda s, who, at: by_hand.begin(s, who, document_id, at), "hand_signing_begun")


@desk.get("/dokumen/<int:document_id>/untuk-tanda-tangan")
@opens(*CHECKERS, SIGNATORY)
def print_by_hand(document_id: int) -> ResponseReturnValue:
    """The office's own paper, made anew at each print: only its scan is kept."""
    given = parts()
    try:
        pdf = given.issuing.print_by_hand(actor(), document_id, _words_of(document_id), given.clock())
    except Refused as refused:
        return case_page(_case_id(document_id), refusal(texts(language()), refused)), 409
    return shown_pdf(pdf, f"surat-{document_id}")


@desk.post("/dokumen/<int:document_id>/tanda-tangan-elektronik")
@opens(*CHECKERS, SIGNATORY)
def sign_electronically(document_id: int) -> ResponseReturnValue:
    return _change(document_id, lambda s, who, at: by_hand.leave(s, who, document_id, at), "hand_signing_left")


@desk.post("/dokumen/<int:document_id>/pindaian")
@opens(*CHECKERS, SIGNATORY)
def keep_scan(document_id: int) -> ResponseReturnValue:
    """The paper has come back signed: its scan is kept, and the citizen is asked how it shall come."""
    return _do(document_id, lambda: _keep_scan(document_id), "signed_by_hand")


@desk.post("/dokumen/<int:document_id>/kendala")
@opens(*CHECKERS)
def note_obstacle(document_id: int) -> ResponseReturnValue:
    """An empty reason takes the note away."""
    reason = typed("reason")
    done = "document_stuck" if reason else "document_unstuck"
    return _change(document_id, lambda s, who, at: keying.note_obstacle(s, who, document_id, reason, at), done)


@desk.post("/dokumen/<int:document_id>/nomor-siak")
@opens(*CHECKERS)
def note_siak_number(document_id: int) -> ResponseReturnValue:
    """And the document's own, where the list asks for both."""

    def note(session: Session, who: Actor, at: datetime) -> None:
        known = session.get(Document, document_id)
        if known is None or typed("number") != (known.siak_number or ""):
            keying.note_number(session, who, document_id, typed("number"), at)
        if known and "document_number" in request.form and typed("document_number") != (known.number or ""):
            numbering.note(session, who, document_id, typed("document_number"), at)

    return _change(document_id, note, "siak_number_noted")


@desk.post("/dokumen/<int:document_id>/nomor")
@opens(*CHECKERS)
def note_document_number(document_id: int) -> ResponseReturnValue:
    number = typed("document_number")
    return _change(
        document_id, lambda s, who, at: numbering.note(s, who, document_id, number, at), "document_number_noted"
    )


@desk.post("/dokumen/<int:document_id>/cabut")
@opens(SUPERVISOR, SIGNATORY)
def revoke(document_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _change(
        document_id, lambda s, who, at: documents.revoke(s, who, document_id, reason, at), "document_revoked"
    )


@desk.post("/permohonan/<int:case_id>/tanda-terima")
@opens(*CHECKERS)
def issue_receipt(case_id: int) -> ResponseReturnValue:
    """The office's own letter of receipt, rendered at once and then signed like any other."""
    return carry_out(
        lambda: _receipt(case_id),
        again=lambda refusal: case_page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id),
        done="receipt_opened",
    )


def _do(document_id: int, deed: Callable[[], object], done: str) -> ResponseReturnValue:
    case_id = _case_id(document_id)
    in_list = request.args.get("tab") == "siak"  # what is refused there is told there
    return carry_out(
        deed,
        again=queue_page if in_list else lambda refusal: case_page(case_id, refusal),
        then=own_path(typed("back"), url_for("desk.show_case", case_id=case_id)),
        done=done,
    )


def _change(document_id: int, change: Change, done: str) -> ResponseReturnValue:
    return _do(document_id, lambda: in_transaction(change), done)


def _case_id(document_id: int) -> int:
    with parts().database.reading() as session:
        document = session.get(Document, document_id)
        if document is None:
            raise NotFound
        return case_seen(session, actor(), document.case_id).id


def _receipt(case_id: int) -> str:
    """What happened: one that waits for its signature is not made twice."""
    given, at = parts(), parts().clock()
    with given.database.reading() as session:
        case = case_seen(session, actor(), case_id)
        if case.state in OPEN and documents.waiting_receipt(session, case_id):
            return "receipt_waiting"
    document = given.issuing.issue_receipt(actor(), case_id, _office_words(case.office_id), at)
    given.waker.wake(Queue.DRAIN)
    return "receipt_opened" if document.state is DocumentState.AWAITING_SIGNATURE else "receipt_by_hand"


def _render(document_id: int) -> None:
    given, at = parts(), parts().clock()
    given.issuing.render_sample(actor(), document_id, _words_of(document_id), at)
    given.waker.wake(Queue.DRAIN)


def _attach(document_id: int) -> str:
    """What happened: an unsigned PDF still waits for the head of office."""
    document = parts().issuing.attach_pdf(actor(), document_id, _file(), parts().clock())
    parts().waker.wake(Queue.DRAIN)
    return "unsigned_attached" if document.state is DocumentState.AWAITING_SIGNATURE else "document_attached"


def _keep_scan(document_id: int) -> None:
    try:
        parts().issuing.keep_scan(actor(), document_id, _file(), parts().clock())
    except NotAcceptable:
        raise Refused("refused-scan") from None
    parts().waker.wake(Queue.DRAIN)


def _words_of(document_id: int) -> Words:
    with parts().database.reading() as session:
        document = session.get(Document, document_id)
    if document is None:
        raise NotFound
    return _office_words(document.office_id)


def _office_words(office_id: int) -> Words:
    """What the office prints is Indonesian, whatever the officer reads."""
    with parts().database.reading() as session:
        office = session.get_one(Office, office_id)
    return Words(texts("id"), Clock(office.timezone, "id"))


def _file() -> bytes:
    file = request.files.get("pdf")
    data = file.read(LARGEST_PDF + 1) if file else b""
    if not data:
        raise Refused("refused-file-missing")
    if len(data) > LARGEST_PDF:
        raise Refused("refused-file-large", megabytes=LARGEST_PDF // 1024 // 1024)
    return data
