"""The copy of their data that a citizen gets: everything of one contact, gathered as plain data and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry import families
from registry.actors import SYSTEM
from registry.models import (
    AnswerChange,
    AuditEntry,
    Case,
    Complaint,
    Contact,
    Conversation,
    DataRequest,
    Document,
    Enclosure,
    Event,
    EventKind,
    Office,
    Outgoing,
    Paper,
    Rating,
    Shipment,
    SuketHolder,
    Upload,
    VanBooking,
    VanVisit,
)
from registry.models import DataRequestKind as Kind
from registry.models import DataRequestState as State
from registry.models.rights import OPEN
from registry.moves import LOCK
from registry.rights.data_requests import end, tell

PDF = "application/pdf"
LOOKS = ("case_viewed", "upload_viewed", "document_viewed")


@dataclass(frozen=True)
class File:
    """`id` is the one it has in the copy's data."""

    id: str
    key: str
    media_type: str


@dataclass(frozen=True, repr=False)
class Copy:
    """`data` is what JSON can hold."""

    number: str
    language: str
    timezone: str
    data: dict[str, Any]
    files: Sequence[File]


def to_make(session: Session) -> Sequence[int]:
    """Requests whose officer is sure who asks."""
    sure = OPEN, DataRequest.kind == Kind.ACCESS, DataRequest.state == State.CONFIRMED
    return session.exec(select(DataRequest.id).where(*sure).order_by(col(DataRequest.id))).all()


def hand_in(session: Session, request_id: int, key: str, at: datetime) -> bool:
    """The copy lies in the store under `key`: the citizen is told. False when another run was first."""
    request = session.get_one(DataRequest, request_id, populate_existing=True, with_for_update=LOCK)
    if request.state is not State.CONFIRMED:
        return False
    request.object_key = key
    end(session, SYSTEM, request, State.DONE, "copy_made", at)
    tell(session, request, "copy_ready", at)
    return True


def gather(session: Session, request_id: int, at: datetime) -> Copy:
    request = session.get_one(DataRequest, request_id)
    contact = session.get_one(Contact, request.contact_id)
    uploads = session.exec(select(Upload).where(Upload.contact_id == contact.id).order_by(col(Upload.id))).all()
    enclosed = session.exec(select(Enclosure).where(Enclosure.contact_id == contact.id).order_by(col(Enclosure.id)))
    sent = enclosed.all()
    kept = [File(str(each.id), each.object_key, each.media_type or "") for each in uploads if each.object_key]
    kept += [File(_enclosure(each)["file"], each.object_key, PDF) for each in sent]
    cases = session.exec(select(Case).where(Case.contact_id == contact.id).order_by(col(Case.id))).all()
    data = {
        "number": request.number,
        "made_at": _when(at),
        "contact": _contact(contact),
        **_filing(session, contact),
        "cases": [_case(session, case) for case in cases],
        "van": _van(session, contact.id),
        "draft": _draft(session, contact.id),
        "files": [_file(upload) for upload in uploads],
        "enclosures": [_enclosure(each) for each in sent],
        "messages": _messages(session, contact.id),
        "complaints": _complaints(session, contact.id),
        "requests": _requests(session, contact.id),
    }
    zone = session.get_one(Office, request.office_id).timezone
    return Copy(request.number, contact.language, zone, data, kept)


def _contact(contact: Contact) -> dict[str, Any]:
    return {
        "address": contact.address,
        "channel": contact.channel.value,
        "language": contact.language,
        "since": _when(contact.created_at),
        "no_notices_since": _when(contact.opted_out_at),
        "flags": contact.flags,
    }


def _filing(session: Session, contact: Contact) -> dict[str, Any]:
    """For how many families the telephone filed lately, never for which; and whom the office knows it as."""
    filed, helpers = families.kept_of(session, contact)
    return {
        "families": [_when(at) for at in filed],
        "helper": [
            {"office": session.get_one(Office, each.office_id).name, "name": each.name, "role": each.role.value}
            for each in helpers
        ],
    }


def _case(session: Session, case: Case) -> dict[str, Any]:
    papers = session.exec(select(Paper).where(Paper.case_id == case.id).order_by(col(Paper.id))).all()
    rating = session.exec(select(Rating).where(Rating.case_id == case.id)).first()
    listed = session.exec(select(SuketHolder.id).where(SuketHolder.case_id == case.id)).first()
    return {
        "number": case.number,
        "service": case.service,
        "office": session.get_one(Office, case.office_id).name,
        "state": case.state.value,
        "opened_at": _when(case.opened_at),
        "closed_at": _when(case.closed_at),
        "erased_at": _when(case.erased_at),
        "answers": case.answers,
        "corrections": _corrections(session, case.id),
        "reason": case.reason,
        "flags": case.flags,
        "suket_listed": listed is not None,
        "papers": [{"paper": paper.key, "state": paper.state.value, "reason": paper.reason} for paper in papers],
        "documents": _documents(session, case.id),
        "rating": {"score": rating.score, "comment": rating.comment} if rating else None,
        "looked_at": _looks(session, case.id),
    }


def _corrections(session: Session, case_id: int) -> list[dict[str, Any]]:
    """Answers put right since: what stood there, and what does; who did it goes by the number citizens hear."""
    changes = select(AnswerChange).where(AnswerChange.case_id == case_id).order_by(col(AnswerChange.id))
    return [
        {
            "answer": each.key,
            "before": each.before,
            "after": each.after,
            "at": _when(each.at),
            "by": f"P-{each.officer_id:02d}" if each.officer_id else None,
            "agreed_by": each.consent,
        }
        for each in session.exec(changes)
    ]


def _documents(session: Session, case_id: int) -> list[dict[str, Any]]:
    found = session.exec(select(Document).where(Document.case_id == case_id).order_by(col(Document.id))).all()
    sent = session.exec(select(Shipment).where(col(Shipment.document_id).in_([each.id for each in found]))).all()
    return [
        {
            "document": each.template or each.kind,
            "state": each.state.value,
            "issued_at": _when(each.issued_at),
            "sent_to": [
                {**envelope.address, "tracking_number": envelope.tracking_number}
                for envelope in sent
                if envelope.document_id == each.id
            ],
        }
        for each in found
    ]


def _looks(session: Session, case_id: int) -> list[dict[str, Any]]:
    """When officers opened the record, and which: by the number that citizens hear, not by name."""
    looks = select(AuditEntry).where(AuditEntry.case_id == case_id, col(AuditEntry.action).in_(LOOKS))
    rows = session.exec(looks.order_by(col(AuditEntry.id))).all()
    return [{"at": _when(row.at), "officer": f"P-{row.officer_id:02d}"} for row in rows if row.officer_id]


def _van(session: Session, contact_id: int) -> list[dict[str, Any]]:
    """Places at mobile vans."""
    mine = select(VanBooking, VanVisit).join(VanVisit, col(VanVisit.id) == VanBooking.visit_id)
    found = session.exec(mine.where(VanBooking.contact_id == contact_id).order_by(col(VanBooking.id))).all()
    return [
        {"code": booked.code, "on": visit.on.isoformat(), "place": visit.place, "people": booked.people,
         "state": booked.state.value}
        for booked, visit in found
    ]  # fmt: skip


def _draft(session: Session, contact_id: int) -> list[dict[str, Any]]:
    """What was answered and not sent yet."""
    conversation = session.get(Conversation, contact_id)
    frames = conversation.data.get("stack", []) if conversation else []
    return [{"flow": frame["flow"], "answers": frame["answers"]} for frame in frames if frame.get("answers")]


def _file(upload: Upload) -> dict[str, Any]:
    return {
        "file": str(upload.id),
        "at": _when(upload.created_at),
        "kind": upload.kind,
        "verdict": upload.verdict,
        "read": upload.read,
    }


def _enclosure(each: Enclosure) -> dict[str, Any]:
    """A PDF that came from an officer."""
    return {"file": f"p-{each.id}", "at": _when(each.created_at)}


def _messages(session: Session, contact_id: int) -> list[dict[str, Any]]:
    """A kode ambil stays a secret of the message it came in."""
    heard = select(Event).where(Event.contact_id == contact_id, Event.kind == EventKind.MESSAGE)
    said = select(Outgoing).where(Outgoing.contact_id == contact_id)
    lines = [
        {"at": _when(event.received_at), "from": "citizen", "text": event.body.get("text", "")}
        for event in session.exec(heard).all()
        if event.erased_at is None
    ]
    lines += [
        {"at": _when(row.created_at), "from": "officer" if row.officer_id else "loket", "text": row.body["text"]}
        for row in session.exec(said).all()
        if row.erased_at is None and not row.body.get("secret")
    ]
    return sorted(lines, key=lambda line: str(line["at"]))


def _complaints(session: Session, contact_id: int) -> list[dict[str, Any]]:
    mine = session.exec(select(Complaint).where(Complaint.contact_id == contact_id).order_by(col(Complaint.id))).all()
    return [
        {"number": each.number, "at": _when(each.created_at), "words": each.words, "answer": each.answer}
        for each in mine
    ]


def _requests(session: Session, contact_id: int) -> list[dict[str, Any]]:
    mine = select(DataRequest).where(DataRequest.contact_id == contact_id).order_by(col(DataRequest.id))
    return [
        {"number": each.number, "at": _when(each.created_at), "state": each.state.value, "words": each.words,
         "answer": each.answer}
        for each in session.exec(mine).all()
    ]  # fmt: skip


def _when(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at else None
