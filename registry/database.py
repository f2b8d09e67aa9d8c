"""Where the records lie: SQLite on one machine, PostgreSQL beyond it."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from typing import Any, TypeVar, cast

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from sqlmodel import Session

from registry import engines
from registry.ready import Bound, Prepared, Ready, Row, one_by_one

T = TypeVar("T")
Step = tuple[Ready, Mapping[str, Any]]  # a statement and its values

AWAY = {  # what SQLite says of itself and its disk, not of a statement
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM,
}  # fmt: skip
WAIT = engines.WAIT  # seconds for the turn to write, and once more for a writer of another process

# We begin ourselves: SQLite's driver begins too late and loses updates, PostgreSQL's says BEGIN alone.
BEGIN_SQLITE = {
    "writing": ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"),
    "replayable": ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE"),
    "reading": ("BEGIN",),
    "one statement": ("PRAGMA synchronous=FULL",),
}
BEGIN_POSTGRESQL = {
    "writing": ("BEGIN",),
    "replayable": ("BEGIN", "SET LOCAL synchronous_commit TO off"),
    "reading": ("BEGIN",),
    "one statement": (),
}

# A session has one transaction; whoever asks it for more after that meets an error.
THE_ONLY_TRANSACTION: dict[str, Any] = {
    "expire_on_commit": False, "join_transaction_mode": "control_fully", "close_resets_only": False,
}  # fmt: skip


class Database:
    """Ways in: `writing()` is a transaction that may write, `replayable()` a turn's, `reading()` one that must not."""

    def __init__(self, url: str, *, pool: int = 20) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self.engine = engines.sqlite(url, pool) if self.is_sqlite else engines.postgresql(url, pool)
        self._orders = BEGIN_SQLITE if self.is_sqlite else BEGIN_POSTGRESQL
        self._turns = Turns(WAIT) if self.is_sqlite else nullcontext()
        self._at_rest: list[Connection] = []  # the one used last is the next one
        self._most_at_rest = pool
        self._here = threading.local()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: commits at the end, rolls back on any exception. A second one inside is an error."""
        with self._alone(), self._open("writing") as (session, _), session.begin():
            yield session

    @contextmanager
    def replayable(self, first: Callable[[], Sequence[Step]]) -> Iterator[tuple[Session, list[list[Row]]]]:
        """As `writing`, begun with these statements, on PostgreSQL in one round trip; and the rows of each.

        They are asked for when it is our turn.

        What it does would be done again, from what is on the disk already, if the machine lost it: its commit
        does not wait for the disk. The next other commit, of anybody, waits for this one as well.
        """
        with self._alone(), self._open("replayable", first) as (session, rows):
            yield session, rows
            if session.in_transaction():
                session.commit()

    def end(self, session: Session, *last: Step) -> list[Row]:
        """Commits with these statements, on PostgreSQL in one round trip. The rows of the last one.

        A session that nothing was asked of has begun nothing: most turns save what that costs.
        """
        if session.in_transaction():
            session.flush()
        rows = self._send(cast(Connection, session.bind), last, after="COMMIT")
        if session.in_transaction():
            session.commit()
        session.close()
        return rows[-1]

    def write_at_once(self, *steps: Step) -> list[Row]:
        """Statements that are a transaction by themselves, on PostgreSQL in one round trip. The rows of the last one.

        They are sent again when their connection is lost: done a second time, they must change nothing.
        """
        before, after = (self._orders["writing"], "COMMIT") if len(steps) > 1 else (self._orders["one statement"], "")

        def write() -> list[Row]:
            with self._kept(self._connection()) as connection:
                return self._send(connection, steps, before=before, after=after)[-1]

        with self._alone():
            return _on_a_live_connection(write)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self._open("reading") as (session, _):
            yield session

    def dispose(self) -> None:
        with suppress(IndexError):  # other threads take from them meanwhile
            while True:
                self._at_rest.pop().close()
        self.engine.dispose()

    @contextmanager
    def _open(self, how: str, first: Callable[[], Sequence[Step]] = tuple) -> Iterator[tuple[Session, list[list[Row]]]]:
        connection, rows = _on_a_live_connection(lambda: self._begun(how, first))
        # The session ends the transaction that was begun on the connection.
        with self._kept(connection), Session(connection, **THE_ONLY_TRANSACTION) as session:
            yield session, rows

    def _begun(self, how: str, first: Callable[[], Sequence[Step]]) -> tuple[Connection, list[list[Row]]]:
        with ExitStack() as undo:
            connection = self._connection()
            undo.callback(connection.close)
            rows = self._send(connection, first(), before=self._orders[how])
            undo.pop_all()
        return connection, rows

    def _connection(self) -> Connection:
        try:
            return self._at_rest.pop()
        except IndexError:
            return self.engine.connect()

    @contextmanager
    def _kept(self, connection: Connection) -> Iterator[Connection]:
        """For whoever comes next, unless something went wrong or is open on it: to hand it back to the pool and take it
        out again each time took a tenth of a turn."""
        with ExitStack() as otherwise:
            otherwise.callback(connection.close)
            yield connection
            if self._is_at_rest(connection) and len(self._at_rest) < self._most_at_rest:
                otherwise.pop_all()
                self._at_rest.append(connection)

    def _is_at_rest(self, connection: Connection) -> bool:
        """For us, and for the driver: what the session has not begun it does not end."""
        if connection.invalidated or connection.in_transaction():
            return False
        driver: Any = connection.connection.driver_connection
        return not (driver.in_transaction if self.is_sqlite else driver.pgconn.transaction_status)

    def _send(
        self, connection: Connection, steps: Sequence[Step], *, before: Sequence[str] = (), after: str = ""
    ) -> list[list[Row]]:
        """The rows of each. PostgreSQL gets all in one message."""
        written = [(ready.written(self.engine.dialect), values) for ready, values in steps]
        answers = self._driven(connection, lambda driver: self._ask(connection, driver, written, before, after))
        return [each.rows(rows) for (each, _), rows in zip(written, answers, strict=True)]

    def _ask(
        self, connection: Connection, driver: Any, steps: Sequence[Bound], before: Sequence[str], after: str
    ) -> list[list[Row]]:
        if self.is_sqlite:
            return one_by_one(driver, steps, before, after)
        prepared = connection.info.get("prepared") or connection.info.setdefault("prepared", Prepared(driver))
        return prepared.in_one_message(steps, before, after)  # type: ignore[no-any-return]

    def _driven(self, connection: Connection, ask: Callable[[Any], T]) -> T:
        """What the driver raises becomes what the library would raise of it."""
        dialect, driver = self.engine.dialect, connection.connection.driver_connection
        try:
            return ask(driver)
        except dialect.loaded_dbapi.Error as fault:
            lost = dialect.is_disconnect(fault, driver, None)
            if lost:
                connection.invalidate(fault)
                self.dispose()  # those that lie idle were closed with it
            raise DBAPIError.instance(
                None, None, fault, dialect.loaded_dbapi.Error, True, connection_invalidated=lost, dialect=dialect
            ) from fault

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if getattr(self._here, "writes", False):
            raise RuntimeError("a transaction that writes inside another would wait for it for ever")
        self._here.writes = True
        try:
            with self._turns:
                yield
        finally:
            self._here.writes = False


def is_away(fault: BaseException) -> bool:
    """Busy, full, read-only or not to be reached: no fault of what was to be written, which is tried again later."""
    if isinstance(fault, WaitedTooLong):
        return True
    if not isinstance(fault, DBAPIError):
        return False
    code = getattr(fault.orig, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in AWAY
    return fault.connection_invalidated or isinstance(fault, OperationalError)


def _on_a_live_connection(first: Callable[[], T]) -> T:
    """Whether the server has closed a connection since it was last used is told by what is sent on it first: then all
    that lie idle are made anew, and it is sent once more. To ask before each use would take a round trip."""
    try:
        return first()
    except DBAPIError as fault:
        if not fault.connection_invalidated:
            raise
        return first()


class Turns:
    """Threads of one process write one after the other.

    SQLite would let them wait as well, but by asking again in ever longer steps: whoever came first may come last.
    """

    def __init__(self, wait: float) -> None:
        self._lock = threading.Lock()
        self._wait = wait

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=self._wait):
            raise WaitedTooLong("another thread of this process has been writing all the time")

    def __exit__(self, *raised: object) -> None:
        self._lock.release()
