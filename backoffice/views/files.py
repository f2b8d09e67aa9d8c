"""Citizens' files and the office's PDFs, decrypted for who may see their case. Each look is audited."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from flask import Response, abort, send_file
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col, select

from backoffice.access import CHECKERS as OFFICERS_WHO_TALK
from backoffice.access import READERS, actor, desk, language, opens
from backoffice.parts import parts
from backoffice.pdfs import PDF_POLICY
from backoffice.texts import texts
from registry import audit, troubles
from registry.actors import Actor, NotFound
from registry.audit.looks import record_look
from registry.issuing.page_pictures import picture
from registry.issuing.render import RenderFailed
from registry.lifecycle import CHECKERS, Role
from registry.models import Case, Channel, Complaint, Document, Enclosure, Event, Paper, Ticket, Upload
from registry.moves import may_see
from registry.rights.complaints import READERS as COMPLAINT_READERS
from registry.rights.concerned import reads_private
from registry.uploads.store import ObjectMissing
from registry.vault import Unreadable

SHOWN = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "audio/ogg": "ogg", "audio/mpeg": "mp3",
         "audio/mp4": "m4a", "audio/aac": "aac", "audio/amr": "amr"}  # fmt: skip
FRAMED = "default-src 'none'; frame-ancestors 'self'"


@desk.get("/berkas/<int:upload_id>")
@opens(*READERS)
def show_upload(upload_id: int) -> ResponseReturnValue:
    with parts().database.writing() as session:
        upload = session.get(Upload, upload_id)
        if upload is None or upload.object_key is None:
            raise NotFound
        case_id = _case_of(session, actor(), upload)
        audit.record(
            session, actor(), "upload_viewed", case_id=case_id, subject=f"upload:{upload.id}", at=parts().clock()
        )
    return _serve(upload.object_key, upload.media_type or "", f"surat-{upload.id}")


@desk.get("/dokumen/<int:document_id>/pdf")
@opens(*READERS)
def show_pdf(document_id: int) -> ResponseReturnValue:
    return _serve(_pdf_of(document_id, audit.record), "application/pdf", f"dokumen-{document_id}")


@desk.get("/dokumen/<int:document_id>/halaman/<int:page>.png")
@opens(*READERS)
def show_page(document_id: int, page: int) -> ResponseReturnValue:
    """404 for what is past the last page; what cannot be drawn is told in words, 422."""
    try:
        drawn = picture(_read(_pdf_of(document_id, record_look)), page)
    except RenderFailed:
        return Response(texts(language())("page-not-drawn", number=page), 422, mimetype="text/plain")
    if drawn is None:
        return Response(status=404)  # no look at a record that is not there: nothing to note
    response = send_file(BytesIO(drawn), mimetype="image/png")
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _pdf_of(document_id: int, record: Callable[..., None]) -> str:
    """Where it lies; the look is recorded."""
    with parts().database.writing() as session:
        document = session.get(Document, document_id)
        case = session.get(Case, document.case_id) if document else None
        if document is None or case is None or document.object_key is None or not may_see(actor(), case):
            raise NotFound
        record(
            session, actor(), "document_viewed", case_id=case.id, subject=f"document:{document.id}", at=parts().clock()
        )
        return document.object_key


@desk.get("/percakapan/berkas/<int:enclosure_id>")
@opens(*OFFICERS_WHO_TALK)
def show_enclosure(enclosure_id: int) -> ResponseReturnValue:
    with parts().database.writing() as session:
        enclosure = session.get(Enclosure, enclosure_id)
        ticket = session.get_one(Ticket, enclosure.ticket_id) if enclosure else None
        if enclosure is None or ticket is None or ticket.office_id != actor().office_id:
            raise NotFound
        audit.record(session, actor(), "upload_viewed", subject=f"enclosure:{enclosure.id}")
    return _serve(enclosure.object_key, "application/pdf", f"berkas-{enclosure.id}")


def _case_of(session: Session, who: Actor, upload: Upload) -> int | None:
    """The case of the paper the file belongs to. A file of the chat is seen by an office the contact deals with,
    one that came with a complaint by a supervisor alone."""
    if upload.paper_id is not None:
        case = session.get_one(Case, session.get_one(Paper, upload.paper_id).case_id)
        if not may_see(who, case):
            raise NotFound
        return case.id
    if _is_private(session, upload):
        may = bool(who.roles & COMPLAINT_READERS) and reads_private(session, who, upload.contact_id)
        may = may and (Role.PROVINCE in who.roles or _deals_with(session, who, upload.contact_id))
    else:
        may = bool(who.roles & CHECKERS) and _deals_with(session, who, upload.contact_id)
    if not may:
        raise NotFound
    return None


def _is_private(session: Session, upload: Upload) -> bool:
    if upload.message_sid is None:
        return False
    brought = select(Event).where(col(Event.channel).in_(Channel), Event.message_sid == upload.message_sid)
    return any(event.private for event in session.exec(brought))


def _deals_with(session: Session, who: Actor, contact_id: int) -> bool:
    records = (Ticket, Case, Complaint) if who.roles & COMPLAINT_READERS else (Ticket, Case)
    theirs = (select(each.id).where(each.contact_id == contact_id, each.office_id == who.office_id) for each in records)
    return any(session.exec(query.limit(1)).first() for query in theirs)


def _read(key: str) -> bytes:
    """What is not there, or cannot be read, is among what needs attention from now on."""
    try:
        return parts().store.get(key)
    except (ObjectMissing, Unreadable) as fault:
        troubles.lost(parts().database, key, fault)
        raise NotFound from None
    except OSError as fault:
        troubles.lost(parts().database, key, fault)
        abort(503)


def _serve(key: str, media_type: str, name: str) -> Response:
    data = _read(key)
    ending = SHOWN.get(media_type)
    response = send_file(
        BytesIO(data),
        mimetype=media_type if ending else "application/octet-stream",
        as_attachment=ending is None,
        download_name=f"{name}.{ending or 'bin'}",
    )
    policy = PDF_POLICY if media_type == "application/pdf" else f"{FRAMED}; sandbox"
    response.headers["Content-Security-Policy"] = policy
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["Cache-Control"] = "private, no-store"
    return response
