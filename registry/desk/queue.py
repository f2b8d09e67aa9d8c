"""What the back office reads: pages of the queue, counts, and one case with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, tuple_
from sqlalchemy import select as count
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.desk.sieve import EVERYTHING, Sieve
from registry.lifecycle import ENDED, WAITING_FOR_OFFICE, CaseState, DocumentState
from registry.models import AuditEntry, Case, Contact, Document, Paper, PaperState, Shipment, Upload
from registry.models.cases import HAS_ENDED, IN_QUEUE, IS_OPEN, NOT_HERE
from registry.moves import may_see

LIVE = tuple(state for state in CaseState if state not in ENDED)
INDEXED = {frozenset(WAITING_FOR_OFFICE): IN_QUEUE, frozenset(LIVE): IS_OPEN}  # word for word as the indexes have it


@dataclass(frozen=True)
class CaseFile:
    """One case as the counter needs it. `uploads` are by paper id, oldest first; `shipments` by document id."""

    case: Case
    contact: Contact
    papers: list[Paper]
    uploads: dict[int, list[Upload]]
    documents: list[Document]
    shipments: dict[int, list[Shipment]]

    @property
    def lacking(self) -> list[Paper]:
        """Without these the case cannot be approved."""
        return [paper for paper in self.papers if paper.state in NOT_HERE]

    @property
    def refused(self) -> int:
        """How many papers the citizen is asked for again."""
        return sum(paper.state is PaperState.REFUSED for paper in self.papers)


SENT_BACK = and_(col(Document.state) == DocumentState.IN_SIAK, col(Document.sent_back_at).is_not(None))


def page(
    session: Session,
    office_id: int,
    states: Sequence[CaseState] = WAITING_FOR_OFFICE,
    *,
    sieve: Sieve = EVERYTHING,
    after: tuple[datetime, int] | None = None,
    limit: int = 25,
) -> list[Case]:
    """First in, first out. `after` is (queued_at, id) of the last case of the page before."""
    wanted = select(Case).where(Case.office_id == office_id, *sieve.conditions())
    indexed = INDEXED.get(frozenset(states))
    wanted = wanted.where(col(Case.state).in_(states) if indexed is None else indexed)
    if after is not None:
        wanted = wanted.where(tuple_(col(Case.queued_at), col(Case.id)) > after)
    return list(session.exec(wanted.order_by(col(Case.queued_at), col(Case.id)).limit(limit)))


def ended(
    session: Session,
    office_id: int,
    states: Sequence[CaseState] = ENDED,
    *,
    sieve: Sieve = EVERYTHING,
    after: Case | None = None,
    limit: int = 25,
) -> list[Case]:
    """The newest first. `after` is the last case of the page before."""
    wanted = select(Case).where(Case.office_id == office_id, HAS_ENDED, *sieve.conditions())
    if set(states) != set(ENDED):
        wanted = wanted.where(col(Case.state).in_(states))
    if sieve.ended_since:
        wanted = wanted.where(col(Case.closed_at) >= sieve.ended_since)
    if after is not None:
        wanted = wanted.where(tuple_(col(Case.closed_at), col(Case.id)) < (after.closed_at, after.id))
    return list(session.exec(wanted.order_by(col(Case.closed_at).desc(), col(Case.id).desc()).limit(limit)))


def unclaimed(
    session: Session, office_id: int, officer_id: int, sieve: Sieve = EVERYTHING, limit: int = 10
) -> Sequence[int]:
    """The oldest cases nobody holds; one of the officer's own that came back from its citizen counts as well. Whose
    papers are still to be brought (the service clock stands still) can be found, and is nobody's next."""
    free = or_(col(Case.officer_id).is_(None), col(Case.officer_id) == officer_id)
    ready = col(Case.state) == CaseState.SUBMITTED, col(Case.promised_at).is_not(None)
    wanted = select(Case.id).where(Case.office_id == office_id, IN_QUEUE, *ready, free)
    wanted = wanted.where(*sieve.conditions()).order_by(col(Case.queued_at), col(Case.id))
    return session.exec(wanted.limit(limit)).all()


def counts(
    session: Session, office_id: int, states: Sequence[CaseState] = LIVE, sieve: Sieve = EVERYTHING
) -> dict[CaseState, int]:
    """How many cases of the office are in each of `states`; ended ones are many, and left out unless asked for."""
    wanted = (
        select(col(Case.state), func.count())
        .where(Case.office_id == office_id, col(Case.state).in_(states), *sieve.conditions())
        .group_by(col(Case.state))
    )
    found = dict(session.exec(wanted).all())
    return {state: found.get(state, 0) for state in states}


def documents(
    session: Session,
    office_id: int,
    states: Sequence[DocumentState],
    *,
    sieve: Sieve = EVERYTHING,
    after: int = 0,
    limit: int = 25,
) -> list[tuple[Document, Case]]:
    """The work of the signatory, of printing and of the post, oldest first. `after` is the last document's id."""
    wanted = (
        select(Document, Case)
        .join(Case, col(Case.id) == Document.case_id)
        .where(Document.office_id == office_id, col(Document.state).in_(states), col(Document.id) > after)
    )
    wanted = wanted.where(*sieve.conditions())
    if sieve.sent_back:
        wanted = wanted.where(SENT_BACK)
    return [(document, case) for document, case in session.exec(wanted.order_by(col(Document.id)).limit(limit))]


def latest_of(session: Session, contact_id: int, office_id: int, limit: int = 10) -> list[Case]:
    """A contact's cases in one office, the newest first."""
    mine = select(Case).where(Case.contact_id == contact_id, Case.office_id == office_id)
    return list(session.exec(mine.order_by(col(Case.id).desc()).limit(limit)))


def about_the_same(session: Session, case: Case, limit: int = 10) -> list[Case]:
    """The office's other cases about the same NIK, the newest first."""
    if case.nik_index is None:
        return []
    others = Case.office_id == case.office_id, Case.nik_index == case.nik_index, Case.id != case.id
    return list(session.exec(select(Case).where(*others).order_by(col(Case.id).desc()).limit(limit)))


def document_counts(
    session: Session, office_id: int, states: Sequence[DocumentState], sieve: Sieve = EVERYTHING
) -> dict[DocumentState, int]:
    """How many documents of the office are in each of `states`."""
    wanted = select(col(Document.state), func.count()).where(
        Document.office_id == office_id, col(Document.state).in_(states)
    )
    if narrowed := list(sieve.conditions()):
        wanted = wanted.join(Case, col(Case.id) == Document.case_id).where(*narrowed)
    found = dict(session.exec(wanted.group_by(col(Document.state))).all())
    return {state: found.get(state, 0) for state in states}


def sent_back(office_id: int) -> Select[Any]:
    """How much the signatory sent back that is not made anew yet."""
    return count(func.count()).select_from(Document).where(col(Document.office_id) == office_id, SENT_BACK)


def load_case(session: Session, actor: Actor, case_id: int, *, looked: bool, at: datetime) -> CaseFile:
    """Six short queries. `looked`: a person opened the record, which is audited; a poll of the same page is no look."""
    case = session.get(Case, case_id)
    if case is None or not may_see(actor, case):
        raise NotFound
    papers = list(session.exec(select(Paper).where(Paper.case_id == case_id).order_by(col(Paper.id))))
    made = list(session.exec(select(Document).where(Document.case_id == case_id).order_by(col(Document.id))))
    file = CaseFile(
        case=case,
        contact=session.get_one(Contact, case.contact_id),
        papers=papers,
        uploads=_uploads(session, [paper.id for paper in papers]),
        documents=made,
        shipments=_shipments(session, [document.id for document in made]),
    )
    if looked:
        audit.record(session, actor, "case_viewed", office_id=case.office_id, case_id=case.id, at=at)
    return file


def history(session: Session, case_id: int) -> list[AuditEntry]:
    """What happened to the case, in order."""
    return list(session.exec(select(AuditEntry).where(AuditEntry.case_id == case_id).order_by(col(AuditEntry.id))))


def _uploads(session: Session, paper_ids: list[int]) -> dict[int, list[Upload]]:
    found: dict[int, list[Upload]] = {paper_id: [] for paper_id in paper_ids}
    for upload in session.exec(select(Upload).where(col(Upload.paper_id).in_(paper_ids)).order_by(col(Upload.id))):
        found[upload.paper_id or 0].append(upload)
    return found


def _shipments(session: Session, document_ids: list[int]) -> dict[int, list[Shipment]]:
    found: dict[int, list[Shipment]] = {document_id: [] for document_id in document_ids}
    for shipment in session.exec(
        select(Shipment).where(col(Shipment.document_id).in_(document_ids)).order_by(col(Shipment.id))
    ):
        found[shipment.document_id].append(shipment)
    return found
