"""What the page shows of a chat: of this visit, of the day before it, and what nobody has read yet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, update
from sqlmodel import Session, col, select

from notifications.outbox import OUTBOX, Choice, Message
from notifications.page_news import TOLD, UNREAD
from registry.models import Event, EventKind, EventState, Outgoing, OutgoingKind, OutgoingState, Upload
from registry.models.uploads import IN_WORK

MOST = 60  # lines
BEFORE = timedelta(days=1)  # a number may have a new owner: older words are not theirs
SOON = timedelta(seconds=10)  # what comes due by then is waited for
PATIENCE = timedelta(seconds=60)
LONG = re.compile(r"(?<!\d)\d{12}(\d{4})(?!\d)")  # NIK, KK: a whole one is not shown again, not even to who typed it
UNDER_WAY = (OutgoingState.QUEUED, OutgoingState.SENDING, OutgoingState.UNKNOWN)


@dataclass(frozen=True)
class Line:
    at: datetime
    mine: bool  # the citizen's
    text: str
    files: int = 0  # that the citizen sent
    file: int | None = None  # the row whose file can be opened
    picture: bool = False  # it is one, not a PDF
    choices: Sequence[Choice] = ()


@dataclass(frozen=True)
class Thread:
    """`waits`: an answer is being made, so that looking again soon is worth while."""

    lines: Sequence[Line]
    waits: bool

    @property
    def choices(self) -> Sequence[Choice]:
        """Of the last question alone: older ones are stale."""
        return next((line.choices for line in reversed(self.lines) if not line.mine), ())


def read(session: Session, contact_id: int, since: datetime, at: datetime) -> Thread:
    """Four statements. What is shown has been read from now on."""
    rows = _said(session, contact_id, since - BEFORE)
    heard = _heard(session, contact_id, since - BEFORE)
    unread = [row.id for row in rows if row.state is OutgoingState.SENT and row.delivery in (None, TOLD)]
    if unread:
        session.execute(update(OUTBOX).where(OUTBOX.c.id.in_(unread)).values(delivery="read"))
    labels = {choice.id: choice.label for row in rows for choice in Message.from_body(row.body).choices}
    lines = [_of_ours(row) for row in rows] + [_of_theirs(event, labels) for event in heard]
    lines.sort(key=lambda line: line.at)
    wrote = max((event.received_at for event in heard), default=None)
    waits = wrote is not None and at - wrote < PATIENCE and _is_waited_for(session, contact_id, at)
    return Thread(lines[-MOST:], waits)


def label_of(session: Session, contact_id: int, button: str) -> str:
    """What stood on it, of the chat's latest questions."""
    latest = select(Outgoing).where(Outgoing.contact_id == contact_id).order_by(col(Outgoing.id).desc()).limit(MOST)
    choices = (choice for row in session.exec(latest) for choice in Message.from_body(row.body).choices)
    return next((choice.label for choice in choices if choice.id == button), "")


def own(session: Session, contact_id: int, row_id: int) -> Message | None:
    """The message of a row of this contact's outbox that the page shows, and none of another's."""
    row = session.get(Outgoing, row_id)
    return Message.from_body(row.body) if row and row.contact_id == contact_id and _is_shown(row) else None


def _said(session: Session, contact_id: int, since: datetime) -> list[Outgoing]:
    unread = and_(UNREAD, OUTBOX.c.state == OutgoingState.SENT)
    mine = Outgoing.contact_id == contact_id, col(Outgoing.erased_at).is_(None)
    wanted = select(Outgoing).where(*mine, or_(col(Outgoing.created_at) >= since, unread))
    rows = session.exec(wanted.order_by(col(Outgoing.id).desc()).limit(MOST)).all()
    return [row for row in rows if _is_shown(row)]


def _is_shown(row: Outgoing) -> bool:
    """An answer at once; what nobody asked for when it has gone, so that night and BERHENTI hold here as well."""
    if row.erased_at is not None:
        return False
    return row.state is OutgoingState.SENT or (row.kind is OutgoingKind.ANSWER and row.state in UNDER_WAY)


def _heard(session: Session, contact_id: int, since: datetime) -> Sequence[Event]:
    mine = Event.contact_id == contact_id, Event.kind == EventKind.MESSAGE, col(Event.erased_at).is_(None)
    wanted = select(Event).where(*mine, Event.received_at >= since)
    return session.exec(wanted.order_by(col(Event.id).desc()).limit(MOST)).all()


def _of_ours(row: Outgoing) -> Line:
    message = Message.from_body(row.body)
    file = row.id if message.has_file else None
    return Line(
        row.created_at, mine=False, text=message.text, file=file, picture=message.booking_id is not None,
        choices=message.choices,
    )  # fmt: skip


def _of_theirs(event: Event, labels: Mapping[str, str]) -> Line:
    body = event.body
    text = body.get("text") or labels.get(body.get("button", ""), "")
    return Line(event.received_at, mine=True, text=LONG.sub(r"...\1", text), files=len(body.get("media", ())))


def _is_waited_for(session: Session, contact_id: int, at: datetime) -> bool:
    due = select(Event.id).where(
        Event.contact_id == contact_id, Event.state == EventState.PENDING, Event.due_at <= at + SOON
    )
    reading = select(Upload.id).where(Upload.contact_id == contact_id, IN_WORK)
    return any(session.exec(each.limit(1)).first() is not None for each in (due, reading))
