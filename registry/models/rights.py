"""What citizens ask about their own data, and what was done (UU 27/2022 Pasal 6-8, 14)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed

OPEN = text("closed_at IS NULL")
KEPT = text("erased_at IS NULL AND closed_at IS NOT NULL")


class DataRequestKind(StrEnum):
    ACCESS = "access"
    CORRECT = "correct"
    DELETE = "delete"


class DataRequestState(StrEnum):
    WAITING = "waiting"  # for an officer; a deletion: for the running requests to end
    CONFIRMED = "confirmed"  # Loket does the rest: makes the copy, deletes
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


LETTERS = {DataRequestKind.ACCESS: "DS", DataRequestKind.CORRECT: "PD", DataRequestKind.DELETE: "HD"}


class DataRequest(SQLModel, table=True):
    """`words` are the citizen's, `answer` what the office told them. `counts` is what a deletion has done so far."""

    __table_args__ = (
        Index("datarequest_open", "office_id", "due_at", sqlite_where=OPEN, postgresql_where=OPEN),
        Index("datarequest_kept", "closed_at", sqlite_where=KEPT, postgresql_where=KEPT),
    )

    id: int = Field(default=None, primary_key=True)
    kind: DataRequestKind = Field(sa_type=Named(DataRequestKind))
    contact_id: int = Field(foreign_key="contact.id", index=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    state: DataRequestState = Field(default=DataRequestState.WAITING, sa_type=Named(DataRequestState))
    words: str | None = Field(default=None, sa_type=Sealed("datarequest.words"))
    answer: str | None = Field(default=None, sa_type=Sealed("datarequest.answer"))
    came_by: str = Field(default="chat", max_length=10)  # chat | counter | letter
    identity: str | None = Field(default=None, max_length=10)  # how an officer made sure who asks
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    object_key: str | None = Field(default=None, index=True)  # the copy, while its link lives
    counts: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(default_factory=now)
    confirmed_at: datetime | None = None  # since when the rest is Loket's to do
    due_at: datetime | None = None  # none while a deletion waits for a running request
    closed_at: datetime | None = None
    erased_at: datetime | None = None  # its words are gone

    @property
    def number(self) -> str:
        return f"{LETTERS[self.kind]}-{self.id:04d}"
