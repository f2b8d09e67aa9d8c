"""An office's own forms on the web, and the answers that came in by them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.models.contacts import Channel
from registry.vault import Sealed

UNREAD = text("state = 'waiting'")
STILL_HELD = text("cells IS NOT NULL")


class WebForm(SQLModel, table=True):
    """One form for one service. `columns` tells under which heading a question's answer stands."""

    __table_args__ = (UniqueConstraint("office_id", "name"),)

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    service: str = Field(max_length=20)
    name: str = Field(max_length=80)
    headings: list[str] = Field(default_factory=list, sa_type=JSON)  # as they came last
    columns: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # by question
    phone_column: str = ""
    time_column: str = ""
    since: date | None = None  # answers given before are left out
    channel: Channel = Field(default=Channel.WHATSAPP, sa_type=Named(Channel))  # of the receipt, for unknown numbers
    mapped_at: datetime | None = None  # before, answers are kept and none is read
    token: str = Field(unique=True, max_length=32)  # in the address of its webhook
    secret: str | None = Field(default=None, sa_type=Sealed("webform.secret"))  # signs what its script posts
    created_at: datetime = Field(default_factory=now)


class AnswerState(StrEnum):
    WAITING = "waiting"
    TAKEN = "taken"  # it is a case
    FAULTY = "faulty"  # somebody has to look
    LEFT_OUT = "left_out"  # from before the form's first day
    DROPPED = "dropped"


class FormAnswer(SQLModel, table=True):
    """Known by `key` for ever, so that nothing is taken in twice; what was answered goes once it is a case."""

    __table_args__ = (
        UniqueConstraint("form_id", "key"),
        Index("formanswer_unread", "id", "form_id", sqlite_where=UNREAD, postgresql_where=UNREAD),
        Index("formanswer_state", "form_id", "state", "id"),
        Index("formanswer_came", "form_id", "received_at"),
        Index("formanswer_taken", "office_id", "settled_at"),
        Index("formanswer_held", "office_id", "received_at", sqlite_where=STILL_HELD, postgresql_where=STILL_HELD),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    form_id: int = Field(foreign_key="webform.id")
    office_id: int = Field(foreign_key="office.id")
    key: bytes
    state: AnswerState = Field(default=AnswerState.WAITING, sa_type=Named(AnswerState))
    line: int | None = None  # of the file, as a spreadsheet counts them; none: posted by the form itself
    cells: dict[str, Any] | None = Field(default=None, sa_type=Sealed("formanswer.cells"))  # by heading
    case_id: int | None = Field(default=None, foreign_key="case.id", index=True)
    received_at: datetime = Field(default_factory=now)
    settled_at: datetime | None = None
