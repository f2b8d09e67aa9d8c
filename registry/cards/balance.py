"""What became of the blanks in a time: what was there, came and went, and whether that makes what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.models import Blank, BlankBook, BlankEntry, Movement


@dataclass(frozen=True)
class Balance:
    """Of one book. `moved` has every movement, with 0 for those that did not occur."""

    place: str
    blank: Blank
    opening: int
    moved: Mapping[Movement, int]
    closing: int

    @property
    def holds(self) -> bool:
        return self.opening + sum(self.moved.values()) == self.closing


def balances(session: Session, office_id: int, since: datetime) -> list[Balance]:
    """Until now, the office's own books first. Three statements, on the entries since then alone."""
    mine = select(BlankBook).where(BlankBook.office_id == office_id)
    books = session.exec(mine.order_by(BlankBook.place, col(BlankBook.blank).desc())).all()
    lately = col(BlankEntry.book_id).in_([book.id for book in books]), col(BlankEntry.at) >= since
    kinds = col(BlankEntry.book_id), col(BlankEntry.movement)
    summed = select(*kinds, func.sum(BlankEntry.quantity)).where(*lately).group_by(*kinds)
    totals = {(book_id, movement): total for book_id, movement, total in session.exec(summed).all()}
    opened = _openings(session, lately)
    return [
        Balance(
            book.place,
            book.blank,
            opened.get(book.id, book.stock),
            {movement: totals.get((book.id, movement), 0) for movement in Movement},
            book.stock,
        )
        for book in books
    ]


def _openings(session: Session, lately: tuple[object, ...]) -> dict[int, int]:
    """What was left before the first entry of the time."""
    first = select(func.min(BlankEntry.id)).where(*lately).group_by(col(BlankEntry.book_id))  # type: ignore[arg-type]
    entries = session.exec(select(BlankEntry).where(col(BlankEntry.id).in_(first))).all()
    return {entry.book_id: entry.stock - entry.quantity for entry in entries}
