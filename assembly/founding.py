"""An office and its officers, made from a terminal before anybody can log in."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlmodel import Session, select

from backoffice.passwords import SHORTEST, hash_password
from registry import audit
from registry.actors import SYSTEM
from registry.lifecycle import Refused, Role
from registry.models import Channel, Helper, Office, Officer, Sender
from registry.offices import helping, second_factor
from registry.offices.staffing import KEEPERS
from registry.places.regions import Regions
from registry.uploads.store import ObjectStore

STAFF_ROLES = tuple(role.value for role in Role if role not in (Role.CITIZEN, Role.SYSTEM))
WEEK = {day: [["08:00", "15:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}

HELPER_FAULTS = {
    "refused-phone": "That is no telephone number; write it as +62812... or 0812...",
    "refused-helper-name": "A helper has a name",
    "refused-helper-role": "That is no role of a helper",
    "refused-family-limit": f"The limit is 1 to {helping.MOST_FAMILIES} families",
}


class CannotCreate(ValueError):
    """Says what is wrong with what was given."""


def create_office(
    session: Session, regions: Regions, *, code: str, name: str, region: str, address: str, senders: Sequence[str]
) -> Office:
    """`senders` are the addresses it is written to: +62..., whatsapp:+62... Its hours begin as 08:00 to 15:00."""
    place = regions.get(region)
    if place is None or place.level not in ("kabupaten", "kota"):
        raise CannotCreate(f"{region} is no kabupaten or kota; write its code as 64.71")
    if session.exec(select(Office).where(Office.code == code)).first():
        raise CannotCreate(f"There is an office {code} already")
    zone = regions.zone(place)
    hours = {"zone": zone, "weekly": WEEK}
    office = Office(code=code, name=name, region=region, timezone=zone, hours=hours, address=address)
    session.add(office)
    session.flush()
    for sender in senders:
        channel = Channel.WHATSAPP if sender.startswith("whatsapp:") else Channel.SMS
        session.add(Sender(channel=channel, address=sender, office_id=office.id))
    audit.record(session, SYSTEM, "office_created", office_id=office.id, subject=f"office:{office.id}")
    return office


def create_officer(
    session: Session, store: ObjectStore, *, username: str, name: str, password: str, roles: Sequence[str],
    office: str | None, signing_key: Path | None = None,
) -> Officer:  # fmt: skip
    """`office` is a code; the province has none. `signing_key` is a signatory's PKCS#12 file."""
    if len(password) < SHORTEST:
        raise CannotCreate(f"A password has at least {SHORTEST} characters")
    if session.exec(select(Officer).where(Officer.username == username)).first():
        raise CannotCreate(f"There is an officer {username} already")
    officer = Officer(
        office_id=_office_id(session, office, roles),
        username=username,
        name=name,
        password_hash=hash_password(password),
        roles=list(roles),
        session_key=secrets.token_hex(16),
        signing_key=store.put(signing_key.read_bytes()) if signing_key else None,
    )
    session.add(officer)
    session.flush()
    audit.record(
        session,
        SYSTEM,
        "officer_created",
        office_id=officer.office_id,
        subject=f"officer:{officer.id}",
        fields=("roles",),
    )
    return officer


def _office_id(session: Session, code: str | None, roles: Sequence[str]) -> int | None:
    if (code is None) != (list(roles) == [Role.PROVINCE]):
        raise CannotCreate("An officer belongs to an office; only the role province, alone, has none")
    if code is None:
        return None
    office = session.exec(select(Office).where(Office.code == code)).first()
    if office is None:
        raise CannotCreate(f"There is no office {code}; create-office makes it")
    return office.id


def drop_second_factor(session: Session, username: str, at: datetime) -> None:
    """For the only administrator of an office, whose telephone and paper are lost; others ask theirs."""
    officer = session.exec(select(Officer).where(Officer.username == username)).first()
    if officer is None:
        raise CannotCreate(f"There is no officer {username}")
    second_factor.remove(session, replace(SYSTEM, office_id=officer.office_id, roles=KEEPERS), officer.id, at)


def create_helper(
    session: Session, *, office: str, phone: str, name: str, role: str, family_limit: int, at: datetime
) -> Helper:
    """`office` is a code. A telephone that is registered already gets what is given now."""
    place = session.exec(select(Office).where(Office.code == office)).first()
    if place is None:
        raise CannotCreate(f"There is no office {office}")
    try:
        return helping.register(
            session, SYSTEM, place.id, phone=phone, name=name, role=role, family_limit=family_limit, at=at
        )
    except Refused as refused:
        raise CannotCreate(HELPER_FAULTS[refused.reason]) from refused
