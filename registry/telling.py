"""Puts a notice of a case into its citizen's inbox; the chat finds the words."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry import inbox
from registry.models import Case, Contact, EventKind, Office
from registry.working_time import next_waking


def tell(session: Session, case: Case, name: str, at: datetime, **fields: object) -> None:
    """Due at once by day, in the morning by night. Locks nothing of the contact's."""
    contact = session.get_one(Contact, case.contact_id)
    office = session.get_one(Office, case.office_id)
    inbox.put(
        session,
        contact.id,
        contact.channel,
        EventKind.CASE_EVENT,
        {"name": name, "case_id": case.id, **fields},
        due_at=next_waking(at, office.timezone),
    )
