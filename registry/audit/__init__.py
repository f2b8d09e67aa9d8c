"""The audit log: written with the change, sealed into a hash chain afterwards."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry.actors import Actor
from registry.models import AuditEntry
from registry.models.columns import now


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
    session.add(
        AuditEntry(
            at=at or now(),
            action=action,
            officer_id=actor.officer_id,
            contact_id=actor.contact_id,
            office_id=office_id if office_id is not None else actor.office_id,
            case_id=case_id,
            subject=subject,
            fields=list(fields),
        )
    )
