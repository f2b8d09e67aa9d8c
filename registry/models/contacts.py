"""Offices, the addresses they are written to, and who writes there."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed

WINDOW = timedelta(hours=24)  # WhatsApp takes free text so long after the citizen last wrote


class Channel(StrEnum):
    WHATSAPP = "whatsapp"
    SMS = "sms"
    COUNTER = "counter"  # filed at the counter without a telephone: nothing is sent there
    WEB = "web"  # the chat on the office's page: what is said there is read there


WITH_FILES = (Channel.WHATSAPP, Channel.WEB)  # photos come in there, and PDFs go out


def bare(address: str) -> str:
    """The telephone number or id in it: WhatsApp's and the page's addresses begin with the channel."""
    return address.removeprefix("whatsapp:").removeprefix("web:")


def is_open(channel: Channel, window_until: datetime | None, at: datetime) -> bool:
    """Whether a text may go at once: only WhatsApp knows a window."""
    return channel is not Channel.WHATSAPP or (window_until is not None and at < window_until)


class Carriage(StrEnum):
    """How an office sends cards, and who pays."""

    POS_COD = "pos_cod"  # Kantor Pos, paid to the courier at the door
    POS_PREPAID = "pos_prepaid"  # Kantor Pos, paid by the office
    COURIER = "courier"  # a named one, paid at the door


class Office(SQLModel, table=True):
    """One Disdukcapil. `code` begins its case numbers (BPP-00412); `region` is its kabupaten or kota (64.71)."""

    id: int = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=8)
    name: str
    region: str = Field(index=True, max_length=5)
    timezone: str
    hours: dict[str, Any] = Field(sa_type=JSON)  # as OpeningHours.from_json reads it
    address: str
    postage_rupiah: int = 14_000
    postage_elsewhere_rupiah: int | None = None  # to another kabupaten or kota; none: the same
    carriage: Carriage = Field(default=Carriage.POS_COD, sa_type=Named(Carriage))
    courier_name: str = Field(default="", max_length=40)  # whom a courier is named, in Carriage.COURIER
    reminders_most: int = 3  # to fetch a card; then it is the office's turn to call
    papers_by: str = "both"  # chat | page | both
    release_by: str = "chat"  # chat | link; SMS is always by link
    closed_window: str = "hold"  # hold | sms: what an officer's words do when WhatsApp's 24 hours are over
    signatory_name: str = ""
    signatory_nip: str = ""
    signatory_title: str = ""
    last_case: int = 0  # the last case number given out
    retention_days: int = 30
    families_limit: int = 3  # for more a telephone files in 30 days, an officer looks (registry/families.py)
    draft_days: int = 14  # so long an unsent request waits for the citizen to go on
    quiet_minutes: int = 30  # without a word of either, a talk with an officer is over
    late_hours: int = 8  # working hours by which a promise moves that cannot be kept, unless the queue needs more
    claim_days: int = 3  # without a deed of its holder, and a claim has lapsed
    daily_quota: int | None = None  # requests a working day; more of them get the next day's place, none is refused
    quota_day: date | None = None  # the day whose places are being given out, and how many were
    quota_taken: int = 0
    announcement: str = Field(default="", max_length=120)  # what everybody hears who writes: in the greeting
    signing: str = "tte"  # tte | by_hand: printed, signed by hand, scanned back
    by_hand_districts: list[str] = Field(default_factory=list, sa_type=JSON)  # kecamatan where only that works
    lookups_a_day: int = 0  # at the centre's data service; none: the register at hand is asked
    idle_minutes: int = 240  # so long an officer stays signed in without a click


class Sender(SQLModel, table=True):
    """An address of ours. Without an office several offices share it, and the citizen is asked which one."""

    __table_args__ = (UniqueConstraint("channel", "address"),)

    id: int = Field(default=None, primary_key=True)
    channel: Channel = Field(sa_type=Named(Channel))
    address: str
    office_id: int | None = Field(default=None, foreign_key="office.id")
    looked_until: datetime | None = None  # what the carrier lists was compared with what its webhooks brought
    modem: str | None = Field(default=None, max_length=40, unique=True)  # its SIM card is in it; none: by Twilio


class Contact(SQLModel, table=True):
    """A citizen's address as one sender sees it. A WhatsApp address may be a business-scoped id."""

    __table_args__ = (UniqueConstraint("sender_id", "address_index"),)

    id: int = Field(default=None, primary_key=True)
    sender_id: int = Field(foreign_key="sender.id")
    channel: Channel = Field(sa_type=Named(Channel))
    address: str = Field(sa_type=Sealed("contact.address"))
    address_index: bytes
    external_index: bytes | None = Field(default=None, index=True)  # blind index of ExternalUserId
    office_id: int | None = Field(default=None, foreign_key="office.id")
    language: str = Field(default="id", max_length=2)
    window_until: datetime | None = None  # WINDOW after the citizen last wrote, on any channel
    opted_out_at: datetime | None = None
    flags: list[str] = Field(default_factory=list, sa_type=JSON)  # text keys an officer should notice
    identity_changed_at: datetime | None = None  # the number seems to have a new owner since then
    created_at: datetime = Field(default_factory=now)
    forgotten_at: datetime | None = None  # nothing is kept any more, and the address is gone as well

    @property
    def telephone(self) -> str | None:
        """The number in the address, where the address is one: WhatsApp may give an id that is no number."""
        number = bare(self.address)
        return number if number.startswith("+") and number[1:].isdecimal() else None


class KnownContact(NamedTuple):
    """A contact as a turn found it: what every turn looks at, without what an object costs that may be changed."""

    id: int
    channel: Channel
    language: str
    office_id: int | None
    window_until: datetime | None
    opted_out_at: datetime | None


class Conversation(SQLModel, table=True):
    """Where a contact stands; only the drain writes it."""

    contact_id: int = Field(primary_key=True, foreign_key="contact.id")
    data: dict[str, Any] = Field(sa_type=Sealed("conversation.data"))
    updated_at: datetime = Field(default_factory=now)
