"""Secret addresses: made here, kept only as a blind index, and gone after their time."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

from sqlmodel import Session, col, select

from registry.actors import NotFound
from registry.vault import vault

TOKEN_BYTES = 16
CARRIER_MINUTES = 10
CARRIER_FETCHES = 5  # HEAD included; the carrier tries again when its own network fails


class Lent(Protocol):
    """A row that leads to a file, by one link at a time."""

    token_index: bytes | None
    fetches_left: int
    link_until: datetime | None


LentT = TypeVar("LentT", bound=Lent)


class Gone(Exception):
    """The link was good once: its time is over, it was used, or its document is withdrawn (410)."""


def new_token() -> str:
    """128 bits, fit for a path."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def index(purpose: str, token: str) -> bytes:
    return vault().blind(purpose, token)


@dataclass(frozen=True)
class Links(Generic[LentT]):
    """For the carrier, to what the rows of one table lead to; `purpose` keeps their tokens apart from all others."""

    table: type[LentT]
    purpose: str

    def make(self, session: Session, row_id: int, at: datetime) -> str:
        """A token for /d/<token>; an earlier one ends. Raises NotFound for what was put away."""
        row = session.get(self.table, row_id, with_for_update=True)
        if row is None:
            raise NotFound
        token = new_token()
        row.token_index = index(self.purpose, token)
        row.fetches_left, row.link_until = CARRIER_FETCHES, at + timedelta(minutes=CARRIER_MINUTES)
        session.add(row)
        return token

    def open(self, session: Session, token: str, at: datetime) -> LentT:
        """Counts the fetch. Raises NotFound, or Gone when the link was used up or its time is over."""
        mine = select(self.table).where(col(self.table.token_index) == index(self.purpose, token))
        row = session.exec(mine.with_for_update()).first()
        if row is None:
            raise NotFound
        if row.link_until is None or row.link_until <= at or row.fetches_left <= 0:
            raise Gone
        row.fetches_left -= 1
        session.add(row)
        return row
