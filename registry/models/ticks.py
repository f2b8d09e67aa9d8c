"""What an officer has found right about a request: its papers one by one, and its answers."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from registry.models.columns import now


class Tick(SQLModel, table=True):
    """Gone again as soon as what it stands for is asked for anew."""

    case_id: int = Field(primary_key=True, foreign_key="case.id")
    point: str = Field(primary_key=True, max_length=60)  # paper:ktp, or the register
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    at: datetime = Field(default_factory=now)
