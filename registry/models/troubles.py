"""What went wrong and has no row of its own to say so, and what somebody decided to leave undone."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now


class TroubleKind(StrEnum):
    CHORE = "chore"  # one of the clock's chores fails
    CLOCK = "clock"  # the process that keeps time for all fails at one of its errands
    MISSED = "missed"  # the carrier's list of what came to a sender cannot be read, or not the files of a message in it
    TEMPLATE = "template"  # it is not there or not approved: whoever wrote more than a day ago is not told
    FILE = "file"  # a file that a record names is not there, or cannot be read
    ROW = "row"  # one of many that are worked off in turn: it was passed over
    RENDER = "render"  # a document cannot be drawn
    TALK = "talk"  # a conversation that no key opens was begun anew
    SIGN = "sign"  # the signing service, or a signatory's key, does not do


class Trouble(SQLModel, table=True):
    """Of one thing, however often it happens; gone when it goes well again, or when somebody lets go of it."""

    __table_args__ = (UniqueConstraint("kind", "subject"),)

    id: int = Field(default=None, primary_key=True)
    kind: TroubleKind = Field(sa_type=Named(TroubleKind))
    subject: str = Field(max_length=60)  # receipts; document:12, upload:7
    office_id: int | None = None  # none: it concerns the installation
    case_id: int | None = None
    error: str = Field(max_length=80)  # an error class, never text
    times: int = 1
    first_at: datetime = Field(default_factory=now)
    last_at: datetime = Field(default_factory=now)


class StuckKind(StrEnum):
    MESSAGE = "message"  # one of ours that the carrier would not take, or that does not go
    EVENT = "event"  # what a citizen sent, or the office's news, that could not be played
    UPLOAD = "upload"  # a file that cannot be fetched, kept or read
    REMNANT = "remnant"  # what is to be deleted, and cannot be
    TROUBLE = "trouble"


class LeftUndone(SQLModel, table=True):
    """Somebody has seen to it in another way: it needs no attention any more."""

    __table_args__ = (UniqueConstraint("kind", "row_id"),)

    id: int = Field(default=None, primary_key=True)
    kind: StuckKind = Field(sa_type=Named(StuckKind))
    row_id: int
    officer_id: int = Field(foreign_key="officer.id")
    at: datetime = Field(default_factory=now)
