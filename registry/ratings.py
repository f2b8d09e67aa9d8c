"""How citizens liked it: asked once a case, not about a death, and nobody twice within a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.catalogue.sorrow import is_about_death
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document, Rating
from registry.services.service import Service

SELDOM = timedelta(days=30)
SCORES = (3, 2, 1)  # the best first


@dataclass(frozen=True)
class Liked:
    count: int
    average: float


def may_ask(session: Session, case: Case, service: Service, at: datetime) -> bool:
    """Only once everything is in the citizen's hands."""
    if case.state is not CaseState.CLOSED or is_about_death(service, case.answers, at.date()):
        return False
    waiting = select(Document.id).where(
        Document.case_id == case.id, Document.state == DocumentState.ISSUED,
        col(Document.object_key).is_not(None), col(Document.released_at).is_(None),
    )  # fmt: skip
    lately = select(Rating.id).where(Rating.contact_id == case.contact_id, col(Rating.asked_at) > at - SELDOM)
    before = select(Rating.id).where(Rating.case_id == case.id)
    return not any(session.exec(query.limit(1)).first() for query in (waiting, lately, before))


def note_asked(session: Session, case: Case, at: datetime) -> None:
    session.add(Rating(case_id=case.id, contact_id=case.contact_id, office_id=case.office_id, asked_at=at))


def rate(session: Session, contact_id: int, case_id: int, score: int, at: datetime) -> None:
    """The first answer counts. Quiet about a case that was not asked about, or is another's."""
    if (rating := _mine(session, contact_id, case_id)) and rating.score is None and score in SCORES:
        rating.score, rating.answered_at = score, at
        session.add(rating)


def comment(session: Session, contact_id: int, case_id: int, text: str) -> None:
    if rating := _mine(session, contact_id, case_id):
        rating.comment = text
        session.add(rating)


def liked(session: Session, office_id: int, since: datetime) -> Liked:
    """Of the answers since then; one statement, out of an index alone."""
    answered = Rating.office_id == office_id, col(Rating.answered_at) >= since
    count, average = session.exec(select(func.count(), func.avg(Rating.score)).where(*answered)).one()
    return Liked(count, float(average or 0))


def _mine(session: Session, contact_id: int, case_id: int) -> Rating | None:
    return session.exec(select(Rating).where(Rating.case_id == case_id, Rating.contact_id == contact_id)).first()
