"""How an issued PDF leaves: after one fact of the case into the chat, or by a link and, apart, its kode ambil."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, select

from registry import audit, subjects
from registry.actors import SYSTEM, Actor, NotFound
from registry.database import Database
from registry.lifecycle import DocumentState, Refused
from registry.links import Gone, index, new_token
from registry.models import Case, Contact, Document, DownloadLink
from registry.moves import lock_document

TRIES = 5
CITIZEN_DAYS = 7
CITIZEN_FETCHES = 20
CARRIER_MINUTES = 10
CARRIER_FETCHES = 5  # HEAD included; the carrier tries again when its own network fails


class Fact(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    LOCKED = "locked"  # only an officer helps now


class PinNeeded(Exception):
    """The link is good; the page asks for the kode ambil."""


class WrongPin(Exception):
    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


def check_fact(session: Session, document_id: int, contact: Contact, answer: date, at: datetime) -> Fact:
    """Compares the birth date of the person named. Counted in the document: five wrong answers lock it.

    Raises NotFound for a contact that did not open the case, Refused for a document that is not to be handed out.
    """
    actor = Actor.citizen(contact)
    document, case = lock_document(session, actor, document_id)
    _require_issued(document)
    wanted = subjects.birth_date(session, case, at.date())
    if wanted is None or document.release_tries >= TRIES or not _same_person(contact, case):
        return Fact.LOCKED
    right = answer == wanted
    document.release_tries = 0 if right else document.release_tries + 1
    session.add(document)
    _record(session, actor, document, "fact_right" if right else "fact_wrong", at)
    if right:
        return Fact.RIGHT
    return Fact.WRONG if document.release_tries < TRIES else Fact.LOCKED


def tries_left(session: Session, document_id: int) -> int:
    return max(0, TRIES - session.get_one(Document, document_id).release_tries)


def may_release(session: Session, document_id: int, contact: Contact) -> bool:
    """Whether this is still who opened the case: a number may have been given to somebody new since."""
    case = session.get_one(Case, session.get_one(Document, document_id).case_id)
    return case.contact_id == contact.id and _same_person(contact, case)


def person_named(session: Session, document_id: int) -> str:
    return subjects.person_named(session.get_one(Case, session.get_one(Document, document_id).case_id))


def link_for_citizen(session: Session, document_id: int, at: datetime) -> tuple[str, str]:
    """A token for /d/<token> and its kode ambil, which goes in a message of its own. Neither is kept readable."""
    pin = f"{secrets.randbelow(1_000_000):06}"
    token = _link(session, document_id, at, at + timedelta(days=CITIZEN_DAYS), CITIZEN_FETCHES, pin)
    return token, pin


def link_for_carrier(session: Session, document_id: int, at: datetime) -> str:
    """A token for /d/<token> that needs no kode ambil and soon ends. Raises Refused when the document is withdrawn."""
    return _link(session, document_id, at, at + timedelta(minutes=CARRIER_MINUTES), CARRIER_FETCHES, None)


def open_link(database: Database, token: str, pin: str | None, at: datetime) -> str:
    """The key of the PDF's object. Raises NotFound, Gone, PinNeeded or WrongPin.

    Takes the database, since a wrong try must be counted although it raises.
    """
    with database.writing() as session:
        opened = _open(session, token, pin, at)
    if isinstance(opened, Exception):
        raise opened
    return opened


def _open(session: Session, token: str, pin: str | None, at: datetime) -> str | Exception:
    mine = select(DownloadLink).where(DownloadLink.token_index == index("download", token))
    found = session.exec(mine).first()
    if found is None or found.document_id is None:
        return NotFound()
    document, _ = lock_document(session, SYSTEM, found.document_id)
    link = session.exec(mine.with_for_update().execution_options(populate_existing=True)).one()
    if not _is_alive(link, document, at) or document.object_key is None:
        return Gone()
    if link.pin_index is not None:
        if pin is None:
            return PinNeeded()
        if link.pin_index != _pin_index(token, pin):
            return _wrong_pin(session, link, document, at)
    link.fetches_left -= 1
    session.add(link)
    _hand_out(session, document, at)
    return document.object_key


def _is_alive(link: DownloadLink, document: Document, at: datetime) -> bool:
    usable = link.expires_at > at and link.fetches_left > 0 and link.tries < TRIES
    return usable and document.state is DocumentState.ISSUED


def _wrong_pin(session: Session, link: DownloadLink, document: Document, at: datetime) -> Exception:
    link.tries += 1
    session.add(link)
    _record(session, SYSTEM, document, "pin_wrong", at)
    return WrongPin(TRIES - link.tries)


def _hand_out(session: Session, document: Document, at: datetime) -> None:
    document.released_at = document.released_at or at
    session.add(document)
    _record(session, SYSTEM, document, "document_released", at)


def _link(session: Session, document_id: int, at: datetime, expires_at: datetime, fetches: int, pin: str | None) -> str:
    document, _ = lock_document(session, SYSTEM, document_id)
    _require_issued(document)
    token = new_token()
    session.add(
        DownloadLink(
            token_index=index("download", token),
            document_id=document.id,
            pin_index=None if pin is None else _pin_index(token, pin),
            fetches_left=fetches,
            expires_at=expires_at,
            created_at=at,
        )
    )
    _record(session, SYSTEM, document, "link_made", at)
    return token


def _pin_index(token: str, pin: str) -> bytes:
    """Bound to its link: the same six digits look different under another token."""
    return index("download.pin", f"{token}\0{pin.strip()}")


def _require_issued(document: Document) -> None:
    if document.state is not DocumentState.ISSUED or document.object_key is None:
        raise Refused("refused-state", state=document.state)


def _same_person(contact: Contact, case: Case) -> bool:
    return contact.identity_changed_at is None or contact.identity_changed_at < case.opened_at


def _record(session: Session, actor: Actor, document: Document, action: str, at: datetime) -> None:
    audit.record(
        session,
        actor,
        action,
        office_id=document.office_id,
        case_id=document.case_id,
        subject=f"document:{document.id}",
        at=at,
    )
