"""A table from the carrier: tracking numbers of envelopes, or what became of them. Every line is read and named
before any of them counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import DocumentState, Refused
from registry.models import CarrierStatus, Case, Document, Shipment
from registry.post import delivery
from registry.post.delivery import ReturnReason
from registry.post.envelopes import MAY_BE_NUMBERED, bearers, tracking_number
from registry.post.handing_over import note_tracking

MOST_LINES = 2_000


# As carriers and their agents write them; told apart by whole cells, in small letters.
WORDS = {
    CarrierStatus.DELIVERED: ("diterima", "terkirim", "selesai", "selesai antar", "sampai", "delivered"),
    CarrierStatus.RETURNED: ("kembali", "dikembalikan", "retur", "returned", "return"),
    CarrierStatus.MOVING: (
        "proses", "dikirim", "dalam perjalanan", "transit", "on process", "in transit", "manifested",
    ),
}  # fmt: skip
STATUSES = {word: status for status, words in WORDS.items() for word in words}
REASONS = (
    (ReturnReason.ADDRESS_INCOMPLETE, ("alamat", "address")),
    (ReturnReason.MOVED, ("pindah", "moved")),
    (ReturnReason.DECLINED, ("tolak", "tidak mau", "declined", "refused")),
    (ReturnReason.NOBODY_HOME, ("orang", "kosong", "nobody", "not home")),
)


@dataclass(frozen=True)
class Line:
    """`fault` is a text key with its `args`; a line without one can be carried out."""

    number: int  # as a spreadsheet counts them: the head is line 1
    cells: tuple[str, ...]
    document_id: int = 0
    case_number: str = ""
    tracking: str = ""
    status: CarrierStatus | None = None
    reason: ReturnReason | None = None
    fault: str | None = None
    args: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Table:
    lines: tuple[Line, ...]

    @property
    def faulty(self) -> list[Line]:
        return [line for line in self.lines if line.fault]

    @property
    def good(self) -> list[Line]:
        return [line for line in self.lines if not line.fault]


Envelopes = Sequence[tuple[Shipment, Document, Case]]
Row = Mapping[str, str]


def read(session: Session, actor: Actor, table: Sequence[Sequence[str]]) -> Table:
    """Columns `resi` with `kiriman` or `nomor` give numbers; `resi`, `status` and `sebab` tell what became of them.
    Raises Refused for what is no such table."""
    columns, rows = _cells(table)
    by_status = "status" in columns
    if "resi" not in columns or not (by_status or {"kiriman", "nomor"} & set(columns)):
        raise Refused("refused-table-columns")
    envelopes = _open_envelopes(session, actor)
    known = {} if by_status else bearers(session, {_plain(row.get("resi", "")) for _, row in rows})
    judge = _status_of(envelopes) if by_status else _tracking_of(envelopes, known)
    lines = [judge(Line(number, tuple(row.values())), row) for number, row in rows]
    return Table(tuple(_once(lines)))


def carry_out(session: Session, actor: Actor, lines: Sequence[Line], at: datetime) -> None:
    """All of these lines, or none."""
    numbers = {line.document_id: line.tracking for line in lines if line.status is None}
    delivered = [line.document_id for line in lines if line.status is CarrierStatus.DELIVERED]
    returned = {line.document_id: str(line.reason) for line in lines if line.status is CarrierStatus.RETURNED}
    if numbers:
        note_tracking(session, actor, numbers, at)
    if delivered:
        delivery.mark_delivered(session, actor, delivered, at)
    if returned:
        delivery.mark_returned(session, actor, returned, at)


def _cells(table: Sequence[Sequence[str]]) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    columns = [name.lower().replace(" ", "_") for name in table[0]] if table else []
    rows = [
        (number, dict(zip(columns, row, strict=False))) for number, row in enumerate(table[1:], start=2) if any(row)
    ]
    if len(rows) > MOST_LINES:
        raise Refused("refused-table-long", most=MOST_LINES)
    if columns and not rows:
        raise Refused("refused-table-empty")
    return columns, rows


def _open_envelopes(session: Session, actor: Actor) -> Envelopes:
    """Of this office, being packed or on their way: the latest of each card."""
    found = select(Shipment, Document, Case).join(Document, col(Document.id) == Shipment.document_id)
    mine = found.join(Case, col(Case.id) == Document.case_id).where(Document.office_id == actor.office_id)
    live = mine.where(col(Document.state).in_(MAY_BE_NUMBERED)).order_by(col(Shipment.id))
    newest = {document.id: (shipment, document, case) for shipment, document, case in session.exec(live).all()}
    return list(newest.values())


def _plain(number: str) -> str:
    return "".join(number.split()).upper()


def _tracking_of(envelopes: Envelopes, known: Mapping[tuple[str, str], tuple[int, str]]) -> Callable[[Line, Row], Line]:
    by_shipment = {str(shipment.id): (shipment, document, case) for shipment, document, case in envelopes}
    of_case = Counter(case.number for _, _, case in envelopes)
    by_case = {case.number: (shipment, document, case) for shipment, document, case in envelopes}

    def judge(line: Line, row: Row) -> Line:
        if not row.get("resi"):
            return replace(line, fault="line-without-number")
        envelope, number = row.get("kiriman", "").upper(), row.get("nomor", "").upper()
        if envelope not in by_shipment:  # many write the number of the case there
            number = number or envelope
        found = by_shipment.get(envelope) or by_case.get(number)
        if found is None or (number and found[2].number != number):
            return replace(line, fault="line-unknown-envelope")
        if envelope not in by_shipment and of_case[number] > 1:
            return replace(line, fault="line-several-envelopes")
        try:
            tracking = tracking_number(row["resi"])
        except Refused:
            return replace(line, fault="line-no-tracking")
        taken = known.get((found[0].courier, tracking))
        if taken and taken[0] != found[0].id:
            return replace(line, fault="line-tracking-taken", args=(("number", taken[1]),))
        return replace(line, document_id=found[1].id, case_number=found[2].number, tracking=tracking)

    return judge


def _status_of(envelopes: Envelopes) -> Callable[[Line, Row], Line]:
    by_tracking = {shipment.tracking_number: (document, case) for shipment, document, case in envelopes}

    def judge(line: Line, row: Row) -> Line:
        document, case = by_tracking.get(_plain(row.get("resi", "")), (None, None))
        status = STATUSES.get(" ".join(row.get("status", "").lower().split()))
        if document is None or case is None:
            return replace(line, fault="line-unknown-tracking")
        if status is None:
            return replace(line, fault="line-unknown-status")
        if document.state is not DocumentState.POSTED:
            return replace(line, fault="line-not-posted")
        reason = _reason(row.get("sebab", "")) if status is CarrierStatus.RETURNED else None
        if status is CarrierStatus.RETURNED and reason is None:
            return replace(line, fault="line-without-reason")
        return replace(line, document_id=document.id, case_number=case.number, status=status, reason=reason)

    return judge


def _reason(written: str) -> ReturnReason | None:
    words = written.lower()
    return next((reason for reason, marks in REASONS if any(mark in words for mark in marks)), None)


def _once(lines: Sequence[Line]) -> list[Line]:
    """An envelope, or a number, that two lines claim belongs to neither."""
    good = [line for line in lines if not line.fault]
    cards, numbers = (
        Counter(line.document_id for line in good),
        Counter(line.tracking for line in good if line.tracking),
    )
    return [
        replace(line, fault="line-twice")
        if not line.fault and (cards[line.document_id] > 1 or numbers[line.tracking] > 1)
        else line
        for line in lines
    ]
