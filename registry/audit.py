"""The audit log: written with the change, sealed into a hash chain afterwards."""

from __future__ import annotations

from sqlmodel import Session

from registry.actors import Actor
from registry.models import AuditEntry


def record(
    session: Session,
    actor: Actor,
    action: str,
    *,
    office_id: int | None = None,
    case_id: int | None = None,
    subject: str | None = None,
    fields: tuple[str, ...] = (),
) -> None:
    """One row, in the transaction of the change it tells of. `fields` are names, never values."""
    session.add(
        AuditEntry(
            action=action,
            officer_id=actor.officer_id,
            contact_id=actor.contact_id,
            office_id=office_id if office_id is not None else actor.office_id,
            case_id=case_id,
            subject=subject,
            fields=list(fields),
        )
    )
