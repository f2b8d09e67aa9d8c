"""Offices that have blanks to print on."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry.models import Blank, BlankBook, BlankEntry, Movement

PIECES = 100


def stock_up(session: Session, office_id: int, at: datetime) -> None:
    """As if received long ago: nothing else is written of it."""
    books = [BlankBook(office_id=office_id, blank=blank, stock=PIECES, entries=1, created_at=at) for blank in Blank]
    session.add_all(books)
    session.flush()
    received = Movement.RECEIVED
    for book in books:
        session.add(BlankEntry(book_id=book.id, number=1, movement=received, quantity=PIECES, stock=PIECES, at=at))
