"""A contact's inbox and outbox, and the templates the carrier knows."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Index, UniqueConstraint, column, literal_column, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.models.contacts import Channel
from registry.vault import Sealed

# States in words, not as parameters: only then does SQLite see that its partial indexes serve.
PENDING: ColumnElement[str] = literal_column("'pending'")
UNSENT: list[ColumnElement[str]] = [literal_column(f"'{state}'") for state in ("queued", "sending", "unknown")]
IS_PENDING, IS_UNSENT = column("state") == PENDING, column("state").in_(UNSENT)
KEPT = text("erased_at IS NULL")
FAILED, HELD = text("state = 'failed'"), text("state = 'held'")
UNTOLD = "no-template"  # the error of a message that is held though the citizen does not know that anything waits


class EventKind(StrEnum):
    MESSAGE = "message"  # the citizen wrote or sent something
    UPLOAD_JUDGED = "upload_judged"
    CASE_EVENT = "case_event"  # the office did something the citizen is told
    OFFICER_WORD = "officer_word"  # an officer speaks in the chat, takes it or hands it back
    TIMER = "timer"


class EventState(StrEnum):
    PENDING = "pending"
    PROCESSED = "processed"
    FAILED = "failed"


class Event(SQLModel, table=True):
    """One row of a contact's inbox. Everybody may insert; only the drain works it off, oldest first."""

    __table_args__ = (
        UniqueConstraint("channel", "message_sid"),
        Index("event_due", "contact_id", "id", sqlite_where=IS_PENDING, postgresql_where=IS_PENDING),
        Index("event_waiting", "due_at", sqlite_where=IS_PENDING, postgresql_where=IS_PENDING),
        Index("event_by_contact", "contact_id", "id"),
        Index("event_kept", "received_at", "id", sqlite_where=KEPT, postgresql_where=KEPT),
        Index("event_failed", "received_at", sqlite_where=FAILED, postgresql_where=FAILED),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    channel: Channel = Field(sa_type=Named(Channel))
    kind: EventKind = Field(sa_type=Named(EventKind))
    message_sid: str | None = Field(default=None, max_length=34)
    body: dict[str, Any] = Field(sa_type=Sealed("event.body"))
    state: EventState = Field(default=EventState.PENDING, sa_type=Named(EventState))
    attempts: int = 0
    private: bool = False  # belongs to a complaint: for a supervisor's eyes
    due_at: datetime = Field(default_factory=now)
    received_at: datetime = Field(default_factory=now)
    processed_at: datetime | None = None
    erased_at: datetime | None = None  # the body is gone; the SID stays, so that no replay is taken for news


class OutgoingState(StrEnum):
    HELD = "held"  # waits for the citizen to answer the template
    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"  # the carrier's answer was lost: look it up before anything else
    SENT = "sent"
    FAILED = "failed"


class OutgoingKind(StrEnum):
    """Who waits for it."""

    ANSWER = "answer"  # the citizen, who has just written
    WORD = "word"  # an officer's, in a talk: it goes at any hour
    NOTICE = "notice"  # nobody: it keeps till morning


class Outgoing(SQLModel, table=True):
    """One row of the outbox. `delivery` is what the carrier last said: sent, delivered, read, failed."""

    __table_args__ = (
        Index("outgoing_open", "contact_id", "id", sqlite_where=IS_UNSENT, postgresql_where=IS_UNSENT),
        Index("outgoing_due", "due_at", sqlite_where=IS_UNSENT, postgresql_where=IS_UNSENT),
        Index("outgoing_by_contact", "contact_id", "id"),
        Index("outgoing_failed", "created_at", sqlite_where=FAILED, postgresql_where=FAILED),
        Index("outgoing_held", "created_at", sqlite_where=HELD, postgresql_where=HELD),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    event_id: int | None = Field(default=None, foreign_key="event.id")
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    body: dict[str, Any] = Field(sa_type=Sealed("outgoing.body"))
    kind: OutgoingKind = Field(default=OutgoingKind.ANSWER, sa_type=Named(OutgoingKind))
    state: OutgoingState = Field(default=OutgoingState.QUEUED, sa_type=Named(OutgoingState))
    attempts: int = 0
    due_at: datetime = Field(default_factory=now)
    leased_until: datetime | None = None
    sid: str | None = Field(default=None, max_length=34, index=True)
    delivery: str | None = Field(default=None, max_length=20)
    error: str | None = Field(default=None, max_length=80)  # a carrier code or an error class, never text
    created_at: datetime = Field(default_factory=now)
    sent_at: datetime | None = None
    again_at: datetime | None = None  # an officer sent it again after it had failed
    erased_at: datetime | None = None  # with the body of the event it answered


class Content(SQLModel, table=True):
    """A message form the carrier keeps for us: a button set, a list of n items, or an approved template."""

    __table_args__ = (UniqueConstraint("name", "language"),)

    id: int = Field(default=None, primary_key=True)
    name: str = Field(max_length=80)
    language: str = Field(max_length=2)
    sid: str = Field(max_length=34)
    approval: str = Field(default="none", max_length=20)  # none | pending | approved | rejected
