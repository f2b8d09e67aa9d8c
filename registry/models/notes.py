"""What officers tell each other about a case; its citizen never reads it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed


class Note(SQLModel, table=True):
    """Goes with what the citizen gave for the case."""

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    officer_id: int = Field(foreign_key="officer.id")
    text: str = Field(sa_type=Sealed("note.text"))
    written_at: datetime = Field(default_factory=now)
