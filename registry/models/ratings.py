"""What citizens thought of it, asked once at the end of a case."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed


class Rating(SQLModel, table=True):
    """Written when it is asked for, so that nobody is asked twice. `score` is 1 to 3, 3 the best."""

    __table_args__ = (
        Index("rating_by_contact", "contact_id", "asked_at"),
        Index("rating_by_office", "office_id", "answered_at", "score"),
    )

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", unique=True)
    contact_id: int = Field(foreign_key="contact.id")
    office_id: int = Field(foreign_key="office.id")
    score: int | None = None
    comment: str | None = Field(default=None, sa_type=Sealed("rating.comment"))
    asked_at: datetime = Field(default_factory=now)
    answered_at: datetime | None = None
