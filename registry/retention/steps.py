"""What is done with each thing that is due, in a transaction of its own. Done twice it does nothing the second time."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry.models import (
    AnswerState,
    Complaint,
    Conversation,
    DataRequest,
    Event,
    EventState,
    Filing,
    FormAnswer,
    Upload,
    VanEntry,
)
from registry.retention import contacts, files, messages
from registry.retention.drafts import uploads_in
from registry.retention.due import OfContact
from registry.retention.remnants import leave_objects


def let_messages_go(session: Session, found: OfContact, at: datetime) -> Counter[str]:
    contact = contacts.hold(session, found.contact_id)
    if contacts.has_unerased_case(session, contact.id):
        return Counter()
    kept = col(Event.id).in_(found.ids), col(Event.erased_at).is_(None), Event.state != EventState.PENDING
    done = messages.erase(session, contact.id, session.exec(select(Event).where(*kept)).all(), at)
    return done + Counter(contacts=contacts.forget_if_bare(session, contact, at))


def drop_uploads(session: Session, found: OfContact, at: datetime) -> Counter[str]:
    """But for those in a draft that the citizen is still at."""
    contact = contacts.hold(session, found.contact_id)
    conversation = session.get(Conversation, contact.id)
    drafted = uploads_in(conversation.data) if conversation else set()
    loose = col(Upload.id).in_(set(found.ids) - drafted), col(Upload.paper_id).is_(None)
    done = Counter(photos=files.drop(session, session.exec(select(Upload).where(*loose)).all(), at))
    return done + Counter(contacts=contacts.forget_if_bare(session, contact, at))


def drop_forms(session: Session, found: OfContact, at: datetime) -> Counter[str]:
    contact = contacts.hold(session, found.contact_id)
    done = Counter(forms=files.drop_forms(session, contact.id, found.ids))
    return done + Counter(contacts=contacts.forget_if_bare(session, contact, at))


def clear_complaint(session: Session, complaint_id: int, at: datetime) -> Counter[str]:
    complaint = session.get_one(Complaint, complaint_id)
    complaint.words = complaint.answer = None
    session.add(complaint)
    return Counter(complaints=1)


def clear_request(session: Session, request_id: int, at: datetime) -> Counter[str]:
    request = session.get_one(DataRequest, request_id)
    request.words, request.answer, request.erased_at = None, None, at
    session.add(request)
    return Counter(requests=1)


def drop_filings(session: Session, until: datetime, at: datetime) -> Counter[str]:
    gone = session.execute(delete(Filing).where(col(Filing.filed_at) < until).returning(col(Filing.office_id)))
    return Counter(filings=len(gone.all()))


def drop_van_entry(session: Session, entry_id: int, at: datetime) -> Counter[str]:
    entry = session.get(VanEntry, entry_id)
    if entry is None:
        return Counter()
    leave_objects(session, [entry.object_key] if entry.object_key else [], at)
    session.delete(entry)
    return Counter(van_entries=1)


def empty_answer(session: Session, answer_id: int, at: datetime) -> Counter[str]:
    """That it was here stays known, so that no import brings it back."""
    answer = session.get_one(FormAnswer, answer_id, populate_existing=True, with_for_update=True)
    if answer.cells is None:
        return Counter()
    answer.cells, answer.state, answer.settled_at = None, AnswerState.DROPPED, at
    return Counter(answers=1)


def drop_copy(session: Session, request_id: int, at: datetime) -> Counter[str]:
    request = session.get_one(DataRequest, request_id)
    leave_objects(session, [request.object_key] if request.object_key else [], at)
    request.object_key = None
    session.add(request)
    return Counter(copies=1)
