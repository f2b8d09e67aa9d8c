"""Finds who stands there by one field: typed, or scanned from a ticket, a letter or a document."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlmodel import Session

from registry.actors import Actor
from registry.desk.searching import search
from registry.models import Case


def find(session: Session, actor: Actor, text: str) -> Sequence[Case]:
    """Cases of the officer's office, the newest first."""
    return search(session, actor, scanned(text))


def scanned(text: str) -> str:
    """The code at the end of an address: a document's QR leads to its page."""
    address = urlsplit(text.strip())
    return address.path.rstrip("/").rpartition("/")[2] if address.scheme in ("http", "https") else text.strip()
