"""One ended case: what the citizen gave for it goes, its number, service and dates stay for statistics and audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM
from registry.catalogue.subjects import initials, person_named
from registry.issuing.ways import BY_HAND
from registry.lifecycle import ENDED
from registry.models import (
    AnswerChange,
    Case,
    CaseWord,
    Conversation,
    Document,
    Letter,
    Note,
    Paper,
    Rating,
    Shipment,
    Upload,
)
from registry.moves import LOCK
from registry.retention import contacts, files
from registry.retention.drafts import uploads_in
from registry.retention.remnants import leave_objects
from registry.vault import Unreadable


def erase_case(session: Session, case_id: int, at: datetime) -> Counter[str]:
    """What was deleted, by kind. Nothing for a case that still runs or was erased before."""
    contact_id, relative_id = session.exec(select(Case.contact_id, Case.relative_id).where(Case.id == case_id)).one()
    contact = contacts.hold(session, contact_id)  # contact, then case, as everywhere
    relative = contacts.hold(session, relative_id) if relative_id else None
    case = session.get_one(Case, case_id, populate_existing=True, with_for_update=LOCK)
    if case.state not in ENDED or case.erased_at is not None:
        return Counter()
    counts = Counter(
        answers=len(case.answers), photos=_papers(session, case_id, at), pdfs=_documents(session, case, at)
    )
    session.execute(update(Rating).where(col(Rating.case_id) == case_id).values(comment=None))
    session.execute(delete(Note).where(col(Note.case_id) == case_id))
    session.execute(delete(Letter).where(col(Letter.case_id) == case_id))
    session.execute(delete(CaseWord).where(col(CaseWord.case_id) == case_id))
    session.execute(delete(AnswerChange).where(col(AnswerChange.case_id) == case_id))
    case.answers, case.flags, case.reason, case.asked, case.erased_at = {}, [], None, None, at
    case.nik_index, case.kk_index, case.relative_id = None, None, None
    session.add(case)
    fields = tuple(f"{kind}:{count}" for kind, count in sorted(counts.items()))
    audit.record(session, SYSTEM, "case_erased", office_id=case.office_id, case_id=case_id, fields=fields, at=at)
    forgotten = sum(contacts.forget_if_bare(session, each, at) for each in (contact, relative) if each)
    return counts + Counter(cases=1, contacts=forgotten)


def _papers(session: Session, case_id: int, at: datetime) -> int:
    papers = select(Paper.id).where(Paper.case_id == case_id)
    uploads = session.exec(select(Upload).where(col(Upload.paper_id).in_(papers))).all()
    drafted = _drafted(session, case_id)
    for upload in uploads:
        if upload.id in drafted:  # to be used again in a request not sent yet: it is that one's now
            upload.paper_id = None
    uploads = [upload for upload in uploads if upload.id not in drafted]
    session.execute(update(Paper).where(col(Paper.case_id) == case_id).values(reason=None))
    return files.drop(session, uploads, at)


def _drafted(session: Session, case_id: int) -> set[int]:
    of_case = select(Conversation).join(Case, col(Case.contact_id) == Conversation.contact_id).where(Case.id == case_id)
    try:
        conversation = session.exec(of_case).first()
    except Unreadable:  # a draft that nobody can go on with
        return set()
    return uploads_in(conversation.data) if conversation else set()


def _documents(session: Session, case: Case, at: datetime) -> int:
    """A PDF of SIAK's is a copy here: its original stands there. The office's own papers, and the scans of what
    was signed by hand, are its records, and stay."""
    documents = session.exec(select(Document).where(Document.case_id == case.id)).all()
    _envelopes(session, [document.id for document in documents])
    copies = [each for each in documents if each.object_key and each.source == "siak" and each.via != BY_HAND]
    leave_objects(session, [str(document.object_key) for document in copies], at)
    for document in copies:
        document.object_key = None
    for document in documents:
        document.stuck, document.holder = None, None
        document.number = document.number_index = None  # the index tells the number to who holds its key
        document.siak_number = None  # it names the person's record there
        document.initials = initials(person_named(case))[:80]
        session.add(document)
    return len(copies)


def _envelopes(session: Session, document_ids: Sequence[int]) -> None:
    sent = update(Shipment).where(col(Shipment.document_id).in_(document_ids))
    session.execute(sent.values(address={}, tracking_number=None).execution_options(synchronize_session=False))
