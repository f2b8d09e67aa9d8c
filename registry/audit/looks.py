"""A look at a record that takes several requests is one line of the log."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.models import AuditEntry

SAME_LOOK = timedelta(minutes=10)


def record_look(session: Session, actor: Actor, action: str, *, case_id: int, subject: str, at: datetime) -> None:
    """Unless the same officer began to look at it within SAME_LOOK."""
    begun = select(AuditEntry.id).where(
        AuditEntry.subject == subject,
        AuditEntry.action == action,
        AuditEntry.officer_id == actor.officer_id,
        col(AuditEntry.at) > at - SAME_LOOK,
    )
    if session.exec(begun.limit(1)).first() is None:
        audit.record(session, actor, action, case_id=case_id, subject=subject, at=at)
