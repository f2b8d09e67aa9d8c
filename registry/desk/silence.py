"""What was to be told of a deed that is taken back: nobody hears of it, in the chat or by letter."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry.actors import SYSTEM
from registry.models import Case, Event, EventKind, EventState, Letter
from registry.moves import move_case


def silence(
    session: Session, cases: Collection[Case], names: Collection[str], documents: Collection[int], at: datetime
) -> None:
    """The news of these names about these documents, put down when the deed was done, `at`."""
    mine, hearers = {case.id for case in cases}, {case.relative_id or case.contact_id for case in cases}
    unread = col(Letter.case_id).in_(mine), col(Letter.name).in_(names), col(Letter.printed_at).is_(None)
    session.execute(delete(Letter).where(*unread, col(Letter.created_at) == at))
    pending = col(Event.contact_id).in_(hearers), Event.state == EventState.PENDING, Event.kind == EventKind.CASE_EVENT
    for event in session.exec(select(Event).where(*pending, Event.received_at == at)):
        body = event.body
        if body.get("case_id") in mine and body.get("name") in names and body.get("document_id") in documents:
            session.delete(event)


def reopen(session: Session, case: Case, at: datetime) -> None:
    """It had closed over what is taken back."""
    case.closed_at = None
    move_case(session, SYSTEM, case, "case_reopened", at)


def ask_nothing(session: Session, case: Case) -> None:
    """It is not over: nobody asks how it was."""
    timers = Event.contact_id == case.contact_id, Event.state == EventState.PENDING, Event.kind == EventKind.TIMER
    for event in session.exec(select(Event).where(*timers)):
        if event.body.get("case_id") == case.id and event.body.get("name") == "rating":
            session.delete(event)
