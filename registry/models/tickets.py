"""Conversations handed to officers, and what officers keep for them: notes, ready replies, enclosures."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

from registry.models.columns import Named, now
from registry.vault import Sealed

TICKET_OPEN = text("state <> 'closed'")
TICKET_CLOSED = text("state = 'closed'")


class TicketState(StrEnum):
    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class CloseReason(StrEnum):
    """Why an officer ended the talk."""

    ANSWERED = "answered"
    NO_REPLY = "no_reply"
    AT_COUNTER = "at_counter"  # the citizen comes to the office
    OTHER_OFFICE = "other_office"
    MISTAKE = "mistake"  # nobody was wanted


class Ticket(SQLModel, table=True):
    """A conversation handed to an officer. While it is open the bot is silent."""

    __table_args__ = (
        Index("ticket_open", "office_id", "created_at", sqlite_where=TICKET_OPEN, postgresql_where=TICKET_OPEN),
        Index("ticket_closed", "office_id", "closed_at", sqlite_where=TICKET_CLOSED, postgresql_where=TICKET_CLOSED),
    )

    id: int = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id", index=True)
    office_id: int = Field(foreign_key="office.id")
    state: TicketState = Field(default=TicketState.WAITING, sa_type=Named(TicketState))
    officer_id: int | None = Field(default=None, foreign_key="officer.id")
    for_role: str | None = Field(default=None, max_length=20)  # handed on to this role: nobody else takes it
    created_at: datetime = Field(default_factory=now)
    closed_at: datetime | None = None
    closed_for: CloseReason | None = Field(default=None, sa_type=Named(CloseReason))  # none: not by an officer


class TicketNote(SQLModel, table=True):
    """What officers tell each other about a talk; its citizen never reads it. Goes with the talk's messages."""

    id: int = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id", index=True)
    officer_id: int = Field(foreign_key="officer.id")
    text: str = Field(sa_type=Sealed("ticketnote.text"))
    written_at: datetime = Field(default_factory=now)


class Enclosure(SQLModel, table=True):
    """A PDF that an officer sent with a reply. Only the last link leads to it."""

    id: int = Field(default=None, primary_key=True)
    ticket_id: int = Field(foreign_key="ticket.id")
    contact_id: int = Field(foreign_key="contact.id", index=True)
    object_key: str = Field(index=True)
    size: int  # bytes, as stored
    token_index: bytes | None = Field(default=None, unique=True)
    fetches_left: int = 0
    link_until: datetime | None = None
    created_at: datetime = Field(default_factory=now)


class CannedReply(SQLModel, table=True):
    """A ready reply of an office in both languages, with {holes} that the talk fills. No word of it is a person's."""

    id: int = Field(default=None, primary_key=True)
    office_id: int = Field(foreign_key="office.id", index=True)
    title: str = Field(max_length=60)
    text_id: str
    text_en: str
    changed_at: datetime = Field(default_factory=now)
