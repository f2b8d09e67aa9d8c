"""Rounds of mobile enrolment vans, what differs on single visits, and who comes to them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed


class Every(StrEnum):
    """How a round comes back."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    DATES = "dates"  # on these, and no others


class RoundKind(StrEnum):
    """Where people come to. All that is done about a visit of a van is done about the others, too."""

    VAN = "van"
    COUNTER = "counter"  # hours at a counter of the office
    GROUP = "group"  # a session at an agency, for its own people


class VanRound(SQLModel, table=True):
    """Where a vehicle, or an officer, comes again and again. Its visits are worked out from it (vans/rounds.py)."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    kind: RoundKind = Field(default=RoundKind.VAN, sa_type=Named(RoundKind))
    vehicle: str = Field(max_length=40)  # empty where none comes
    place: str = Field(max_length=60)  # "Balai Desa Bukit Raya"
    village: str = Field(max_length=13)
    every: Every = Field(sa_type=Named(Every))
    weekday: int | None = None  # 0 is Monday; none where the dates are told
    nth: int | None = None  # of the month: 1 to 4, or -1 for the last
    dates: list[str] = Field(default_factory=list, sa_type=JSON)
    first: date
    last: date | None = None
    opens: str = Field(max_length=5)  # 09:00, on the clock of `timezone`
    closes: str = Field(max_length=5)
    timezone: str
    services: list[str] = Field(sa_type=JSON)
    quota: int  # families a visit
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    created_at: datetime = Field(default_factory=now)
    ended_at: datetime | None = None  # no visit of it is due any more


class VisitState(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class VanVisit(SQLModel, table=True):
    """One visit that somebody did something about: `day` is the round's own, `on` where it is now."""

    __table_args__ = (UniqueConstraint("round_id", "day"),)

    id: int = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="vanround.id")
    office_id: int = Field(foreign_key="office.id", index=True)
    day: date
    on: date = Field(index=True)
    opens: str = Field(max_length=5)
    closes: str = Field(max_length=5)
    place: str = Field(max_length=60)
    village: str = Field(max_length=13)
    state: VisitState = Field(default=VisitState.PLANNED, sa_type=Named(VisitState))
    reason: str = Field(default="", max_length=120)
    changed_at: datetime | None = None


class BookingState(StrEnum):
    BOOKED = "booked"
    SERVED = "served"
    MISSED = "missed"  # nobody came
    CANCELLED = "cancelled"  # by the citizen
    DROPPED = "dropped"  # the visit was cancelled


IKD = "ikd"  # the service that a place is for, where it is one person's: activation of the digital identity


class VanBooking(SQLModel, table=True):
    """One family's place in the queue of a visit; `code` stands on its ticket. The family is known by blind index, and
    by that only until it was served. For `service` IKD it is one person's, of whom nothing is known."""

    __table_args__ = (UniqueConstraint("visit_id", "number"),)

    id: int = Field(default=None, primary_key=True)
    visit_id: int = Field(foreign_key="vanvisit.id")
    office_id: int = Field(foreign_key="office.id")
    contact_id: int | None = Field(default=None, foreign_key="contact.id", index=True)  # none: came without booking
    code: str = Field(unique=True, max_length=6)
    number: int
    people: int
    kk_index: bytes | None = Field(default=None, index=True)
    state: BookingState = Field(default=BookingState.BOOKED, sa_type=Named(BookingState))
    created_at: datetime = Field(default_factory=now)
    told_on: date | None = None  # the day of the visit as the citizen last heard it; none: the round's own
    settled_at: datetime | None = Field(default=None, index=True)  # served, missed or cancelled
    service: str = Field(default="", max_length=8)
    enrolled: int = 0  # people of it who were enrolled for the card
    activated: int = 0  # people of it whose IKD was activated
    not_done: str = Field(default="", max_length=12)  # why it was not: one of registry.vans.serving.NOT_DONE
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    token_index: bytes | None = Field(default=None, unique=True)  # of the link to the ticket's picture
    fetches_left: int = 0
    link_until: datetime | None = None


class VanEntry(SQLModel, table=True):
    """What a crew wrote down on its telephone, perhaps without signal. `client_id` was made there: sent twice it is
    kept once. `conflict` is a text key: what it wanted could not be done."""

    id: int = Field(default=None, primary_key=True)
    client_id: str = Field(unique=True, max_length=36)
    office_id: int = Field(foreign_key="office.id", index=True)
    visit_id: int | None = Field(default=None, foreign_key="vanvisit.id", index=True)
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    kind: str = Field(max_length=12)
    data: dict[str, Any] = Field(sa_type=Sealed("vanentry.data"))
    object_key: str | None = Field(default=None, max_length=32)
    media_type: str | None = Field(default=None, max_length=40)
    conflict: str | None = Field(default=None, max_length=60)
    made_at: datetime  # by the telephone's clock
    received_at: datetime = Field(default_factory=now, index=True)
    cleared_at: datetime | None = None  # somebody saw to the conflict
