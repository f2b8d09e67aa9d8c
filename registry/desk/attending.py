"""Trying stuck work again, or leaving it undone: each decision of a supervisor or an administrator is in the log."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session

from registry import audit, inbox
from registry.actors import Actor, NotFound
from registry.desk.attention import TABLES, is_stuck
from registry.lifecycle import Refused, Role
from registry.models import (
    Contact,
    EventKind,
    EventState,
    LeftUndone,
    OutgoingState,
    StuckKind,
    Trouble,
    Upload,
    UploadState,
)
from registry.moves import require

WHO = frozenset({Role.SUPERVISOR, Role.ADMIN})
ANEW: dict[StuckKind, dict[str, Any]] = {
    StuckKind.MESSAGE: {
        "state": OutgoingState.QUEUED,
        "error": None,
        "sid": None,
        "delivery": None,
        "leased_until": None,
    },
    StuckKind.EVENT: {"state": EventState.PENDING, "processed_at": None},
    StuckKind.UPLOAD: {},
    StuckKind.REMNANT: {},
}


def try_again(session: Session, actor: Actor, kind: StuckKind, row_id: int, at: datetime) -> None:
    """In its old place. A message that may have gone is looked up first. Then the caller wakes who works on it."""
    _expect(session, actor, kind, row_id, at)
    if kind is StuckKind.TROUBLE:  # whatever it was is tried by itself, and noted again where it fails
        session.delete(session.get_one(Trouble, row_id))
    else:
        again = ANEW[kind] | {"attempts": 0, "due_at": at}
        if kind is StuckKind.MESSAGE and _may_have_gone(session, row_id):
            again |= {"state": OutgoingState.UNKNOWN}
        table = TABLES[kind]
        session.execute(update(table).where(table.c.id == row_id).values(again))
    audit.record(session, actor, "stuck_tried_again", subject=f"{kind}:{row_id}", at=at)


def leave_undone(session: Session, actor: Actor, kind: StuckKind, row_id: int, at: datetime) -> None:
    """What still waits is given up; the citizen of a file is asked to send it once more. Raises Refused for what must
    be deleted: the law gives nobody that choice."""
    _expect(session, actor, kind, row_id, at)
    if kind is StuckKind.REMNANT:
        raise Refused("refused-must-be-deleted")
    if kind is StuckKind.TROUBLE:
        session.delete(session.get_one(Trouble, row_id))
    else:
        _end(session, kind, row_id, at)
        session.add(LeftUndone(kind=kind, row_id=row_id, officer_id=actor.officer_id or 0, at=at))
    audit.record(session, actor, "stuck_left_undone", subject=f"{kind}:{row_id}", at=at)


def _expect(session: Session, actor: Actor, kind: StuckKind, row_id: int, at: datetime) -> None:
    """Locks the row. Raises NotFound for another office's, or what moves again meanwhile."""
    require(actor, WHO)
    table = TABLES[kind]
    session.execute(table.select().with_only_columns(table.c.id).where(table.c.id == row_id).with_for_update())
    if not is_stuck(session, actor, kind, row_id, at):
        raise NotFound


def _may_have_gone(session: Session, row_id: int) -> bool:
    row = TABLES[StuckKind.MESSAGE]
    state, error = session.execute(
        row.select().with_only_columns(row.c.state, row.c.error).where(row.c.id == row_id)
    ).one()
    return state in (OutgoingState.SENDING, OutgoingState.UNKNOWN) or error == "unknown"


def _end(session: Session, kind: StuckKind, row_id: int, at: datetime) -> None:
    table = TABLES[kind]
    mine = update(table).where(table.c.id == row_id)
    if kind is StuckKind.MESSAGE:
        waits = table.c.state != OutgoingState.FAILED
        session.execute(mine.where(waits).values(state=OutgoingState.FAILED, error="given-up", leased_until=None))
    elif kind is StuckKind.EVENT:
        session.execute(mine.values(state=EventState.FAILED, processed_at=at))
    else:
        upload = session.get_one(Upload, row_id, populate_existing=True)
        upload.state, upload.verdict = UploadState.REFUSED, "gone"
        session.add(upload)
        if upload.link_id is None and upload.paper_id is None:
            channel = session.get_one(Contact, upload.contact_id).channel
            inbox.put(session, upload.contact_id, channel, EventKind.UPLOAD_JUDGED, {"upload_id": row_id})
