"""What the office issues: signed PDFs and cards, the links to them, and their way by post."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Index, text
from sqlmodel import Field, SQLModel, col

from registry.lifecycle import DocumentState
from registry.models.columns import Named, now
from registry.models.contacts import Carriage
from registry.vault import Sealed

RECEIPT = "tanda_terima_surat"  # the office's own letter of receipt of papers
TO_PRINT = text("state = 'to_print'")
POSTED = text("state = 'posted'")
NUMBERED = text("tracking_number IS NOT NULL")
UNCOLLECTED = text("state IN ('choosing_handover','ready_for_pickup')")
OLD_WANTED = text("old_card = 'wanted'")


class OldCard(StrEnum):
    """The card that a new one replaces: whoever hands over the new one takes it back."""

    WANTED = "wanted"
    TAKEN = "taken"


class Document(SQLModel, table=True):
    """One document of a case. `code` is what the QR leads to (/v/<code>); `sha256` is of the PDF as handed out."""

    __table_args__ = (
        Index("document_by_state", "office_id", "state", "id"),
        Index(
            "document_uncollected",
            "office_id",
            "moved_at",
            "id",
            sqlite_where=UNCOLLECTED,
            postgresql_where=UNCOLLECTED,
        ),
        Index("document_posted", "id", sqlite_where=POSTED, postgresql_where=POSTED),
        Index("document_old_card", "office_id", "id", sqlite_where=OLD_WANTED, postgresql_where=OLD_WANTED),
    )

    id: int = Field(default=None, primary_key=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    office_id: int = Field(foreign_key="office.id")
    kind: str = Field(max_length=10)  # pdf | card
    template: str | None = Field(default=None, max_length=60)
    source: str = Field(default="siak", max_length=10)  # whose register it comes from: siak | office
    state: DocumentState = Field(sa_type=Named(DocumentState))
    code: str | None = Field(default=None, unique=True, max_length=16)
    object_key: str | None = Field(default=None, index=True)
    sha256: str | None = Field(default=None, max_length=64, index=True)
    sample: bool = True  # marked CONTOH
    via: str | None = Field(default=None, max_length=10)  # issued | attached | siak
    signed_by: int | None = Field(default=None, foreign_key="officer.id")
    signed_at: datetime | None = None
    issued_at: datetime | None = None
    siak_number: str | None = Field(default=None, max_length=30, index=True)  # under which it was keyed into SIAK
    number: str | None = Field(default=None, sa_type=Sealed("document.number"))  # that it bears itself
    number_index: bytes | None = Field(default=None, index=True)
    superseded_by: int | None = Field(default=None, index=True)  # the document in its place
    holder: str | None = Field(
        default=None, sa_type=Sealed("document.holder")
    )  # by name, where a case has several cards
    goes_with: int | None = Field(default=None, index=True)  # the card it is handed over with
    stuck: str | None = Field(default=None, sa_type=Sealed("document.stuck"))
    sent_back_at: datetime | None = None  # by the signatory, who said in `stuck` why; none once it was signed
    release_tries: int = 0  # wrong answers to the question asked before a document leaves
    released_at: datetime | None = None
    initials: str | None = Field(default=None, max_length=80)  # of the name, once the answers are gone: /v still tells
    moved_at: datetime | None = None  # since when it is in its state
    reminders: int = 0  # to fetch it, or to choose how it shall come
    reminded_at: datetime | None = None
    old_card: OldCard | None = Field(default=None, sa_type=Named(OldCard))
    created_at: datetime = Field(default_factory=now)


def is_asked_for() -> ColumnElement[bool]:
    """Not the receipt of papers, which the office gives along the way."""
    return col(Document.template).is_distinct_from(RECEIPT)


class DownloadLink(SQLModel, table=True):
    """A way to one file: for the carrier minutes and a few fetches, for a citizen days and a kode ambil. It leads to
    a document, or to the copy of their data that a citizen asked for."""

    id: int = Field(default=None, primary_key=True)
    token_index: bytes = Field(unique=True)
    document_id: int | None = Field(default=None, foreign_key="document.id")
    request_id: int | None = Field(default=None, foreign_key="datarequest.id")
    pin_index: bytes | None = None  # blind index of the kode ambil; none for the carrier
    tries: int = 0
    fetches_left: int
    expires_at: datetime
    created_at: datetime = Field(default_factory=now)


class CarrierStatus(StrEnum):
    """What a carrier says of an envelope."""

    DELIVERED = "delivered"
    RETURNED = "returned"
    MOVING = "moving"


class Shipment(SQLModel, table=True):
    """One envelope handed to the post. `address` holds the parts of domain use: street, RT, RW, village code, phone."""

    __table_args__ = (
        Index("shipment_tracking", "tracking_number", "courier", unique=True,
              sqlite_where=NUMBERED, postgresql_where=NUMBERED),
    )  # fmt: skip

    id: int = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    address: dict[str, Any] = Field(sa_type=Sealed("shipment.address"))
    carriage: Carriage = Field(default=Carriage.POS_COD, sa_type=Named(Carriage))
    courier: str = Field(default="", max_length=40)
    fee_rupiah: int  # as the citizen was told
    consignment_id: int | None = Field(default=None, foreign_key="consignment.id", index=True)
    tracking_number: str | None = Field(default=None, max_length=20)
    carrier_says: CarrierStatus | None = Field(default=None, sa_type=Named(CarrierStatus))
    asked_at: datetime | None = None  # when the carrier was asked last
    posted_at: datetime | None = None
    delivered_at: datetime | None = None
    returned_at: datetime | None = None
    return_reason: str | None = Field(default=None, max_length=40)
    created_at: datetime = Field(default_factory=now)


class SigningTry(SQLModel, table=True):
    """A PDF that went to be signed elsewhere, while nobody knows how that ended. `object_key` is the unsigned one."""

    id: int = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", index=True)
    object_key: str
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    id_dokumen: str | None = Field(default=None, max_length=80)  # under which BSrE keeps the signed file
    begun_at: datetime = Field(default_factory=now)


class Consignment(SQLModel, table=True):
    """What was handed to a carrier at once. `taken_by` is the name of who came for it."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    courier: str = Field(default="", max_length=40)  # none: Kantor Pos
    taken_by: str = Field(max_length=80)
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    handed_at: datetime = Field(default_factory=now)
