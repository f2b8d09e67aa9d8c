"""Who holds a certificate (suket) in place of a card."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import now


class SuketHolder(SQLModel, table=True):
    """One line of an office's list. Its people are found by blind index and by nothing else: no name is kept."""

    __table_args__ = (UniqueConstraint("office_id", "nik_index"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id")
    nik_index: bytes
    kk_index: bytes
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)  # the exchange they asked for
    exchanged_at: datetime | None = None  # without Loket: a later list names them no more
    created_at: datetime = Field(default_factory=now)
