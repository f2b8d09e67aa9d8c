"""What offices of a province lend each other, and the blanks that the centre has promised."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel import Field, SQLModel

from registry.models.columns import now


class Loan(SQLModel, table=True):
    """Blanks of one office that another prints on, or a printer that stands there until it comes back."""

    id: int = Field(default=None, primary_key=True)
    lender_id: int = Field(foreign_key="office.id")
    borrower_id: int = Field(foreign_key="office.id")
    pieces: int  # blanks, or 1 printer
    device_id: int | None = Field(default=None, foreign_key="device.id")  # the lender's printer
    guest_id: int | None = Field(default=None, foreign_key="device.id")  # the same, in the borrower's list
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    at: datetime = Field(default_factory=now)
    ended_at: datetime | None = None  # a printer came back


class Quota(SQLModel, table=True):
    """Blanks that the centre will send an office, until they come or are struck out."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    pieces: int
    day: date
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    created_at: datetime = Field(default_factory=now)
