"""Blank cards, every movement of which is a row, and the machines that enrol people and print their cards."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now

AT_THE_OFFICE = ""  # the place of what no kecamatan holds


class Blank(StrEnum):
    """Blangko, in pieces (keping)."""

    KTP = "ktp"
    KIA = "kia"


class Movement(StrEnum):
    RECEIVED = "received"  # from the centre
    USED = "used"
    SPOILED = "spoiled"
    RETURNED = "returned"  # to the centre
    MOVED = "moved"  # between the office and a kecamatan: a row in either book
    COUNTED = "counted"  # what was found when somebody counted, and why it differs
    LENT = "lent"  # to another office: a row in a book of either
    BORROWED = "borrowed"


class BlankBook(SQLModel, table=True):
    """What lies in one place of one office. `stock` is the sum of its entries, never less than nothing."""

    __table_args__ = (
        UniqueConstraint("office_id", "place", "blank"),
        CheckConstraint("stock >= 0", name="blankbook_stock"),
    )

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id")
    place: str = Field(default=AT_THE_OFFICE, max_length=8)  # a kecamatan's code, or AT_THE_OFFICE
    blank: Blank = Field(sa_type=Named(Blank))
    stock: int = 0
    entries: int = 0
    created_at: datetime = Field(default_factory=now)


class BlankEntry(SQLModel, table=True):
    """One movement. It is written once and stays as it is: what was wrong is put right by a count."""

    __table_args__ = (
        UniqueConstraint("book_id", "number"),
        Index("blankentry_by_day", "book_id", "at"),
    )

    id: int = Field(default=None, primary_key=True)
    book_id: int = Field(foreign_key="blankbook.id")
    number: int  # 1, 2, 3, ... of its book
    movement: Movement = Field(sa_type=Named(Movement))
    quantity: int  # what came is more than 0, what went is less
    stock: int  # after it
    document_id: int | None = Field(default=None, foreign_key="document.id")  # the card it was used for
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    reason: str | None = Field(default=None, max_length=200)
    at: datetime = Field(default_factory=now)


class DeviceKind(StrEnum):
    PRINTER = "printer"
    ENROLMENT_KIT = "enrolment_kit"


class DeviceState(StrEnum):
    WORKING = "working"
    BROKEN = "broken"
    IN_REPAIR = "in_repair"
    LENT = "lent"
    RETIRED = "retired"


class Device(SQLModel, table=True):
    """A card printer or an enrolment kit of an office."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    place: str = Field(default=AT_THE_OFFICE, max_length=8)
    kind: DeviceKind = Field(sa_type=Named(DeviceKind))
    name: str = Field(max_length=60)
    state: DeviceState = Field(default=DeviceState.WORKING, sa_type=Named(DeviceState))
    bought_on: date | None = None
    daily_capacity: int  # cards, or people enrolled
    note: str | None = Field(default=None, max_length=200)
    state_since: datetime = Field(default_factory=now)
    created_at: datetime = Field(default_factory=now)
