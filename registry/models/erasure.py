"""What is still to be deleted outside the database, and the nights on which the time of things was up."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now


class RemnantKind(StrEnum):
    OBJECT = "object"  # a file of the object store, by its key
    MEDIA = "media"  # a file at the carrier, by the SIDs of its message and its own
    MESSAGE = "message"  # a message at the carrier, with the files it brought


class Remnant(SQLModel, table=True):
    """Written with the deletion of what it belonged to, and gone when it is deleted itself: a crash loses none."""

    id: int = Field(default=None, primary_key=True)
    kind: RemnantKind = Field(sa_type=Named(RemnantKind))
    key: str = Field(max_length=34)
    message_sid: str | None = Field(default=None, max_length=34)
    attempts: int = 0
    error: str | None = Field(default=None, max_length=80)  # a carrier code or an error class, never text
    due_at: datetime | None = Field(default_factory=now, index=True)  # none: given up, somebody must look
    created_at: datetime = Field(default_factory=now)


class Night(SQLModel, table=True):
    """One round of the retention: begun, and ended with what it deleted."""

    day: date = Field(primary_key=True)
    counts: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    finished_at: datetime | None = None
    swept: int = 0  # parts of the object store that were gone through for files nobody names
