"""Secret addresses: made here, kept only as a blind index, and gone after their time."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Protocol

from registry.vault import vault

TOKEN_BYTES = 16
CARRIER_MINUTES = 10
CARRIER_FETCHES = 5  # HEAD included; the carrier tries again when its own network fails


class Lent(Protocol):
    """A row that leads to a file, by one link at a time."""

    token_index: bytes | None
    fetches_left: int
    link_until: datetime | None


class Gone(Exception):
    """The link was good once: its time is over, it was used, or its document is withdrawn (410)."""


def new_token() -> str:
    """128 bits, fit for a path."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def index(purpose: str, token: str) -> bytes:
    return vault().blind(purpose, token)


def lend(row: Lent, purpose: str, at: datetime) -> str:
    """A token for /d/<token>, for the carrier; an earlier one ends."""
    token = new_token()
    row.token_index = index(purpose, token)
    row.fetches_left, row.link_until = CARRIER_FETCHES, at + timedelta(minutes=CARRIER_MINUTES)
    return token


def count_fetch(row: Lent, at: datetime) -> None:
    """Raises Gone when the link was used up or its time is over."""
    if row.link_until is None or row.link_until <= at or row.fetches_left <= 0:
        raise Gone
    row.fetches_left -= 1
