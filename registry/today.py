"""An office's day in numbers: what waits, what is late or will be, and what was done since the morning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, select

from registry.actors import Actor, NotFound
from registry.lifecycle import CaseState, DocumentState
from registry.models import AuditEntry, Case, Office
from registry.models.cases import IN_QUEUE, is_late
from registry.queue import document_counts

D = DocumentState
WORK = (D.IN_SIAK, D.AWAITING_SIGNATURE, D.TO_SIGN_BY_HAND, D.TO_PRINT, D.TO_POST)
DONE = (
    "case_opened", "case_approved", "paper_refused", "case_refused", "document_signed", "document_issued",
    "card_printed", "card_posted", "ticket_closed",
)  # fmt: skip
COUNTED = (*DONE, "sent_by_siak")  # which issues a document, too


@dataclass(frozen=True)
class Today:
    """`documents` by what they wait for; `done` by the event's name. A number that is 0 is there too."""

    mine: int
    unclaimed: int
    late: int
    due: int  # promised for the rest of today
    documents: Mapping[DocumentState, int]
    done: Mapping[str, int]


def today(session: Session, actor: Actor, at: datetime) -> Today:
    """Three statements, each on an index of what is open or of today. Raises NotFound for who has no office."""
    if actor.office_id is None:
        raise NotFound
    office = session.get_one(Office, actor.office_id)
    morning = at.astimezone(ZoneInfo(office.timezone)).replace(hour=0, minute=0, second=0, microsecond=0)
    counted = (
        _count(col(Case.officer_id) == actor.officer_id),
        _count(and_(col(Case.officer_id).is_(None), col(Case.state) == CaseState.SUBMITTED)),
        _count(is_late(at)),
        _count(col(Case.promised_at).between(at, morning + timedelta(days=1))),
    )
    mine, unclaimed, late, due = session.execute(select(*counted).where(Case.office_id == office.id, IN_QUEUE)).one()
    documents = document_counts(session, office.id, WORK)
    return Today(mine, unclaimed, late, due, documents=documents, done=_done(session, office.id, morning))


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count().filter(condition)


def _done(session: Session, office_id: int, since: datetime) -> Mapping[str, int]:
    wanted = (
        select(col(AuditEntry.action), func.count())
        .where(
            AuditEntry.office_id == office_id,
            AuditEntry.at >= since,
            col(AuditEntry.action).in_(COUNTED),
        )
        .group_by(col(AuditEntry.action))
    )
    found = dict(session.exec(wanted).all())
    found["document_issued"] = found.get("document_issued", 0) + found.pop("sent_by_siak", 0)
    return {action: found.get(action, 0) for action in DONE}
