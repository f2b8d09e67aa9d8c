"""What the population data service was asked about a case, and how often an office asked it today."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now

SUBJECT = "subject"
TO_ASK = text("due_at IS NOT NULL")


class CheckState(StrEnum):
    WAITING = "waiting"
    MATCHED = "matched"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"
    NOT_CHECKED = "not_checked"


class Unchecked(StrEnum):
    """Why nothing is known: what an officer is told beside "not checked"."""

    DOWN = "down"
    SLOW = "slow"
    QUOTA = "quota"
    GARBLED = "garbled"
    REFUSED = "refused"  # it does not take our key
    NOT_SET_UP = "not-set-up"  # the installation names no service


class RegisterCheck(SQLModel, table=True):
    """One of a case, made when it is filed. No value of the register is kept: `same` says of each kind of the subject's
    answers whether it agrees, `others` what was found of other persons, by the question for their NIK."""

    __table_args__ = (
        Index("registercheck_to_ask", "due_at", "case_id", sqlite_where=TO_ASK, postgresql_where=TO_ASK),
        Index("registercheck_of_office", "office_id", "due_at", sqlite_where=TO_ASK, postgresql_where=TO_ASK),
    )

    case_id: int = Field(primary_key=True, foreign_key="case.id")
    office_id: int = Field(foreign_key="office.id")
    state: CheckState = Field(default=CheckState.WAITING, sa_type=Named(CheckState))
    why: Unchecked | None = Field(default=None, sa_type=Named(Unchecked))
    same: dict[str, bool] = Field(default_factory=dict, sa_type=JSON)  # by kind of question
    person: str = Field(default=SUBJECT, max_length=40)  # who is asked about next, by the question for their NIK
    others: dict[str, CheckState] = Field(default_factory=dict, sa_type=JSON)  # matched, differs or not_found
    due_at: datetime | None = Field(default_factory=now)  # when it is asked next; none: that is all
    tries: int = 0
    officer_id: int | None = Field(default=None, foreign_key="officer.id")  # who wanted it asked again
    at: datetime = Field(default_factory=now)  # when it came to stand as it does


class LookUps(SQLModel, table=True):
    """How many an office has made on a day of its own."""

    office_id: int = Field(primary_key=True, foreign_key="office.id")
    day: date = Field(primary_key=True)
    used: int = 0
