"""Puts a row into a contact's inbox. Whoever inserts wakes the drain after the commit; nobody else writes to a chat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from registry.database import Step
from registry.models import Channel, EventKind, EventState
from registry.models.columns import now
from registry.ready import Ready

EVENTS = SQLModel.metadata.tables["event"]
PUT = insert(EVENTS)  # built once: putting it together takes longer than running it
GIVEN = ("contact_id", "channel", "kind", "body", "due_at", "received_at")
BEGINS = {"state": EventState.PENDING, "attempts": 0, "private": False}  # a row of which nothing else is said
TIMED = Ready(PUT.values(BEGINS), columns=[*GIVEN, *BEGINS])


def put(
    session: Session,
    contact_id: int,
    channel: Channel,
    kind: EventKind,
    body: dict[str, Any],
    *,
    due_at: datetime | None = None,
    private: bool = False,
) -> None:
    """`due_at` defers the row: a notice that waits for the morning, a word that can still be taken back. A `private`
    one belongs to a complaint: in the back office only a supervisor reads it."""
    row = {"contact_id": contact_id, "channel": channel, "kind": kind, "body": body, "private": private}
    put_all(session, [row | {"due_at": due_at}])


def timed(contact_id: int, channel: Channel, body: dict[str, Any], due_at: datetime) -> Step:
    """A timer as a statement, for the end of the transaction that it belongs to."""
    row = {"contact_id": contact_id, "channel": channel, "kind": EventKind.TIMER, "body": body}
    return TIMED, row | {"due_at": due_at, "received_at": now()}


def put_all(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Each as `put` takes it, at once; `received_at` may tell when what they are about was done."""
    at = now()
    filled = [{"private": False, "received_at": at, **row, "due_at": row["due_at"] or at} for row in rows]
    if filled:
        session.connection().execute(PUT, filled)
