"""What the back office reads: pages of the queue, counts, and one case with all that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, and_, cast, func, tuple_
from sqlalchemy import select as count
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import ENDED, WAITING_FOR_OFFICE, CaseState, DocumentState
from registry.models import AuditEntry, Case, Contact, Document, Paper, PaperState, Shipment, Upload
from registry.models.cases import IN_QUEUE, NOT_HERE, is_late
from registry.moves import may_see

LIVE = tuple(state for state in CaseState if state not in ENDED)


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


@dataclass(frozen=True)
class Sieve:
    """Which of the cases that wait are shown; what is left out narrows nothing. They are few beside the ended ones."""

    service: str | None = None
    district: str | None = None  # a kecamatan's code
    held_by: int | None = None  # an officer
    unclaimed: bool = False
    late_at: datetime | None = None  # those whose promise ran out before
    moved: bool = False  # those whose citizen was told of a later promise
    due: tuple[datetime, datetime] | None = None  # those promised for a time between
    flagged: bool = False
    sent_back: bool = False  # of the documents in SIAK, those that the signatory sent back

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        if self.service:
            yield col(Case.service) == self.service
        if self.district:
            yield col(Case.district) == self.district
        if self.held_by:
            yield col(Case.officer_id) == self.held_by
        if self.unclaimed:
            yield col(Case.officer_id).is_(None)
        if self.flagged:
            yield cast(col(Case.flags), String) != "[]"
        yield from self._promises()

    def _promises(self) -> Iterator[ColumnElement[bool]]:
        if self.late_at:
            yield is_late(self.late_at)
        if self.moved:
            yield col(Case.promise_moves) > 0
        if self.due:
            yield col(Case.promised_at).between(*self.due)


EVERYTHING = Sieve()
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
    if set(states) == set(WAITING_FOR_OFFICE):
        wanted = wanted.where(IN_QUEUE)  # word for word the condition of the index
    else:
        wanted = wanted.where(col(Case.state).in_(states))
    if after is not None:
        wanted = wanted.where(tuple_(col(Case.queued_at), col(Case.id)) > after)
    return list(session.exec(wanted.order_by(col(Case.queued_at), col(Case.id)).limit(limit)))


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


def document_counts(session: Session, office_id: int, states: Sequence[DocumentState]) -> dict[DocumentState, int]:
    """How many documents of the office are in each of `states`."""
    wanted = (
        select(col(Document.state), func.count())
        .where(Document.office_id == office_id, col(Document.state).in_(states))
        .group_by(col(Document.state))
    )
    found = dict(session.exec(wanted).all())
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
