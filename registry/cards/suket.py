"""The list of who holds a suket: who asks for the card is looked up in it, and who stands there goes straight to print.

Nobody on it is written to: the list answers, it does not invite.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case as when
from sqlalchemy import func, insert, update
from sqlmodel import Session, SQLModel, col, select

from registry import audit, cases
from registry.actors import SYSTEM, Actor
from registry.cards.blanks import KEEPERS
from registry.cards.printing import ready_to_print
from registry.lifecycle import DocumentState, Refused
from registry.models import Case, Document, SuketHolder
from registry.moves import require
from registry.nik import KkNumber, Nik, NumberUnclear
from registry.services.service import Service
from registry.vault import vault

MOST_LINES = 20_000
NEEDED = {"nik": "NIK", "no_kk": "No KK"}  # as they are told
NAMES = {"nomor_kk": "no_kk", "kk": "no_kk", "no._kk": "no_kk", "nokk": "no_kk"}  # as offices head the column
NOT_PRINTED = (DocumentState.WAITING_PRR, DocumentState.TO_PRINT)
PROVEN = frozenset({"nik-unknown"})  # that the office has enrolled them, its own list says
WAITS, ASKED, STRUCK_OUT = "waits", "asked", "struck out"  # how the list knows somebody
HOLDERS = SQLModel.metadata.tables["suketholder"]


class Fault(NamedTuple):
    """`line` as a spreadsheet counts them, the head is line 1; `key` a text key."""

    line: int
    key: str


class Holder(NamedTuple):
    nik_index: bytes
    kk_index: bytes


@dataclass(frozen=True)
class Read:
    holders: Sequence[Holder]
    faults: Sequence[Fault]


class StrikesOut(Refused):
    """A whole list names so many no more: they are struck out once the officer has said so."""

    def __init__(self, gone: int) -> None:
        super().__init__("refused-suket-gone", n=gone)
        self.gone = gone


class Count(NamedTuple):
    """`asked`: an exchange is under way; `outstanding` has no card yet, those among them."""

    held: int
    asked: int
    outstanding: int


def read(rows: Sequence[Sequence[str]]) -> Read:
    """Columns `NIK` and `No KK`; others are passed over. Raises Refused for what is no such table."""
    if not rows:
        raise Refused("refused-table-empty")
    head = [NAMES.get(name, name) for name in (cell.strip().lower().replace(" ", "_") for cell in rows[0])]
    if missing := [told for name, told in NEEDED.items() if name not in head]:
        raise Refused("refused-suket-columns", missing=", ".join(missing))
    if len(rows) - 1 > MOST_LINES:
        raise Refused("refused-table-long", most=MOST_LINES)
    return _lines(rows[1:], [head.index(name) for name in NEEDED])


def _lines(rows: Sequence[Sequence[str]], places: Sequence[int]) -> Read:
    holders, faults = dict[bytes, Holder](), list[Fault]()
    for line, row in enumerate(rows, start=2):
        nik, kk = (row[place].strip() if place < len(row) else "" for place in places)
        if not any(cell.strip() for cell in row):
            continue
        try:
            holder = Holder(vault().blind("nik", Nik.parse(nik).digits), vault().blind("kk", KkNumber.parse(kk).digits))
        except NumberUnclear as unclear:
            faults.append(Fault(line, f"suket-fault-{'nik' if unclear.key.startswith('nik') else 'kk'}"))
            continue
        if holder.nik_index in holders:
            faults.append(Fault(line, "suket-fault-twice"))
        holders.setdefault(holder.nik_index, holder)
    return Read(list(holders.values()), faults)


def keep(
    session: Session, actor: Actor, holders: Sequence[Holder], at: datetime, *, gone: int | None = None
) -> tuple[int, int]:
    """Adds who is new; a list read again adds nobody, and brings back whom a shorter one had struck out. For the whole
    list `gone` says how many the officer knows to have been exchanged elsewhere: who stands on it no more and asked for
    nothing. Raises StrikesOut for another number. Returns how many are new, and how many are gone."""
    require(actor, KEEPERS)
    if actor.office_id is None:
        raise Refused("refused-role")
    listed, known = {each.nik_index for each in holders}, _known(session, actor.office_id)
    missed = [index for index, state in known.items() if state == WAITS and index not in listed]
    if gone not in (None, len(missed)):
        raise StrikesOut(len(missed))
    if new := [each for each in holders if each.nik_index not in known]:
        rows = [{"office_id": actor.office_id, **each._asdict(), "created_at": at} for each in new]
        session.connection().execute(insert(HOLDERS), rows)
    _mark(session, actor.office_id, missed if gone else (), exchanged_at=at)
    back = [index for index, state in known.items() if state == STRUCK_OUT and index in listed]
    _mark(session, actor.office_id, back, exchanged_at=None)
    audit.record(session, actor, "suket_listed", office_id=actor.office_id, subject="suket", at=at)
    return len(new), gone or 0


def _known(session: Session, office_id: int) -> dict[bytes, str]:
    struck_out = col(SuketHolder.exchanged_at).is_not(None), STRUCK_OUT
    state = when(struck_out, (col(SuketHolder.case_id).is_not(None), ASKED), else_=WAITS)
    mine = SuketHolder.office_id == office_id
    return dict(session.exec(select(SuketHolder.nik_index, state).where(mine)).all())


def _mark(session: Session, office_id: int, some: Collection[bytes], *, exchanged_at: datetime | None) -> None:
    mine, ordered = HOLDERS.c.office_id == office_id, sorted(some)
    for start in range(0, len(ordered), 500):
        these = HOLDERS.c.nik_index.in_(ordered[start : start + 500])
        session.connection().execute(update(HOLDERS).where(mine, these).values(exchanged_at=exchanged_at))


def take_up(session: Session, service: Service, case: Case, at: datetime) -> bool:
    """Looks up who asks for the exchange. Returns whether the card goes straight to print: NIK and family card stand on
    the list, every paper is there and nothing about the request is marked."""
    if not service.listed or case.nik_index is None:
        return False
    mine = SuketHolder.office_id == case.office_id
    holder = session.exec(select(SuketHolder).where(mine, SuketHolder.nik_index == case.nik_index)).first()
    if holder is None:
        return _doubt(session, case, "not-on-list") if _has_list(session, case.office_id) else False
    if case.kk_index not in (None, holder.kk_index):
        return _doubt(session, case, "list-kk-differs")
    holder.case_id = case.id
    session.add(holder)
    if set(case.flags) - PROVEN or case.kk_index is None:
        return False
    if begun := cases.approve_by_list(session, case, at):
        ready_to_print(session, SYSTEM, [document.id for document in begun], at)
    return bool(begun)


def _doubt(session: Session, case: Case, flag: str) -> bool:
    case.flags = [*case.flags, flag]
    session.add(case)
    return False


def _has_list(session: Session, office_id: int) -> bool:
    return session.exec(select(SuketHolder.id).where(SuketHolder.office_id == office_id).limit(1)).first() is not None


def counted(session: Session, offices: Collection[int]) -> Mapping[int, Count]:
    """Of the offices that have a list. A suket is exchanged once its card is printed. One statement."""
    printed = col(Document.id).is_not(None) & col(Document.state).not_in(NOT_PRINTED)
    gone = printed | col(SuketHolder.exchanged_at).is_not(None)
    asked = col(SuketHolder.case_id).is_not(None) & ~gone
    office = col(SuketHolder.office_id)
    wanted = (
        select(office, func.count(), func.sum(when((asked, 1), else_=0)), func.sum(when((gone, 0), else_=1)))
        .outerjoin(Document, col(Document.case_id) == col(SuketHolder.case_id))
        .where(office.in_(offices))
        .group_by(office)
    )
    return {
        office_id: Count(held, int(asked_for), int(left))
        for office_id, held, asked_for, left in session.exec(wanted).all()
    }
