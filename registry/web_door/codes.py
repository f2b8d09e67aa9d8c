"""The code that proves a telephone: six digits by SMS, for the browser that asked for them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from registry import audit, inbox
from registry.actors import SYSTEM
from registry.lifecycle import Refused
from registry.links import index
from registry.models import Channel, EventKind, Office, WebCode
from registry.offices.reaching import contact_at, writes_by
from registry.offices.telephones import e164
from registry.vault import vault

WEB_CODE = "web_code"  # the name of the inbox row that brings it
LIVES = timedelta(minutes=10)
TRIES = 5
BY_SMS = (Channel.SMS,)
DAY = timedelta(days=1)
# How many codes may be asked for, and in how long. A telephone that somebody else keeps asking for is shut out only
# where three of them try: one source gets fewer a day than the telephone does.
OF_BOTH, OF_PHONE, OF_SOURCE, OF_OFFICE = (4, DAY), (12, DAY), (10, timedelta(hours=1)), (300, timedelta(hours=1))
APART = timedelta(minutes=1)  # two clocks; what is later than that was noted by one that stood ahead


class TooMany(Exception):
    """More codes than somebody needs who wants to come in."""


@dataclass(frozen=True)
class Asker:
    """A browser: its cookie, the address it comes from, and the language of its page."""

    token: str
    source: str
    language: str


@dataclass(frozen=True)
class Tried:
    """`phone` when the code was right; else how many tries are left with this one."""

    phone: str | None = None
    left: int = 0


def is_offered(session: Session, office: Office) -> bool:
    """Without a number to send codes from there is no door."""
    return writes_by(session, office, BY_SMS)


def ask(session: Session, office: Office, written: str, asker: Asker, at: datetime) -> int | None:
    """Puts the code into the inbox of the telephone's SMS, whose contact the caller drains; none where it goes nowhere,
    which the page must not tell. An earlier code of the same browser ends. Raises Refused for what is no number of a
    telephone, TooMany."""
    phone = e164(written)
    if phone is None or not phone.startswith("+62"):  # a code costs the office money: none goes abroad
        raise Refused("refused-phone")
    session.exec(select(Office.id).where(Office.id == office.id).with_for_update(key_share=True)).one()
    _may_ask(session, office, phone, asker.source, at)
    for earlier in session.exec(select(WebCode).where(*_alive(asker.token, office, at))):
        earlier.until = at
    code = f"{secrets.randbelow(10**6):06d}"
    session.add(
        WebCode(
            token_index=index("web-asked", asker.token), office_id=office.id, phone=phone, phone_index=_phone(phone),
            source_index=_source(asker.source), code_index=_code(asker.token, code), created_at=at, until=at + LIVES,
        )
    )  # fmt: skip
    contact = contact_at(session, office, phone, BY_SMS, at)
    if contact is not None and contact.created_at == at:
        contact.language = asker.language
    if contact is None or contact.opted_out_at is not None:
        return None
    inbox.put(session, contact.id, Channel.SMS, EventKind.TIMER, {"name": WEB_CODE, "code": code}, due_at=at)
    return contact.id


def is_awaited(session: Session, office: Office, token: str, at: datetime) -> bool:
    return session.exec(select(WebCode.id).where(*_alive(token, office, at))).first() is not None


def prove(session: Session, office: Office, token: str, code: str, at: datetime) -> Tried:
    """A wrong code is counted, so the caller must commit. A right one is used up."""
    asked = session.exec(select(WebCode).where(*_alive(token, office, at)).with_for_update(key_share=True)).first()
    if asked is None:
        return Tried()
    asked.tries += 1
    if secrets.compare_digest(asked.code_index, _code(token, code)):
        asked.used_at = at
        return Tried(phone=asked.phone)
    if asked.tries >= TRIES:
        audit.record(session, SYSTEM, "web_code_spent", office_id=office.id, subject=f"webcode:{asked.id}", at=at)
    return Tried(left=TRIES - asked.tries)


def _may_ask(session: Session, office: Office, phone: str, source: str, at: datetime) -> None:
    by_phone, by_source = WebCode.phone_index == _phone(phone), WebCode.source_index == _source(source)
    limits: list[tuple[list[ColumnElement[bool] | bool], tuple[int, timedelta]]] = [
        ([by_phone, by_source], OF_BOTH),
        ([by_phone], OF_PHONE),
        ([by_source], OF_SOURCE),
        ([WebCode.office_id == office.id], OF_OFFICE),
    ]
    for whose, (most, span) in limits:
        lately = select(func.count()).where(*whose, col(WebCode.created_at).between(at - span, at + APART))
        if session.exec(lately).one() >= most:
            raise TooMany


def _alive(token: str, office: Office, at: datetime) -> tuple[ColumnElement[bool] | bool, ...]:
    return (
        WebCode.token_index == index("web-asked", token),
        WebCode.office_id == office.id,
        col(WebCode.used_at).is_(None),
        col(WebCode.tries) < TRIES,
        col(WebCode.until) > at,
    )


def _phone(phone: str) -> bytes:
    return vault().blind("phone", phone)


def _source(address: str) -> bytes:
    return vault().blind("web-source", address)


def _code(token: str, code: str) -> bytes:
    return vault().blind("web-code", f"{token}\0{code}")
