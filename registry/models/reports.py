"""The daily reports of offices."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class DailyReport(SQLModel, table=True):
    """Of one office and day. `known` is what Loket knew when the office closed; `told` what a clerk wrote."""

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    day: date = Field(primary_key=True)
    known: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    told: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    closed_at: datetime | None = None
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    told_at: datetime | None = None

    @property
    def figures(self) -> dict[str, int]:
        """What Loket knows stands before what was told."""
        return self.told | self.known
