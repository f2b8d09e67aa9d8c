"""HAPUS DATA: what a citizen asked to have deleted goes, a short transaction at a time, as soon as no case runs."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, or_, select

from registry.actors import SYSTEM
from registry.database import Database
from registry.lifecycle import ENDED
from registry.models import Case, Complaint, Contact, DataRequest, Upload
from registry.models import DataRequestKind as Kind
from registry.models import DataRequestState as State
from registry.models.rights import KEPT, OPEN
from registry.moves import LOCK
from registry.retention import contacts, files, messages
from registry.retention.cases import erase_case
from registry.retention.journal import Journal
from registry.retention.steps import clear_complaint, clear_request, drop_copy
from registry.rights import data_requests
from registry.rights.data_requests import TERM

RUNS = select(col(Case.id)).where(Case.contact_id == DataRequest.contact_id, col(Case.state).not_in(ENDED)).exists()


def run(database: Database, journal: Journal, at: datetime, seconds: float) -> int:
    """Works off the requests whose time has come, until the time is over. Returns how many were finished."""
    deadline, finished = time.monotonic() + seconds, 0
    for request_id in _due(database):
        while time.monotonic() < deadline:
            with database.writing() as session:
                more = _step(session, journal, request_id, at)
            if not more:
                break
        with database.reading() as session:
            finished += session.get_one(DataRequest, request_id).state is State.DONE
    return finished


def _due(database: Database) -> Sequence[int]:
    ready = or_(col(DataRequest.state) == State.CONFIRMED, ~RUNS)
    wanted = select(col(DataRequest.id)).where(OPEN, DataRequest.kind == Kind.DELETE, ready)
    with database.reading() as session:
        return session.exec(wanted.order_by(col(DataRequest.id))).all()


def _step(session: Session, journal: Journal, request_id: int, at: datetime) -> bool:
    """One bite. False when all is done, or the rest must wait. The counts are kept with what they count."""
    contact_id = session.exec(select(DataRequest.contact_id).where(DataRequest.id == request_id)).one()
    contact = contacts.hold(session, contact_id)
    request = session.get_one(DataRequest, request_id, populate_existing=True, with_for_update=LOCK)
    if not _is_ready(session, request, at):
        return False
    done = _erase(session, journal, contact, request, at)
    request.counts = dict(Counter(request.counts) + done)
    session.add(request)
    if done:
        journal.contact_erased(contact.id, request.created_at, request.confirmed_at or at)
        return True
    if not messages.is_answer_under_way(session, contact.id):
        _finish(session, request, at)
    return False


def _is_ready(session: Session, request: DataRequest, at: datetime) -> bool:
    """Looked at again under the lock: the citizen may have taken it back, or sent something new."""
    if request.state is State.CONFIRMED:
        return True
    if request.state is not State.WAITING or data_requests.running_cases(session, request.contact_id):
        return False
    request.state, request.confirmed_at, request.due_at = State.CONFIRMED, at, at + TERM
    session.add(request)
    return True


def _erase(session: Session, journal: Journal, contact: Contact, request: DataRequest, at: datetime) -> Counter[str]:
    """The next thing that is still there: an ended case, then the rest."""
    ended = select(Case.id).where(
        Case.contact_id == contact.id, col(Case.erased_at).is_(None), col(Case.state).in_(ENDED)
    )
    if (case_id := session.exec(ended.limit(1)).first()) is not None:
        done = erase_case(session, case_id, at)
        journal.case_erased(session, case_id)
        return done
    return erase_words(session, contact, request.created_at, request.confirmed_at or at, at)


def erase_words(session: Session, contact: Contact, asked: datetime, until: datetime, at: datetime) -> Counter[str]:
    """A batch of the messages that came until then, or what lies loose since before it was asked. The caller holds
    the contact."""
    if events := messages.before(session, contact.id, until):
        return messages.erase(session, contact.id, events, at)
    return messages.erase_answers(session, contact.id, at) + _loose(session, contact, asked, at)


def _loose(session: Session, contact: Contact, asked: datetime, at: datetime) -> Counter[str]:
    """Photos that belong to no case; what came after the request is of something new."""
    mine = Upload.contact_id == contact.id, col(Upload.paper_id).is_(None), Upload.created_at <= asked
    photos = files.drop(session, session.exec(select(Upload).where(*mine)).all(), at)
    forms = files.drop_forms(session, contact.id)
    return Counter(photos=photos, forms=forms) + _answered(session, contact, at)


def _answered(session: Session, contact: Contact, at: datetime) -> Counter[str]:
    """Words of complaints and requests that have their answer, and copies of data made before."""
    told = (
        Complaint.contact_id == contact.id,
        col(Complaint.words).is_not(None),
        col(Complaint.answered_at).is_not(None),
    )
    done = Counter[str]()
    for complaint_id in session.exec(select(Complaint.id).where(*told)).all():
        done += clear_complaint(session, complaint_id, at)
    for request_id in session.exec(select(DataRequest.id).where(DataRequest.contact_id == contact.id, KEPT)).all():
        drop_copy(session, request_id, at)
        done += clear_request(session, request_id, at)
    return done


def _finish(session: Session, request: DataRequest, at: datetime) -> None:
    data_requests.end(session, SYSTEM, request, State.DONE, "data_request_done", at)
    fields = tuple(f"{kind}:{count}" for kind, count in sorted(request.counts.items()))
    data_requests.record(session, SYSTEM, request, "data_erased", at, fields=fields)
    data_requests.tell(session, request, "data_erased", at, counts=request.counts)
