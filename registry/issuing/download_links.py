"""The ways to a file at /d/<token>: for a citizen days and, apart, a kode ambil; for the carrier minutes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, select

from registry import audit
from registry.actors import SYSTEM, NotFound
from registry.database import Database
from registry.lifecycle import DocumentState, Refused
from registry.links import CARRIER_FETCHES, CARRIER_MINUTES, Gone, index, new_token
from registry.models import Case, DataRequest, Document, DownloadLink
from registry.moves import LOCK, lock_document
from registry.rights import data_requests
from registry.telling import ask_later

TRIES = 5
CITIZEN_DAYS = 7
CITIZEN_FETCHES = 20


class PinNeeded(Exception):
    """The link is good; the page asks for the kode ambil."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(f"{tries_left} tries left")
        self.tries_left = tries_left


class WrongPin(PinNeeded):
    """It was given, and is not the one."""


class Locked(Gone):
    """By too many wrong tries."""


@dataclass(frozen=True)
class Behind:
    """What a link leads to, locked until the transaction ends. No key: it was withdrawn, or is deleted already."""

    key: str | None
    document_id: int | None
    request_id: int | None
    note: Callable[[str], None]  # writes an audit row


def for_citizen(session: Session, document_id: int, at: datetime) -> tuple[str, str]:
    """A token for /d/<token> and its kode ambil, which goes in a message of its own. Neither is kept readable."""
    return _with_pin(session, _document(session, document_id, at), at)


def for_copy(session: Session, request_id: int, at: datetime) -> tuple[str, str]:
    """The same for the copy of their data that a citizen asked for."""
    return _with_pin(session, _copy(session, request_id, at), at)


def for_carrier(session: Session, document_id: int, at: datetime) -> str:
    """A token for /d/<token> that needs no kode ambil and soon ends. Raises Refused when the document is withdrawn."""
    until = at + timedelta(minutes=CARRIER_MINUTES)
    return _link(session, _document(session, document_id, at), at, until, CARRIER_FETCHES, None)


def open_link(database: Database, token: str, pin: str | None, at: datetime) -> str:
    """The key of the object. Raises NotFound, Gone (Locked), PinNeeded or WrongPin.

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
    if found is None:
        return NotFound()
    behind = _behind(session, found, at)
    link = session.exec(mine.with_for_update().execution_options(populate_existing=True)).one()
    if behind.key is None or link.expires_at <= at or link.fetches_left <= 0:
        return Gone()
    if link.tries >= TRIES:
        return Locked()
    if link.pin_index is not None:
        if pin is None:
            return PinNeeded(TRIES - link.tries)
        if link.pin_index != _pin_index(token, pin):
            return _wrong_pin(session, link, behind)
    link.fetches_left -= 1
    session.add(link)
    _hand_out(session, behind, at)
    return behind.key


def _behind(session: Session, link: DownloadLink, at: datetime) -> Behind:
    if link.document_id is not None:
        return _document(session, link.document_id, at)
    return _copy(session, link.request_id or 0, at)


def _document(session: Session, document_id: int, at: datetime) -> Behind:
    document, case = lock_document(session, SYSTEM, document_id)

    def note(action: str) -> None:
        office_id, subject = document.office_id, f"document:{document.id}"
        audit.record(session, SYSTEM, action, office_id=office_id, case_id=case.id, subject=subject, at=at)

    key = document.object_key if document.state is DocumentState.ISSUED else None
    return Behind(key, document.id, None, note)


def _copy(session: Session, request_id: int, at: datetime) -> Behind:
    request = session.get(DataRequest, request_id, populate_existing=True, with_for_update=LOCK)
    if request is None:
        raise NotFound
    return Behind(
        request.object_key, None, request.id, lambda action: data_requests.record(session, SYSTEM, request, action, at)
    )


def _wrong_pin(session: Session, link: DownloadLink, behind: Behind) -> Exception:
    link.tries += 1
    session.add(link)
    behind.note("pin_wrong")
    return WrongPin(TRIES - link.tries)


def _hand_out(session: Session, behind: Behind, at: datetime) -> None:
    if behind.document_id is None:
        behind.note("copy_released")
        return
    document = session.get_one(Document, behind.document_id)
    if document.released_at is None:  # when it was sent, it was not in the citizen's hands yet
        document.released_at = at
        ask_later(session, [session.get_one(Case, document.case_id)], at)
    session.add(document)
    behind.note("document_released")


def _with_pin(session: Session, behind: Behind, at: datetime) -> tuple[str, str]:
    pin = f"{secrets.randbelow(1_000_000):06}"
    return _link(session, behind, at, at + timedelta(days=CITIZEN_DAYS), CITIZEN_FETCHES, pin), pin


def _link(session: Session, behind: Behind, at: datetime, expires_at: datetime, fetches: int, pin: str | None) -> str:
    if behind.key is None:
        raise Refused("refused-no-pdf")
    token = new_token()
    session.add(
        DownloadLink(
            token_index=index("download", token),
            document_id=behind.document_id,
            request_id=behind.request_id,
            pin_index=None if pin is None else _pin_index(token, pin),
            fetches_left=fetches,
            expires_at=expires_at,
            created_at=at,
        )
    )
    behind.note("link_made")
    return token


def _pin_index(token: str, pin: str) -> bytes:
    """Bound to its link: the same six digits look different under another token."""
    return index("download.pin", f"{token}\0{pin.strip()}")
