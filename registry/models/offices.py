"""What an office has set for itself, beside the columns of its own row."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from registry.models.columns import now


class ServiceRule(SQLModel, table=True):
    """What one office does differently with one service, in place of what its file says. Empty: nothing."""

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    service: str = Field(primary_key=True, max_length=20)
    rule: dict[str, Any] = Field(sa_type=JSON)  # as a section of the office's file
    changed_at: datetime = Field(default_factory=now)


class Substitute(SQLModel, table=True):
    """An officer who signs in the head's place from the first day to the last, both included."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    officer_id: int = Field(foreign_key="officer.id", index=True)
    name: str
    nip: str = Field(max_length=30)
    title: str = Field(max_length=120)
    first: date
    last: date
    ended_at: datetime | None = None  # before its last day
