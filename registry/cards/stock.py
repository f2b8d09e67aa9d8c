"""How long the blanks and the printers of an office will do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry.models import Blank, BlankBook, BlankEntry, Device, DeviceKind, DeviceState, Movement

LATELY = timedelta(weeks=4)  # the use of these weeks tells the days that are left
DAY = timedelta(days=1)
LOW = 14  # days: so long before the end new ones must be ordered
SPENT = (Movement.USED, Movement.SPOILED)


@dataclass(frozen=True)
class Stock:
    """`per_day` is what was spent lately, by calendar days; without any use nobody knows how long it will do."""

    place: str
    blank: Blank
    pieces: int
    per_day: float

    @property
    def days(self) -> int | None:
        if self.pieces == 0:
            return 0
        return math.floor(self.pieces / self.per_day) if self.per_day else None

    @property
    def is_low(self) -> bool:
        return self.days is not None and self.days <= LOW


@dataclass(frozen=True)
class Outlook:
    """What the printers that work make of the cards that wait: as many as there are blanks for."""

    waiting: int
    blanks: int
    printers: int
    daily: int  # cards of all of them together

    @property
    def days(self) -> int | None:
        return math.ceil(min(self.waiting, self.blanks) / self.daily) if self.daily else None

    @property
    def lacking(self) -> int:
        return max(self.waiting - self.blanks, 0)


def stocks(session: Session, office_id: int, at: datetime) -> list[Stock]:
    """Of every book, the office's own first. Two statements."""
    mine = select(BlankBook).where(BlankBook.office_id == office_id)
    books = session.exec(mine.order_by(BlankBook.place, col(BlankBook.blank).desc())).all()
    spent = (
        select(col(BlankEntry.book_id), func.sum(-col(BlankEntry.quantity)))
        .where(col(BlankEntry.book_id).in_([book.id for book in books]), col(BlankEntry.at) >= at - LATELY)
        .where(col(BlankEntry.movement).in_(SPENT))
        .group_by(col(BlankEntry.book_id))
    )
    found = dict(session.exec(spent).all()) if books else {}
    return [Stock(book.place, book.blank, book.stock, found.get(book.id, 0) / _days(book, at)) for book in books]


def low(stocks: Sequence[Stock]) -> list[Stock]:
    return [stock for stock in stocks if stock.is_low]


def outlook(stocks: Sequence[Stock], devices: Sequence[Device], waiting: int, blank: Blank) -> Outlook:
    printers = [each for each in devices if each.kind is DeviceKind.PRINTER and each.state is DeviceState.WORKING]
    pieces = sum(stock.pieces for stock in stocks if stock.blank is blank)
    return Outlook(waiting, pieces, len(printers), sum(printer.daily_capacity for printer in printers))


def _days(book: BlankBook, at: datetime) -> float:
    """Of a book begun lately only the days since then count, but at least one."""
    return max(min(at - book.created_at, LATELY) / DAY, 1.0)
