"""The books of blank cards (blangko): what came, was used, spoiled, returned, moved or counted, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, col, select

from registry import audit
from registry.actors import Actor
from registry.lifecycle import PRINTERS, Refused, Role
from registry.models import Blank, BlankBook, BlankEntry, Case, Document, Movement, Office
from registry.models.cards import AT_THE_OFFICE
from registry.moves import LOCK, require

ENTER = insert(SQLModel.metadata.tables["blankentry"])
KEEPERS = frozenset({Role.PRINTING, Role.SUPERVISOR})
LENDERS = frozenset({Role.PROVINCE})  # between offices
MOST = 100_000  # pieces in one entry
LONGEST_WHY = 200  # characters
GOES = frozenset({Movement.USED, Movement.SPOILED, Movement.RETURNED})
EXPLAINED = GOES - {Movement.USED}


class Line(NamedTuple):
    """What one entry says."""

    quantity: int
    document_id: int | None = None


def blank_of(document: Document) -> Blank:
    return Blank.KIA if document.template == "kia" else Blank.KTP


def write_down(
    session: Session,
    actor: Actor,
    movement: Movement,
    pieces: int,
    at: datetime,
    *,
    place: str,
    blank: Blank,
    reason: str = "",
) -> None:
    """By hand: received, used for cards that are none of Loket's, spoiled or returned; these two name a reason."""
    require(actor, KEEPERS)
    if movement not in GOES | {Movement.RECEIVED}:
        raise Refused("refused-movement")
    _check(pieces, at_least=1)
    reason = why(reason) if movement in EXPLAINED else reason
    book = _book(session, _office(actor), place, blank, at)
    _enter(session, actor, book, movement, [Line(-pieces if movement in GOES else pieces)], at, reason)


def move(session: Session, actor: Actor, pieces: int, at: datetime, *, start: str, goal: str, blank: Blank) -> None:
    """Between the office and a kecamatan, or between two of these: in both books, or in none."""
    require(actor, KEEPERS)
    _check(pieces, at_least=1)
    if start == goal:
        raise Refused("refused-same-place")
    books = {place: _book(session, _office(actor), place, blank, at) for place in sorted((start, goal))}
    _enter(session, actor, books[start], Movement.MOVED, [Line(-pieces)], at)
    _enter(session, actor, books[goal], Movement.MOVED, [Line(pieces)], at)


def lend(session: Session, actor: Actor, pieces: int, at: datetime, *, lender: Office, borrower: Office) -> None:
    """Of cards for grown-ups, from the lender's own book first and then from those of kecamatan, to the borrower's."""
    require(actor, LENDERS)
    _check(pieces, at_least=1)
    both = col(BlankBook.office_id).in_((lender.id, borrower.id)), BlankBook.blank == Blank.KTP
    held = select(BlankBook).where(*both).order_by(col(BlankBook.id)).with_for_update(key_share=True)
    books = session.exec(held.execution_options(populate_existing=True)).all()
    mine = sorted((book for book in books if book.office_id == lender.id), key=lambda book: book.place)
    if (there := sum(book.stock for book in mine)) < pieces:
        raise Refused("refused-no-blanks", left=there, blank=Blank.KTP)
    left = pieces
    for book in mine:
        if goes := min(left, book.stock):
            _enter(session, actor, book, Movement.LENT, [Line(-goes)], at, borrower.name)
            left -= goes
    goal = _book(session, borrower.id, AT_THE_OFFICE, Blank.KTP, at)
    _enter(session, actor, goal, Movement.BORROWED, [Line(pieces)], at, lender.name)


def count(
    session: Session, actor: Actor, counted: int, at: datetime, *, place: str, blank: Blank, reason: str = ""
) -> int:
    """What lies there, as somebody counted it. Returns by how much the book was wrong; then a reason is named."""
    require(actor, KEEPERS)
    _check(counted, at_least=0)
    book = _book(session, _office(actor), place, blank, at)
    difference = counted - book.stock
    _enter(session, actor, book, Movement.COUNTED, [Line(difference)], at, why(reason) if difference else reason)
    return difference


def use(session: Session, actor: Actor, documents: Sequence[Document], place: str, at: datetime) -> None:
    """One blank for each card, in the transaction that says it is printed."""
    _take(session, actor, Movement.USED, documents, place, at)


def spoil(session: Session, actor: Actor, documents: Sequence[Document], place: str, reason: str, at: datetime) -> None:
    """Lost in the printing of cards, each of which takes another one."""
    _take(session, actor, Movement.SPOILED, documents, place, at, why(reason))


def give_back(session: Session, actor: Actor, documents: Sequence[Document], at: datetime) -> None:
    """Nothing was printed on the blanks of these: they are in their books again."""
    require(actor, PRINTERS)
    for book, ids in _used(session, documents).items():
        _enter(session, actor, _locked(session, book), Movement.USED, [Line(1, number) for number in ids], at)


def spoil_used(session: Session, actor: Actor, document: Document, reason: str, at: datetime) -> None:
    """The blank that a card was printed on is spoiled instead of used, in the book that it was taken from."""
    require(actor, PRINTERS)
    for book in _used(session, [document]):
        held = _locked(session, book)
        _enter(session, actor, held, Movement.USED, [Line(1, document.id)], at, reason)
        _enter(session, actor, held, Movement.SPOILED, [Line(-1, document.id)], at, why(reason))


def _used(session: Session, documents: Sequence[Document]) -> dict[int, list[int]]:
    """By book: the cards whose last blank came from it."""
    mine = col(BlankEntry.document_id).in_([each.id for each in documents]), BlankEntry.movement == Movement.USED
    taken = session.exec(select(BlankEntry).where(*mine).order_by(col(BlankEntry.id))).all()
    last = {entry.document_id: entry.book_id for entry in taken if entry.document_id}
    books: dict[int, list[int]] = {}
    for document_id, book in sorted(last.items()):
        books.setdefault(book, []).append(document_id)
    return dict(sorted(books.items()))


def _locked(session: Session, book_id: int) -> BlankBook:
    return session.get_one(BlankBook, book_id, populate_existing=True, with_for_update=LOCK)


def why(reason: str) -> str:
    """What the book keeps. Raises Refused when there is none."""
    if not (written := reason.strip()[:LONGEST_WHY]):
        raise Refused("refused-why-missing")
    return written


def _take(
    session: Session,
    actor: Actor,
    movement: Movement,
    documents: Sequence[Document],
    place: str,
    at: datetime,
    reason: str = "",
) -> None:
    require(actor, PRINTERS)
    for blank in Blank:
        if lines := [Line(-1, document.id) for document in documents if blank_of(document) is blank]:
            _enter(session, actor, _book(session, _office(actor), place, blank, at), movement, lines, at, reason)


def _check(pieces: int, at_least: int) -> None:
    if not at_least <= pieces <= MOST:
        raise Refused("refused-pieces", least=at_least, most=MOST)


def _office(actor: Actor) -> int:
    if actor.office_id is None:
        raise Refused("refused-role")
    return actor.office_id


def _book(session: Session, office_id: int, place: str, blank: Blank, at: datetime) -> BlankBook:
    """Held until the transaction ends, and opened by its first entry."""
    mine = BlankBook.office_id == office_id, BlankBook.place == place, BlankBook.blank == blank
    wanted = select(BlankBook).where(*mine).with_for_update(key_share=True).execution_options(populate_existing=True)
    if (book := session.exec(wanted).first()) is not None:
        return book
    office = session.get_one(Office, office_id, populate_existing=True, with_for_update=LOCK)
    if (book := session.exec(wanted).first()) is not None:
        return book  # another officer opened it while this one waited
    if place != AT_THE_OFFICE and not place.startswith(f"{office.region}."):
        raise Refused("refused-place")
    book = BlankBook(office_id=office.id, place=place, blank=blank, created_at=at)
    session.add(book)
    session.flush()
    return book


def _enter(
    session: Session,
    actor: Actor,
    book: BlankBook,
    movement: Movement,
    lines: Sequence[Line],
    at: datetime,
    reason: str = "",
) -> None:
    """Raises Refused for more than there is: the book would lie."""
    if book.stock + sum(line.quantity for line in lines) < 0:
        raise Refused("refused-no-blanks", left=book.stock, blank=book.blank)
    alike = {"book_id": book.id, "movement": movement, "officer_id": actor.officer_id, "at": at}
    alike["reason"] = reason.strip()[:LONGEST_WHY] or None
    rows = []
    for line in lines:
        book.stock += line.quantity
        book.entries += 1
        rows.append({**alike, **line._asdict(), "number": book.entries, "stock": book.stock})
    session.connection().execute(ENTER, rows)
    session.add(book)
    subject = f"blankbook:{book.id}"
    audit.record(session, actor, f"blanks_{movement.value}", office_id=book.office_id, subject=subject, at=at)


def entries(
    session: Session, office_id: int, before: int | None = None, limit: int = 50
) -> list[tuple[BlankEntry, BlankBook, Case | None]]:
    """What was written in the books of the office, the newest first, and the case of the card it was for. `before` is
    the id of the last entry shown."""
    with_case = select(BlankEntry, BlankBook, Case).join(BlankBook, col(BlankBook.id) == BlankEntry.book_id)
    with_case = with_case.outerjoin(Document, col(Document.id) == BlankEntry.document_id)
    mine = with_case.outerjoin(Case, col(Case.id) == Document.case_id).where(BlankBook.office_id == office_id)
    if before is not None:
        mine = mine.where(col(BlankEntry.id) < before)
    return list(session.exec(mine.order_by(col(BlankEntry.id).desc()).limit(limit)).all())
