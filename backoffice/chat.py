"""A contact's chat as an officer reads it: what the citizen sent and what we sent, in the order of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlmodel import Session, col, select

from backoffice import officers
from notifications.again import may_go_again
from notifications.channels.carrier import Remedy
from notifications.channels.remedies import remedy_for
from notifications.outbox import OPTED_OUT, Message
from notifications.shapes import is_template
from notifications.windows import UNTOLD
from registry.actors import Actor
from registry.models import (
    Case,
    Channel,
    Contact,
    Event,
    EventKind,
    EventState,
    Office,
    Officer,
    Outgoing,
    OutgoingState,
    Ticket,
    Upload,
)
from registry.rights.complaints import READERS
from registry.rights.concerned import reads_private
from registry.tickets import notes, texting

MOST = 200
UNSAID = {UNTOLD: "held-untold", OPTED_OUT: "opted-out"}  # by why it did not go
ADVISED = (Remedy.TEMPLATE, Remedy.BAD_ADDRESS, Remedy.BLOCKED, Remedy.OUR_CONTENT, Remedy.OUR_SIM)


@dataclass(frozen=True)
class Line:
    """`delivery` and `advice` are text keys; `secret` lines show that something went, never what. `private` ones
    belong to a complaint: who may not read it does not learn from the chat that there is one."""

    at: datetime
    who: Literal["citizen", "bot", "officer", "note"]
    text: str
    officer: str | None = None
    files: Sequence[Upload] = ()
    choices: Sequence[str] = ()
    oddity: str | None = None  # a sticker, a location: what came instead of words
    map_pin: str | None = None  # where the location is
    delivery: str | None = None
    advice: str | None = None  # what an officer can do about a message that did not arrive
    is_template: bool = False  # told that news waits, when WhatsApp's 24 hours were over
    secret: bool = False
    private: bool = False
    erased: bool = False
    document_id: int | None = None
    form: bool = False  # a form to sign went with it
    enclosure_id: int | None = None  # a PDF of an officer's
    by_sms: bool = False  # the 24 hours were over
    again: int | None = None  # the row that an officer may send once more


def lines(session: Session, contact_id: int, reader: Actor, most: int = MOST) -> list[Line]:
    """The latest `most` lines, the oldest first, as `reader` may see them. Three statements."""
    kinds = (EventKind.MESSAGE, EventKind.OFFICER_WORD)
    heard = select(Event).where(Event.contact_id == contact_id, col(Event.kind).in_(kinds))
    said = (
        select(Outgoing, Officer.name, Event.private)
        .outerjoin(Officer, col(Outgoing.officer_id) == col(Officer.id))
        .outerjoin(Event, col(Outgoing.event_id) == col(Event.id))
    )
    events = session.exec(heard.order_by(col(Event.id).desc()).limit(most)).all()
    sent = session.exec(
        said.where(Outgoing.contact_id == contact_id).order_by(col(Outgoing.id).desc()).limit(most)
    ).all()
    files = _files(session, contact_id, [event.message_sid for event in events if event.message_sid])
    found = [line for event in events if (line := _heard(event, files.get(event.message_sid or "", [])))]
    found += [_said(row, name, bool(private)) for row, name, private in sent]
    reads_all = _reads_private(session, reader, contact_id, found)
    return sorted((line for line in found if reads_all or not line.private), key=lambda line: line.at)[-most:]


def _reads_private(session: Session, reader: Actor, contact_id: int, found: Sequence[Line]) -> bool:
    """Asked only where something is."""
    is_reader = bool(reader.roles & READERS) and any(line.private for line in found)
    return is_reader and reads_private(session, reader, contact_id)


def with_notes(session: Session, found: list[Line], ticket: Ticket) -> list[Line]:
    """Among the messages what officers wrote to each other about the contact's talks."""
    written = notes.of_contact(session, ticket.contact_id, ticket.office_id)
    names = officers.names(session, {note.officer_id for note in written})
    found += [Line(note.written_at, "note", note.text, officer=names.get(note.officer_id)) for note in written]
    return sorted(found, key=lambda line: line.at)


def with_texts(session: Session, found: list[Line], contact: Contact, office: Office) -> list[Line]:
    """Among the messages what officers wrote to the same telephone by SMS."""
    known = texting.twin(session, contact, office) if contact.channel is Channel.WHATSAPP else None
    if known is None:
        return found
    texted = (
        select(Outgoing, Officer.name)
        .join(Officer, col(Outgoing.officer_id) == col(Officer.id))
        .where(Outgoing.contact_id == known.id, Officer.office_id == office.id)
    )
    rows = session.exec(texted.order_by(col(Outgoing.id).desc()).limit(MOST)).all()
    found += [replace(_said(row, name, private=False), by_sms=True) for row, name in rows]
    return sorted(found, key=lambda line: line.at)


def to_relative(session: Session, case: Case) -> list[Line]:
    """The news of this case that went to the relative, the oldest first; what else they chat about stays theirs."""
    if case.relative_id is None:
        return []
    went = select(Outgoing, Event).join(Event, col(Outgoing.event_id) == col(Event.id))
    theirs = Outgoing.contact_id == case.relative_id, Event.kind == EventKind.CASE_EVENT
    rows = session.exec(went.where(*theirs).order_by(col(Outgoing.id).desc()).limit(MOST)).all()
    mine = [row for row, event in rows if event.body.get("case_id") == case.id]
    return [_said(row, None, private=False) for row in reversed(mine)]


def _heard(event: Event, files: list[Upload]) -> Line | None:
    if event.kind is EventKind.MESSAGE:
        said = str(event.body.get("text") or "")
        return Line(
            event.received_at,
            "citizen",
            said,
            files=files,
            oddity=event.body.get("oddity"),
            map_pin=event.body.get("location", {}).get("at"),
            private=event.private,
            erased=event.erased_at is not None,
        )
    if event.body.get("name") == "officer_said" and event.state is EventState.PENDING:
        # Not in the outbox yet: the officer sees at once what they wrote.
        said, enclosed = str(event.body.get("text", "")), event.body.get("enclosure_id")
        return Line(event.received_at, "officer", said, delivery="delivery-waiting", enclosure_id=enclosed)
    return None


def _said(row: Outgoing, officer: str | None, private: bool) -> Line:
    message = Message.from_body(row.body)
    return Line(
        row.sent_at or row.created_at,
        "officer" if row.officer_id else "bot",
        "" if message.secret else message.text or message.notice,
        officer=officer,
        choices=() if message.secret else [choice.label for choice in message.choices],
        delivery=f"delivery-{_fate(row)}",
        advice=_advice(row),
        is_template=is_template(message),
        secret=message.secret,
        private=private,
        erased=row.erased_at is not None,
        document_id=message.document_id,
        form=message.handout_id is not None,
        enclosure_id=message.enclosure_id,
        again=row.id if may_go_again(row) else None,
    )


def _fate(row: Outgoing) -> str:
    """Until a receipt comes nobody knows more than that the carrier took it."""
    if row.state is OutgoingState.SENT:
        return row.delivery or "accepted"
    return UNSAID.get(row.error or "", row.state.value)


def _advice(row: Outgoing) -> str | None:
    if row.state is not OutgoingState.FAILED or row.error == OPTED_OUT:
        return None
    remedy = remedy_for(row.error or "")
    if row.again_at is not None and remedy not in ADVISED:
        return "advice-went-again"
    return f"advice-{remedy if remedy in ADVISED else 'other'}"


def _files(session: Session, contact_id: int, message_sids: list[str]) -> dict[str, list[Upload]]:
    query = select(Upload).where(Upload.contact_id == contact_id, col(Upload.message_sid).in_(message_sids))
    found: dict[str, list[Upload]] = {}
    for upload in session.exec(query.order_by(col(Upload.position))).all():
        found.setdefault(upload.message_sid or "", []).append(upload)
    return found
