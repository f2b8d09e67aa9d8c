"""Puts a notice of a case into its citizen's inbox; the chat finds the words."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from registry import inbox
from registry.models import Case, Channel, Contact, EventKind, Letter, Office
from registry.models.contacts import WINDOW
from registry.working_time import next_waking

NOW = timedelta()
TAKEN_BACK = timedelta(seconds=10)  # so long an officer may undo a decision
SETTLED = timedelta(hours=1)  # after the last document came
JUST_WROTE = timedelta(minutes=30)  # who wrote so lately is awake, whatever the hour


def tell(session: Session, case: Case, name: str, at: datetime, after: timedelta = NOW, **fields: object) -> None:
    """Locks nothing of the contact's. `after`: what may have come to nothing, or to more, before it is told.

    For who filed at the counter without a telephone it goes to the relative they named, else it is a letter to print.
    """
    contact = session.get_one(Contact, case.relative_id or case.contact_id)
    if contact.channel is Channel.COUNTER:
        letter = Letter(case_id=case.id, office_id=case.office_id, name=name, fields=fields, due_at=at + after)
        letter.created_at = at
        session.add(letter)
        return
    if contact.forgotten_at is not None:
        return  # nothing is kept of them any more, not even where to write
    office = session.get_one(Office, case.office_id)
    inbox.put(
        session,
        contact.id,
        contact.channel,
        EventKind.CASE_EVENT,
        {"name": name, "case_id": case.id, **fields},
        due_at=due(contact, office, at + after),
    )


def ask_later(session: Session, case: Case, at: datetime) -> None:
    """Some time after the end the citizen may be asked how it was."""
    contact = session.get_one(Contact, case.contact_id)
    office = session.get_one(Office, case.office_id)
    if contact.forgotten_at is None and contact.channel is not Channel.COUNTER:
        body = {"name": "rating", "case_id": case.id}
        due_at = next_waking(at + SETTLED, office.timezone)
        inbox.put(session, contact.id, contact.channel, EventKind.TIMER, body, due_at=due_at)


def due(contact: Contact, office: Office, at: datetime) -> datetime:
    """At once by day or to somebody writing just now, else in the morning."""
    return not_at_night(contact.window_until, office.timezone, at)


def not_at_night(window_until: datetime | None, timezone: str, at: datetime) -> datetime:
    awake = window_until is not None and at - (window_until - WINDOW) < JUST_WROTE
    return at if awake else next_waking(at, timezone)
