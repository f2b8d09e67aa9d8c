"""Reports about the office itself: somebody asked for money, or treated a citizen badly."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import now
from registry.vault import Sealed

UNANSWERED = text("answered_at IS NULL")
TOLD = text("words IS NOT NULL")


class Complaint(SQLModel, table=True):
    """A supervisor reads it; one that is `escalated`, the head of office or the province. `words` are the citizen's, a
    line each time they told us something."""

    __table_args__ = (
        Index("complaint_open", "office_id", "due_at", sqlite_where=UNANSWERED, postgresql_where=UNANSWERED),
        Index("complaint_told", "office_id", "answered_at", sqlite_where=TOLD, postgresql_where=TOLD),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    words: list[str] | None = Field(default=None, sa_type=Sealed("complaint.words"))
    answer: str | None = Field(default=None, sa_type=Sealed("complaint.answer"))
    officer_id: int | None = Field(default=None, foreign_key="officer.id")  # who answered
    concerns_id: int | None = Field(default=None, index=True)  # an officer, who never reads it
    escalated: bool = False  # past the supervisors, one of whom it is about
    created_at: datetime = Field(default_factory=now)
    due_at: datetime
    answered_at: datetime | None = None  # without an officer: taken back by who told it

    @property
    def taken_back(self) -> bool:
        return self.answered_at is not None and self.officer_id is None

    @property
    def number(self) -> str:
        return f"ADU-{self.id:04d}"
