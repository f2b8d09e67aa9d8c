"""PDFs that officers send in a talk: cleaned as all files are, kept with it, and lent to the carrier by a link."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from registry.links import Links
from registry.models import Enclosure, Office, Ticket
from registry.retention.remnants import leave_objects

LINKS = Links(Enclosure, "enclosure")


def enclose(session: Session, ticket: Ticket, values: dict[str, Any], at: datetime) -> Enclosure:
    """`values` are the stored file's (registry/uploads/keeping.py)."""
    enclosure = Enclosure(
        ticket_id=ticket.id,
        contact_id=ticket.contact_id,
        object_key=values["object_key"],
        size=values["size"],
        created_at=at,
    )
    session.add(enclosure)
    session.flush()
    return enclosure


def called(session: Session, enclosure: Enclosure) -> str:
    """As the citizen's telephone shows it: the office and the day, without what an officer's own file was called."""
    office = session.get_one(Office, session.get_one(Ticket, enclosure.ticket_id).office_id)
    day = enclosure.created_at.astimezone(ZoneInfo(office.timezone)).strftime("%d-%m-%Y")
    return "-".join([*re.findall(r"[A-Za-z0-9]+", office.name), day])


def drop(session: Session, contact_id: int, until: datetime, at: datetime) -> int:
    """Those of a contact's talks sent until then; the files become remnants."""
    old = select(Enclosure).where(Enclosure.contact_id == contact_id, col(Enclosure.created_at) <= until)
    gone = session.exec(old).all()
    leave_objects(session, [enclosure.object_key for enclosure in gone], at)
    for enclosure in gone:
        session.delete(enclosure)
    return len(gone)
