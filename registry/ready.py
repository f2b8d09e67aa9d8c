"""Statements of the hot path, made ready once: the driver gets its words and values without the library around them.

Put together by SQLAlchemy's Core, as all others, with the same types on the way in and out: only running them is ours.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from psycopg import adapt, errors, generators
from psycopg.abc import Transformer
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult
from sqlalchemy import BindParameter, ColumnElement, Dialect, Executable
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.sql.compiler import SQLCompiler

NUMBERS = itertools.count(1)
NUMBERED = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]  # as PREPARE takes them
Row = tuple[Any, ...]
Process = Callable[[Any], Any]


class Ready:
    """`returning` are the columns of its rows, `columns` those that an insert or update without values gives."""

    def __init__(
        self, statement: Executable, returning: Iterable[ColumnElement[Any]] = (), columns: Iterable[str] = ()
    ) -> None:
        self._name = f"ready_{next(NUMBERS)}"
        self._statement = statement
        self._returning = tuple(returning)
        self._columns = tuple(columns) or None
        self._written: dict[str, Written] = {}

    def written(self, dialect: Dialect) -> Written:
        if dialect.name not in self._written:
            self._written[dialect.name] = _written(self._name, self._statement, self._returning, self._columns, dialect)
        return self._written[dialect.name]


class Parameter(NamedTuple):
    """One place in a statement: what is put there each time, or always."""

    name: str
    process: Process | None
    always: Any  # the value, processed; GIVEN where it is told each time


GIVEN = object()


@dataclass(frozen=True)
class Written:
    """In the words of one driver.

    PostgreSQL is told the words once a connection, and afterwards name and values: it plans the statement no more.
    """

    name: str
    words: str
    places: tuple[Parameter, ...]
    read: tuple[Process | None, ...]

    def bound(self, values: Mapping[str, Any]) -> list[Any]:
        """Raises KeyError when a parameter is missing."""
        return [
            (process(values[name]) if process else values[name]) if always is GIVEN else always
            for name, process, always in self.places
        ]

    def called(self, values: Mapping[str, Any], writer: Transformer) -> bytes:
        """To PostgreSQL, with the values in the words."""
        written = [b"NULL" if each is None else writer.as_literal(each) for each in self.bound(values)]
        return b"EXECUTE " + self.name.encode() + (b"(" + b", ".join(written) + b")" if written else b"")

    def rows(self, rows: Sequence[Row]) -> list[Row]:
        return [
            tuple([read(each) if read else each for each, read in zip(row, self.read, strict=True)]) for row in rows
        ]


Bound = tuple[Written, Mapping[str, Any]]  # with the values of its parameters


def _written(
    name: str,
    statement: Executable,
    returning: Sequence[ColumnElement[Any]],
    columns: Sequence[str] | None,
    dialect: Dialect,
) -> Written:
    asked = NUMBERED if dialect.name == NUMBERED.name else dialect
    compiled: SQLCompiler = statement.compile(dialect=asked, column_keys=columns)  # type: ignore[attr-defined]
    if compiled.prefetch:
        raise TypeError(f"no value is given for {', '.join(column.name for column in compiled.prefetch)}")
    binds = {compiled.bind_names[bind]: bind for bind in compiled.binds.values()}
    return Written(
        name=name,
        words=str(compiled),
        places=tuple(_parameter(place, binds[place], dialect) for place in compiled.positiontup or ()),
        read=tuple(column.type.dialect_impl(dialect).result_processor(dialect, None) for column in returning),
    )


def _parameter(name: str, bind: BindParameter[Any], dialect: Dialect) -> Parameter:
    process = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if bind.required:
        return Parameter(name, process, GIVEN)
    return Parameter(name, process, process(bind.effective_value) if process else bind.effective_value)


def one_by_one(driver: Any, steps: Sequence[Bound], before: Iterable[str] = (), after: str = "") -> list[list[Row]]:
    """The rows of each step."""
    for order in before:
        driver.execute(order)
    rows = []
    for written, values in steps:
        cursor = driver.execute(written.words, written.bound(values))
        rows.append(cursor.fetchall() if written.read else [])
    if after:
        driver.execute(after)
    return rows


class Prepared:
    """With PostgreSQL over one connection: which statements it was told, and what writes and reads values of each type,
    looked up once."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self._prepared = set[str]()
        self._types = adapt.Transformer(driver)

    def in_one_message(self, steps: Sequence[Bound], before: Sequence[str] = (), after: str = "") -> list[list[Row]]:
        """It takes several statements at once if their values stand in the words: the driver writes them there."""
        for written, _ in steps:
            if written.name not in self._prepared:
                self._driver.execute(f"PREPARE {written.name} AS {written.words}", prepare=False)
                self._prepared.add(written.name)
        called = (written.called(values, self._types) for written, values in steps)
        orders = [*(each.encode() for each in before), *called, *([after.encode()] if after else [])]
        answers = _answered(self._driver, b";".join(orders))[len(before) :]
        return [
            self._read(answer) if written.read else [] for (written, _), answer in zip(steps, answers, strict=False)
        ]

    def _read(self, answer: PGresult) -> list[Row]:
        self._types.set_pgresult(answer)
        return self._types.load_rows(0, answer.ntuples, tuple)


def _answered(driver: Any, orders: bytes) -> list[PGresult]:
    """The result of each, without a cursor, which would look at all of them anew. Raises what the driver raises."""
    with driver.lock:
        driver.pgconn.send_query(orders)
        answers: list[PGresult] = driver.wait(generators.execute(driver.pgconn))
    if answers[-1].status == ExecStatus.FATAL_ERROR:  # none comes after it
        raise errors.error_from_result(answers[-1], driver.info.encoding)
    return answers
