"""Stores an arriving message in its contact's inbox: one short transaction, Core statements, before any work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import (
    Connection,
    LargeBinary,
    bindparam,
    case,
    cast,
    exists,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel

from bot.handlers.pace import IN_TURN, is_stop, paced, take_turn
from registry.database import Database
from registry.inbox import BEGINS
from registry.models import Channel, EventKind
from registry.models.contacts import WINDOW
from registry.models.events import PENDING
from registry.ready import Ready
from registry.vault import vault

log = structlog.get_logger()

EVENTS, CONTACTS, SENDERS = (SQLModel.metadata.tables[name] for name in ("event", "contact", "sender"))

GIVEN = ("channel", "kind", "message_sid", "body", "received_at")

# Built once: putting a statement together takes longer than running it.
KNOWN = (
    select(SENDERS.c.id.label("sender_id"), CONTACTS.c.id, CONTACTS.c.external_index)
    .outerjoin(CONTACTS, (CONTACTS.c.sender_id == SENDERS.c.id) & (CONTACTS.c.address_index == bindparam("address")))
    .where(SENDERS.c.channel == bindparam("channel"), SENDERS.c.address == bindparam("to"))
)
INSERTS: dict[bool, Callable[..., Any]] = {True: sqlite_insert, False: postgresql_insert}  # is it SQLite?
EXTERNAL = cast(bindparam("external"), LargeBinary)
# Who never wrote before, neither from this address nor under this person id.
WROTE = ("channel", "address", "address_index", "external_index", "window_until", "created_at")
STARTS = {"language": "id", "flags": []}
NEW_CONTACT = {
    is_sqlite: insert(CONTACTS)
    .from_select(
        ("sender_id", *WROTE, *STARTS),
        select(
            SENDERS.c.id,
            *(bindparam(name, type_=CONTACTS.c[name].type) for name in WROTE),
            *(bindparam(name, value, CONTACTS.c[name].type) for name, value in STARTS.items()),
        ).where(
            SENDERS.c.channel == bindparam("channel"),
            SENDERS.c.address == bindparam("to"),
            ~exists().where(CONTACTS.c.sender_id == SENDERS.c.id, CONTACTS.c.external_index == EXTERNAL),
        ),
    )
    .on_conflict_do_nothing(index_elements=["sender_id", "address_index"])
    .returning(CONTACTS.c.id)
    for is_sqlite, insert in INSERTS.items()
}
FIRST = {is_sqlite: Ready(made, [CONTACTS.c.id]) for is_sqlite, made in NEW_CONTACT.items()}
WAITING = EVENTS.alias("waiting")
# Never before an earlier message of the same contact that is put off.
DUE = func.coalesce(
    select(func.max(WAITING.c.due_at))
    .where(WAITING.c.contact_id == CONTACTS.c.id, WAITING.c.state == PENDING)
    .where(WAITING.c.kind == EventKind.MESSAGE, WAITING.c.due_at > bindparam("received_at"))
    .scalar_subquery(),
    bindparam("received_at", type_=EVENTS.c.due_at.type),
)
# Of a contact that we know, under the person id that we know.
ARRIVED = (
    select(
        CONTACTS.c.id,
        *(bindparam(name, type_=EVENTS.c[name].type) for name in GIVEN),
        DUE,
        *(bindparam(name, value, EVENTS.c[name].type) for name, value in BEGINS.items()),
    )
    .join(SENDERS, SENDERS.c.id == CONTACTS.c.sender_id)
    .where(
        SENDERS.c.channel == bindparam("channel"),
        SENDERS.c.address == bindparam("to"),
        CONTACTS.c.address_index == bindparam("address"),
        or_(EXTERNAL.is_(None), CONTACTS.c.external_index == EXTERNAL),
    )
)
# Only of this contact, whichever condition PostgreSQL likes to look at first.
ITS_TURN = case((CONTACTS.c.address_index == bindparam("address"), IN_TURN))
STORED = {
    is_sqlite: Ready(
        insert(EVENTS)
        .from_select(("contact_id", *GIVEN, "due_at", *BEGINS), ARRIVED.where(true() if is_sqlite else ITS_TURN))
        .on_conflict_do_nothing(index_elements=["channel", "message_sid"])
        .returning(EVENTS.c.id, EVENTS.c.contact_id),
        [EVENTS.c.id, EVENTS.c.contact_id],
    )
    for is_sqlite, insert in INSERTS.items()
}
NEW_EVENT = {
    is_sqlite: insert(EVENTS).on_conflict_do_nothing(index_elements=["channel", "message_sid"]).returning(EVENTS.c.id)
    for is_sqlite, insert in INSERTS.items()
}


class NotOurs(Exception):
    """The message went to an address that no sender of ours has."""


@dataclass(frozen=True)
class Arrival:
    channel: Channel
    to: str
    address: str
    sid: str
    external: str | None  # ExternalUserId: stays when the number changes
    body: Mapping[str, Any]
    at: datetime


def channel_of(address: str) -> Channel:
    return Channel.WHATSAPP if address.startswith("whatsapp:") else Channel.SMS


def store(database: Database, arrival: Arrival, *, often: bool = False) -> int | None:
    """The contact's id, or none for a message that was stored before. `often`: who writes so is perhaps to be slowed.
    Raises NotOurs."""
    address = vault().blind("address", arrival.address)
    external = vault().blind("external", arrival.external) if arrival.external else None
    event = {
        "channel": arrival.channel,
        "kind": EventKind.MESSAGE,
        "message_sid": arrival.sid,
        "body": dict(arrival.body),
        "received_at": arrival.at,
    }
    looked_up = {"channel": arrival.channel, "to": arrival.to, "address": address, "external": external}
    contact = {
        "channel": arrival.channel,
        "to": arrival.to,
        "external": external,
        "address": arrival.address,
        "address_index": address,
        "external_index": external,
        "window_until": arrival.at + WINDOW,  # nothing is held that the message could let go
        "created_at": arrival.at,
    }
    is_sqlite = database.is_sqlite
    message, first = (STORED[is_sqlite], {**event, **looked_up}), (FIRST[is_sqlite], contact)
    stops = is_stop(str(arrival.body.get("text", "")))
    slowly = often or stops
    if not slowly and (stored := database.write_at_once(message) or database.write_at_once(first, message)):
        return _told(*map(int, stored[0]))
    # Of nobody's sender, under another person id, often, BERHENTI, or stored before.
    with database.writing() as session:
        connection = session.connection()
        contact_id, is_new = _contact(connection, contact, is_sqlite)
        at_once = is_new or stops
        due_at, slowed = (arrival.at, {}) if at_once else paced(connection, contact_id, arrival.at)
        event |= {"contact_id": contact_id, "due_at": due_at, "body": {**arrival.body, **slowed}}
        new = connection.execute(NEW_EVENT[is_sqlite], event).scalar()
    return _told(new, contact_id) if new else None


def _told(event_id: int, contact_id: int) -> int:
    """By `event_id` the log is followed from here to the receipt of the answer."""
    log.info("message_stored", event_id=event_id, contact_id=contact_id)
    return contact_id


def _contact(connection: Connection, contact: Mapping[str, Any], is_sqlite: bool) -> tuple[int, bool]:
    """Found by address, then by the carrier's own id for the person; else made, which is told beside the number.

    Of one that was there it is our turn to store: before its row is changed, for who stores holds its turn and wants
    the row.
    """
    external, index, at = contact["external"], contact["address_index"], contact["created_at"]
    looked_up = {"channel": contact["channel"], "to": contact["to"], "address": index}
    known = connection.execute(KNOWN, looked_up).first()
    if known is None:
        raise NotOurs
    if known.id is not None:
        take_turn(connection, known.id)
        if external and known.external_index != external:
            _note_identity(connection, known.id, known.external_index, external, at)
        return int(known.id), False
    if external and (moved := _same_person(connection, known.sender_id, external, contact["address"], index)):
        return moved, False
    if made := connection.execute(NEW_CONTACT[is_sqlite], contact).scalar():
        return int(made), True
    contact_id = int(connection.execute(KNOWN, looked_up).one().id)  # another made it meanwhile
    take_turn(connection, contact_id)
    return contact_id, False


def _note_identity(
    connection: Connection, contact_id: int, before: bytes | None, external: bytes, at: datetime
) -> None:
    """Another person id on the same number: it may have been given to somebody new, so documents stay here."""
    changed = {"identity_changed_at": at} if before else {}
    connection.execute(update(CONTACTS).where(CONTACTS.c.id == contact_id).values(external_index=external, **changed))


def _same_person(connection: Connection, sender_id: int, external: bytes, address: str, index: bytes) -> int | None:
    """The newest, where two numbers had the same id one after the other."""
    theirs = CONTACTS.c.sender_id == sender_id, CONTACTS.c.external_index == external
    newest = select(CONTACTS.c.id).where(*theirs).order_by(CONTACTS.c.id.desc()).limit(1)
    contact_id: int | None = connection.execute(newest).scalar()
    if contact_id is not None:
        take_turn(connection, contact_id)
        moved = update(CONTACTS).where(CONTACTS.c.id == contact_id)
        connection.execute(moved.values(address=address, address_index=index))
    return contact_id
