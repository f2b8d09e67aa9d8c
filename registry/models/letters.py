"""Notices for who has no telephone: printed, and sent or handed over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed

TO_PRINT = text("printed_at IS NULL")


class Letter(SQLModel, table=True):
    """What the chat would have told: the event by its name, and its fields. Goes with the case's other data."""

    __table_args__ = (
        Index("letter_to_print", "office_id", "due_at", sqlite_where=TO_PRINT, postgresql_where=TO_PRINT),
    )

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    office_id: int = Field(foreign_key="office.id")
    name: str = Field(max_length=40)
    fields: dict[str, Any] = Field(sa_type=Sealed("letter.fields"))
    created_at: datetime = Field(default_factory=now)
    due_at: datetime = Field(default_factory=now)
    printed_at: datetime | None = None
    officer_id: int | None = Field(default=None, foreign_key="officer.id")  # who printed it
