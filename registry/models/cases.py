"""Requests (permohonan) and the papers they need."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ColumnElement, Index, UniqueConstraint, and_, text
from sqlmodel import Field, SQLModel, col

from registry.lifecycle import CaseState
from registry.models.columns import Named, now
from registry.vault import Sealed

IN_QUEUE = text("state IN ('submitted','in_review')")
OF_RELATIVE = text("relative_id IS NOT NULL")
TO_WARN = text("warn_at IS NOT NULL")
IS_OPEN = text("closed_at IS NULL")
HAS_ENDED = text("closed_at IS NOT NULL")
KEPT = text("erased_at IS NULL AND closed_at IS NOT NULL")


class Case(SQLModel, table=True):
    """One request for one service. The place in the queue is computed from (queued_at, id), never stored."""

    __table_args__ = (
        Index("case_by_state", "office_id", "state", "queued_at", "id"),
        Index("case_of_relative", "relative_id", sqlite_where=OF_RELATIVE, postgresql_where=OF_RELATIVE),
        Index("case_to_warn", "warn_at", sqlite_where=TO_WARN, postgresql_where=TO_WARN),
        Index("case_queue", "office_id", "queued_at", "id", sqlite_where=IN_QUEUE, postgresql_where=IN_QUEUE),
        Index("case_open", "office_id", "queued_at", "id", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        Index(
            "case_promised", "office_id", "promised_at", "promise_moves", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN
        ),
        Index("case_ended", "office_id", "closed_at", "id", sqlite_where=HAS_ENDED, postgresql_where=HAS_ENDED),
        Index("case_kept", "office_id", "closed_at", sqlite_where=KEPT, postgresql_where=KEPT),
    )

    id: int = Field(default=None, primary_key=True)
    number: str = Field(unique=True, max_length=20)  # BPP-00412
    office_id: int = Field(foreign_key="office.id")
    contact_id: int = Field(foreign_key="contact.id", index=True)
    relative_id: int | None = Field(default=None, foreign_key="contact.id")  # hears the news instead, and gets nothing
    service: str = Field(max_length=20)
    district: str | None = Field(default=None, max_length=8)  # the kecamatan it is about: 64.71.05
    state: CaseState = Field(default=CaseState.SUBMITTED, sa_type=Named(CaseState))
    answers: dict[str, Any] = Field(sa_type=Sealed("case.answers"))
    nik_index: bytes | None = Field(default=None, index=True)
    kk_index: bytes | None = Field(default=None, index=True)
    flags: list[str] = Field(default_factory=list, sa_type=JSON)  # text keys an officer should notice
    opened_at: datetime = Field(default_factory=now)
    queued_at: datetime = Field(default_factory=now)
    promised_at: datetime | None = None  # the service clock runs out; none while it stands still
    promise_moves: int = 0  # how often the citizen was told a later one
    warn_at: datetime | None = None  # when to look whether the promise will be kept
    hours_left: float = 0  # working hours on the service clock when it last stood still
    closed_at: datetime | None = None
    erased_at: datetime | None = None  # answers, papers and PDFs are gone; number, service and dates stay
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    reason: str | None = Field(default=None, sa_type=Sealed("case.reason"))
    asked: dict[str, str] | None = Field(default=None, sa_type=Sealed("case.asked"))  # answers asked again, and why

    def late(self, at: datetime) -> bool:
        """As `is_late` finds it."""
        return self.closed_at is None and self.promised_at is not None and self.promised_at < at


class AnswerChange(SQLModel, table=True):
    """An answer put right after the request was sent: what stood there, and what does. It goes with the answers."""

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    key: str = Field(max_length=40)
    before: str | None = Field(default=None, sa_type=Sealed("answerchange.before"))
    after: str | None = Field(default=None, sa_type=Sealed("answerchange.after"))
    officer_id: int | None = Field(default=None, foreign_key="officer.id")  # none: the citizen sent it
    consent: str | None = Field(default=None, max_length=20)  # how the citizen agreed to an officer's
    at: datetime = Field(default_factory=now)


class CaseWord(SQLModel, table=True):
    """One word of a name in a case's answers, as a blind index: names are found by whole words, and read by nobody."""

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    word: bytes = Field(primary_key=True)
    case_id: int = Field(primary_key=True, foreign_key="case.id", index=True)


class PaperState(StrEnum):
    TO_BRING = "to_bring"  # the citizen brings it to the counter
    SENT = "sent"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SEEN = "seen"  # an officer saw the original at the counter


NOT_HERE = (PaperState.TO_BRING, PaperState.REFUSED)


class Paper(SQLModel, table=True):
    """One required upload of a case, by the key the catalogue gives it."""

    __table_args__ = (UniqueConstraint("case_id", "key"),)

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id")
    key: str = Field(max_length=40)
    state: PaperState = Field(sa_type=Named(PaperState))
    flagged: bool = False  # sent as it is, after two poor photos
    reason: str | None = Field(default=None, sa_type=Sealed("paper.reason"))


def is_late(at: datetime) -> ColumnElement[bool]:
    """Not ended, and past its promise, the last one told: whoever it waits for now, the citizen was promised."""
    return and_(col(Case.closed_at).is_(None), col(Case.promised_at) < at)


def was_moved() -> ColumnElement[bool]:
    """Not ended, and its citizen was told of a later promise."""
    return and_(col(Case.closed_at).is_(None), col(Case.promised_at).is_not(None), col(Case.promise_moves) > 0)
