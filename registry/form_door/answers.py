"""What came in by a form: kept once, however often and by whichever way it comes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, SQLModel, col, func, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.form_door.moments import moment
from registry.lifecycle import Refused
from registry.models import AnswerState, FormAnswer, Office, WebForm
from registry.vault import vault

MOST_LINES = 10_000
MOST_CELLS, LONGEST_CELL = 100, 2_000  # characters
PAGE = 500  # rows of one statement
ANSWERS = SQLModel.metadata.tables["formanswer"]
KEPT = {
    name: insert(ANSWERS).on_conflict_do_nothing(index_elements=["form_id", "key"]).returning(ANSWERS.c.id)
    for name, insert in (("sqlite", sqlite_insert), ("postgresql", postgresql_insert))
}
Cells = Mapping[str, str]


class Kept(NamedTuple):
    new: int
    known: int


def of_table(found: WebForm, table: Sequence[Sequence[str]]) -> tuple[list[str], list[tuple[int, Cells]]]:
    """Headings, and rows by their line. Raises Refused for a table of another shape than the form was paired with."""
    headings = [" ".join(heading.split()) for heading in table[0]] if table else []
    if not any(headings):
        raise Refused("refused-table-empty")
    if twice := next((each for each in headings if each and headings.count(each) > 1), None):
        raise Refused("refused-form-twice", heading=twice)
    needed = {*found.columns.values(), found.phone_column, found.time_column} - {""}
    if missing := [heading for heading in found.headings if heading in needed and heading not in headings]:
        raise Refused("refused-form-shape", missing=", ".join(missing))
    lines = [(number, row) for number, row in enumerate(table[1:], start=2) if any(row)]
    if not lines:
        raise Refused("refused-table-empty")
    if len(lines) > MOST_LINES:
        raise Refused("refused-table-long", most=MOST_LINES)
    return [each for each in headings if each][:MOST_CELLS], [
        (number, bounded(dict(zip(headings, row, strict=False)))) for number, row in lines
    ]


def bounded(cells: Cells) -> Cells:
    named = [(heading, value) for heading, value in cells.items() if heading]
    return {heading[:LONGEST_CELL]: value[:LONGEST_CELL] for heading, value in named[:MOST_CELLS]}


def keep(
    session: Session,
    found: WebForm,
    office: Office,
    headings: Sequence[str],
    rows: Iterable[tuple[int | None, Cells]],
    at: datetime,
) -> Kept:
    """Those that are known already stay as they are. The form remembers what its answers are headed."""
    values = [_row(found, office, line, cells, at) for line, cells in rows]
    connection, new = session.connection(), 0
    for first in range(0, len(values), PAGE):
        kept = KEPT[connection.dialect.name].values(values[first : first + PAGE])
        new += len(connection.execute(kept).all())
    found.headings = list(dict.fromkeys([*headings, *(found.headings if found.mapped_at else ())]))
    session.add(found)
    return Kept(new, len(values) - new)


def import_table(session: Session, actor: Actor, found: WebForm, table: Sequence[Sequence[str]], at: datetime) -> Kept:
    """By an officer, with a file. Raises Refused."""
    headings, rows = of_table(found, table)
    kept = keep(session, found, session.get_one(Office, found.office_id), headings, rows, at)
    told = f"new:{kept.new}", f"known:{kept.known}"
    audit.record(
        session, actor, "form_imported", office_id=found.office_id, subject=f"form:{found.id}", fields=told, at=at
    )
    return kept


def put_right(
    session: Session, actor: Actor, found: WebForm, answer_id: int, heading: str, written: str, at: datetime
) -> None:
    """One cell of a faulty one, as whoever answered has said it since: it is read again. The answer stays known by what
    it said first, so that the file does not bring it back."""
    answer = _faulty(session, found, answer_id)
    written = " ".join(written.split())[:LONGEST_CELL]
    if heading not in (*found.columns.values(), found.phone_column, found.time_column) or answer.cells is None:
        raise NotFound
    if not written:
        raise Refused("refused-cell-empty")
    answer.cells = {**answer.cells, heading: written}
    answer.state, answer.settled_at = AnswerState.WAITING, None
    subject = f"formanswer:{answer.id}"
    audit.record(session, actor, "form_answer_corrected", office_id=found.office_id, subject=subject, at=at)


def drop(session: Session, actor: Actor, found: WebForm, answer_id: int, at: datetime) -> None:
    """A faulty one that will be no request. It stays known, so that the next import does not bring it back."""
    answer = _faulty(session, found, answer_id)
    answer.state, answer.cells, answer.settled_at = AnswerState.DROPPED, None, at
    audit.record(
        session, actor, "form_answer_dropped", office_id=found.office_id, subject=f"formanswer:{answer.id}", at=at
    )


def _faulty(session: Session, found: WebForm, answer_id: int) -> FormAnswer:
    """Held until the transaction ends. Raises Refused when somebody was quicker."""
    answer = session.get(FormAnswer, answer_id, populate_existing=True, with_for_update=True)
    if answer is None or answer.form_id != found.id:
        raise NotFound
    if answer.state is not AnswerState.FAULTY:
        raise Refused("refused-answer-settled")
    return answer


def read_again(session: Session, found: WebForm) -> None:
    """What was faulty, or too old, by the map before."""
    session.flush()
    held = col(FormAnswer.form_id) == found.id, col(FormAnswer.cells).is_not(None)
    again = col(FormAnswer.state).in_((AnswerState.FAULTY, AnswerState.LEFT_OUT))
    session.execute(update(FormAnswer).where(*held, again).values(state=AnswerState.WAITING, settled_at=None))


def some(session: Session, found: WebForm, state: AnswerState, most: int) -> Sequence[FormAnswer]:
    mine = select(FormAnswer).where(FormAnswer.form_id == found.id, FormAnswer.state == state)
    return session.exec(mine.order_by(col(FormAnswer.id)).limit(most)).all()


def lately(session: Session, found: WebForm, since: datetime) -> int:
    """How many came since then."""
    came = col(FormAnswer.form_id) == found.id, col(FormAnswer.received_at) > since
    return session.exec(select(func.count()).select_from(FormAnswer).where(*came)).one()


def _row(found: WebForm, office: Office, line: int | None, cells: Cells, at: datetime) -> dict[str, object]:
    return {
        "form_id": found.id, "office_id": office.id, "key": _key(cells, ZoneInfo(office.timezone), at),
        "state": AnswerState.WAITING, "line": line, "cells": dict(cells), "received_at": at,
    }  # fmt: skip


def _key(cells: Cells, zone: ZoneInfo, at: datetime) -> bytes:
    """The same for an answer that the form's script posted, its CSV and its XLSX, which write times each in their own
    way. A column that was added later and is empty changes nothing."""
    plain = sorted((heading, _plain(value, zone, at)) for heading, value in cells.items() if value)
    return vault().blind("form answer", json.dumps(plain))


def _plain(value: str, zone: ZoneInfo, at: datetime) -> str:
    read = moment(value, zone, at)
    return read.mark if read else " ".join(value.split()).casefold()
