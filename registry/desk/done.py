"""What an office did today, of each kind how much and which: what was taken back is not among it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func
from sqlmodel import Session, col, select

from registry.desk.taken_back import taken_back
from registry.models import AuditEntry, Case, Document

DONE: Mapping[str, tuple[str, ...]] = {  # by the first of the log's own names
    "case_opened": ("case_opened",),
    "case_approved": ("case_approved",),
    "paper_refused": ("paper_refused", "asked_again"),
    "case_refused": ("case_refused",),
    "document_signed": ("document_signed",),
    "document_issued": ("document_issued", "sent_by_siak"),
    "card_printed": ("card_printed",),
    "card_posted": ("card_posted",),
    "ticket_closed": ("ticket_closed",),
}


def counts(session: Session, office_id: int, since: datetime) -> dict[str, int]:
    """Two statements. A number that is 0 is there too."""
    actions = [action for several in DONE.values() for action in several]
    wanted = select(col(AuditEntry.action), func.count()).where(_stands(session, office_id, since, actions))
    found = dict(session.exec(wanted.group_by(col(AuditEntry.action))).all())
    return {name: sum(found.get(action, 0) for action in several) for name, several in DONE.items()}


def page(
    session: Session, office_id: int, since: datetime, name: str, after: int | None = None, limit: int = 50
) -> Sequence[AuditEntry]:
    """Just those that are counted, the newest first. `after` is the last one's id on the page before."""
    wanted = select(AuditEntry).where(_stands(session, office_id, since, DONE[name]))
    if after:
        wanted = wanted.where(col(AuditEntry.id) < after)
    return session.exec(wanted.order_by(col(AuditEntry.id).desc()).limit(limit)).all()


def belonging(session: Session, entries: Sequence[AuditEntry]) -> tuple[dict[int, Case], dict[int, Document]]:
    """The cases and the documents that the entries speak of."""
    cases = {entry.case_id for entry in entries if entry.case_id}
    documents = {number for entry in entries if (number := entry.number_of("document"))}
    return (
        {case.id: case for case in session.exec(select(Case).where(col(Case.id).in_(cases)))},
        {each.id: each for each in session.exec(select(Document).where(col(Document.id).in_(documents)))},
    )


def _stands(session: Session, office_id: int, since: datetime, actions: Sequence[str]) -> ColumnElement[bool]:
    undone = taken_back(session, lambda office, at: and_(office == office_id, at >= since))
    return and_(
        col(AuditEntry.office_id) == office_id,
        col(AuditEntry.at) >= since,
        col(AuditEntry.action).in_(actions),
        col(AuditEntry.id).not_in(undone),
    )
