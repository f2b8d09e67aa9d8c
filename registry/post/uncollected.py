"""Cards that nobody fetches, or whose owner has not said how they shall come; and the reminders they get."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.lifecycle import POSTERS, DocumentState, Refused
from registry.models import Case, Document, Office
from registry.models.documents import UNCOLLECTED
from registry.moves import lock_documents, require
from registry.telling import tell_all

WAITING = (DocumentState.READY_FOR_PICKUP, DocumentState.CHOOSING_HANDOVER)
APART = timedelta(days=3)  # between two reminders, and before the first


def waiting(session: Session, office_id: int, after: int | None = None, limit: int = 50) -> list[tuple[Document, Case]]:
    """Whoever waits longest comes first. `after` is the last document of the page before. What waits has moved: the
    index bears the time."""
    since = col(Document.moved_at)
    mine = select(Document.id).where(Document.office_id == office_id, UNCOLLECTED)
    if last := session.get(Document, after) if after else None:
        mine = mine.where(tuple_(since, col(Document.id)) > (last.moved_at, last.id))
    page = session.exec(mine.order_by(since, col(Document.id)).limit(limit)).all()
    found = session.exec(select(Document, Case).join(Case).where(col(Document.id).in_(page))).all()
    return sorted(((document, case) for document, case in found), key=lambda row: page.index(row[0].id))


def next_reminder(document: Document, office: Office) -> datetime | None:
    """From when on; none: it has had them all, or waits no more."""
    if document.state not in WAITING or document.reminders >= office.reminders_most:
        return None
    return (document.reminded_at or document.moved_at or document.created_at) + APART


def may_remind(document: Document, office: Office, at: datetime) -> bool:
    due_at = next_reminder(document, office)
    return due_at is not None and due_at <= at


def remind(session: Session, actor: Actor, document_ids: Collection[int], at: datetime) -> int:
    """Of these whoever may be reminded now, and how many they are. Raises Refused when that is nobody."""
    require(actor, POSTERS)
    office = session.get_one(Office, actor.office_id)
    locked = lock_documents(session, actor, document_ids)
    due = [(document, case) for document, case in locked if may_remind(document, office, at)]
    if not due:
        raise Refused("refused-reminded", most=office.reminders_most, days=APART.days)
    for document, _ in due:
        document.reminders, document.reminded_at = document.reminders + 1, at
        session.add(document)
    audit.record_documents(session, actor, "citizen_reminded", [document for document, _ in due], at)
    fetch = [(case, {"document_id": each.id}) for each, case in due if each.state is DocumentState.READY_FOR_PICKUP]
    choose = [(case, _asked(each)) for each, case in due if each.state is DocumentState.CHOOSING_HANDOVER]
    tell_all(session, fetch, "card_waiting", at)
    tell_all(session, choose, "handover_asked", at)
    return len(due)


def _asked(document: Document) -> dict[str, object]:
    """As it was asked at first."""
    return {"document_id": document.id} | ({"reason": "by_hand"} if document.kind == "pdf" else {})
