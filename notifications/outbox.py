"""The outbox: what a contact will be told. A row here is the truth; sending it is another process's work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, SQLModel

from registry.database import Step
from registry.models import OutgoingKind, OutgoingState
from registry.models.columns import now
from registry.ready import Ready

OUTBOX = SQLModel.metadata.tables["outgoing"]
OPTED_OUT = "opted-out"  # not sent: the contact said BERHENTI before it went

QUEUED = insert(OUTBOX).returning(OUTBOX.c.id)  # built once: putting it together takes longer than running it
GIVEN = ("contact_id", "event_id", "officer_id", "body", "kind", "state", "attempts", "due_at", "created_at")
SAID = Ready(insert(OUTBOX).inline(), columns=GIVEN)


@dataclass(frozen=True)
class Choice:
    id: str
    label: str
    description: str = ""


@dataclass(frozen=True)
class Message:
    """One message, rendered for its channel and language. On SMS the choices already stand in the text."""

    text: str
    choices: tuple[Choice, ...] = ()  # up to 3 become buttons, up to 10 a list
    list_button: str = ""  # what opens the list
    document_id: int | None = None  # its PDF goes with the message
    handout_id: int | None = None  # a form to sign goes with it
    enclosure_id: int | None = None  # a PDF of an officer's goes with it
    booking_id: int | None = None  # the picture of a ticket for the mobile van goes with it
    template: str | None = None  # the approved template that goes when the 24-hour window is closed
    variables: tuple[str, ...] = ()  # of that template
    notice: str = ""  # the template as the citizen reads it
    secret: bool = False  # a kode ambil: never shown in the back office

    @property
    def has_file(self) -> bool:
        files = (self.document_id, self.handout_id, self.enclosure_id, self.booking_id)
        return any(each is not None for each in files)

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> Message:
        """Reads a message back from the body of its row."""
        choices = tuple(Choice(**choice) for choice in body["choices"])
        return cls(**{**body, "choices": choices, "variables": tuple(body["variables"])})

    def as_body(self) -> dict[str, Any]:
        return {**vars(self), "choices": [vars(choice) for choice in self.choices]}


def queue(
    session: Session,
    contact_id: int,
    message: Message,
    *,
    kind: OutgoingKind = OutgoingKind.ANSWER,
    event_id: int | None = None,
    officer_id: int | None = None,
    due_at: datetime | None = None,
) -> int:
    """Puts a message behind the contact's earlier ones; its id. After the commit the caller wakes `Queue.SEND`."""
    row = _row(contact_id, message, kind, event_id, officer_id, due_at)
    return int(session.connection().execute(QUEUED, row).scalar_one())


def queued_last(
    contact_id: int,
    message: Message,
    kind: OutgoingKind,
    event_id: int,
    officer_id: int | None,
    state: OutgoingState = OutgoingState.QUEUED,
) -> Step:
    """The same as a statement, for the end of the transaction that it belongs to."""
    return SAID, _row(contact_id, message, kind, event_id, officer_id) | {"state": state}


def _row(
    contact_id: int,
    message: Message,
    kind: OutgoingKind,
    event_id: int | None,
    officer_id: int | None,
    due_at: datetime | None = None,
) -> dict[str, Any]:
    at = now()
    return {
        "contact_id": contact_id,
        "event_id": event_id,
        "officer_id": officer_id,
        "body": message.as_body(),
        "kind": kind,
        "state": OutgoingState.QUEUED,
        "attempts": 0,
        "due_at": due_at or at,
        "created_at": at,
    }


def withdraw(session: Session, contact_id: int, at: datetime) -> None:
    """What has not left yet stays here, answers to earlier messages as well. The caller holds the contact."""
    waiting = OUTBOX.c.state.in_((OutgoingState.QUEUED, OutgoingState.HELD))
    gone = update(OUTBOX).where(OUTBOX.c.contact_id == contact_id, waiting)
    session.execute(gone.values(state=OutgoingState.FAILED, error=OPTED_OUT, due_at=at))


def numbered(message: Message) -> str:
    """The text with its choices as numbered lines, for when they cannot be shown as buttons or a list."""
    return "\n".join([message.text, *(f"{n}. {choice.label}" for n, choice in enumerate(message.choices, 1))])
