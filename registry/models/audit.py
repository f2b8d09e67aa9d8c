"""Who did what to which record, when. Ids and field names only, never values; of an office's own settings also
what they were, as retention_days:30:1."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import now

OFFICERS = text("officer_id IS NOT NULL")


class AuditEntry(SQLModel, table=True):
    """Written unsealed with the change itself; the clock seals committed rows into the hash chain later."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("audit_by_day", "office_id", "at"),
        Index("audit_by_officer", "officer_id", "at", sqlite_where=OFFICERS, postgresql_where=OFFICERS),
        Index("audit_by_subject", "subject", "at", sqlite_where=OFFICERS, postgresql_where=OFFICERS),
        Index("audit_unsealed", "id", sqlite_where=text("seq IS NULL"), postgresql_where=text("seq IS NULL")),
    )

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=now)
    action: str = Field(max_length=40)
    officer_id: int | None = None  # none: the citizen, or the program itself
    contact_id: int | None = None
    office_id: int | None = None
    case_id: int | None = Field(default=None, index=True)
    subject: str | None = Field(default=None, max_length=60)  # document:12, upload:7, officer:3
    fields: list[str] = Field(default_factory=list, sa_type=JSON)
    seq: int | None = Field(default=None, unique=True)
    hash: str | None = Field(default=None, max_length=64)

    @property
    def asked(self) -> list[str]:
        """What it asks the citizen for again: paper:ktp, answer:nik."""
        alone = [self.subject] if self.action == "paper_refused" and self.subject else []
        return alone or [each for each in self.fields if self.action == "asked_again" and ":" in each]

    @property
    def ticked(self) -> list[str]:
        """The points of the checklist that it is about."""
        return self.fields if self.action in ("requirements_ticked", "requirement_unticked") else []

    @property
    def answer(self) -> str | None:
        """The key of the question whose answer it is about."""
        kind, _, key = (self.subject or "").partition(":")
        return key if kind == "answer" else None

    @property
    def paper(self) -> str | None:
        """The key of the paper it is about."""
        return self._of("paper")

    def number_of(self, kind: str) -> int | None:
        """Of the document, ticket, officer or whatever else of this kind it is about."""
        number = self._of(kind)
        return int(number) if number and number.isdecimal() else None

    def _of(self, wanted: str) -> str | None:
        kind, _, which = (self.subject or "").partition(":")
        return which if kind == wanted else None
