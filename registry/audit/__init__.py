"""The audit log: written with the change, sealed into a hash chain afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from registry.actors import Actor
from registry.models import Case, Document
from registry.models.columns import now

ENTERED = insert(SQLModel.metadata.tables["audit"])  # built once: putting it together takes longer than running it


def record(
    session: Session,
    actor: Actor,
    action: str,
    *,
    office_id: int | None = None,
    case_id: int | None = None,
    subject: str | None = None,
    fields: tuple[str, ...] = (),
    at: datetime | None = None,
) -> None:
    """One row, in the transaction of the change it tells of. `fields` are names, never values."""
    row = {
        "at": at or now(),
        "action": action,
        "officer_id": actor.officer_id,
        "contact_id": actor.contact_id,
        "office_id": office_id if office_id is not None else actor.office_id,
        "case_id": case_id,
        "subject": subject,
        "fields": list(fields),
    }
    session.connection().execute(ENTERED, row)


def record_documents(
    session: Session,
    actor: Actor,
    action: str,
    documents: Sequence[Document],
    at: datetime,
    fields: tuple[str, ...] = (),
) -> None:
    """A row for each of them, in one statement."""
    rows = [
        {"office_id": each.office_id, "case_id": each.case_id, "subject": f"document:{each.id}", "fields": list(fields)}
        for each in documents
    ]
    _record_all(session, actor, action, rows, at)


def record_cases(
    session: Session, actor: Actor, action: str, cases: Sequence[Case], at: datetime, subject: str | None = None
) -> None:
    """A row for each of them, in one statement."""
    rows: list[dict[str, Any]] = [
        {"office_id": each.office_id, "case_id": each.id, "subject": subject, "fields": []} for each in cases
    ]
    _record_all(session, actor, action, rows, at)


def _record_all(session: Session, actor: Actor, action: str, rows: list[dict[str, Any]], at: datetime) -> None:
    alike = {"at": at, "action": action, "officer_id": actor.officer_id, "contact_id": actor.contact_id}
    if rows:
        session.connection().execute(ENTERED, [alike | row for row in rows])
