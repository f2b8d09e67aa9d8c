"""Where the records lie: SQLite on one machine, PostgreSQL beyond it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from sqlite3 import OperationalError
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Row, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from sqlmodel import Session

T = TypeVar("T")

WAIT = 15.0  # seconds for the turn to write, and once more for a writer of another process
TRIES, PAUSE = 100, 0.05  # seconds between

# We begin ourselves: SQLite's driver begins too late and loses updates, PostgreSQL's says BEGIN alone.
BEGIN_SQLITE = {
    "writing": ("PRAGMA synchronous=FULL", "BEGIN IMMEDIATE"),
    "replayable": ("PRAGMA synchronous=NORMAL", "BEGIN IMMEDIATE"),
    "reading": ("BEGIN",),
}
BEGIN_POSTGRESQL = {
    "writing": ("BEGIN",),
    "replayable": ("BEGIN; SET LOCAL synchronous_commit TO off",),
    "reading": ("BEGIN",),
}


class Database:
    """Two ways in: `writing()` is a transaction that may write, `reading()` one that must not."""

    def __init__(self, url: str, *, pool: int = 20) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url, pool) if self.is_sqlite else _postgresql(url, pool)
        self._orders = BEGIN_SQLITE if self.is_sqlite else BEGIN_POSTGRESQL
        self._turns = Turns(WAIT) if self.is_sqlite else nullcontext()
        self._here = threading.local()

    @contextmanager
    def writing(self, *, replayable: bool = False) -> Iterator[Session]:
        """One transaction: commits at the end, rolls back on any exception. A second one inside is an error.

        What is `replayable` would be done again, from what is on the disk already, if the machine lost it: its commit
        does not wait for the disk. The next other commit, of anybody, waits for this one as well.
        """
        how = "replayable" if replayable else "writing"
        with self._alone(), self._begun(how) as connection, _session(connection) as session, session.begin():
            yield session

    def write_one(self, statement: Executable, values: Mapping[str, Any]) -> Sequence[Row[Any]]:
        """One statement that is a transaction by itself: on PostgreSQL one round trip instead of three.

        It is sent again when its connection is lost: done a second time, it must change nothing.
        """

        def write() -> Sequence[Row[Any]]:
            with self.engine.connect() as connection:
                self._prepare(connection, "writing")
                return connection.execute(statement, values).all()

        with self._alone():
            return _on_a_live_connection(write)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with self._begun("reading") as connection, _session(connection) as session:
            yield session

    def dispose(self) -> None:
        self.engine.dispose()

    def _begun(self, how: str) -> Connection:
        def begin() -> Connection:
            with ExitStack() as undo:
                connection = undo.enter_context(self.engine.connect())
                self._prepare(connection, how)
                connection.exec_driver_sql(self._orders[how][-1])
                undo.pop_all()
            return connection

        return _on_a_live_connection(begin)

    def _prepare(self, connection: Connection, how: str) -> None:
        driver: Any = connection.connection.driver_connection
        for order in self._orders[how][:-1]:
            driver.execute(order)

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


def _session(connection: Connection) -> Session:
    """Ends the transaction that was begun on this connection."""
    return Session(connection, expire_on_commit=False, join_transaction_mode="control_fully")


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


def _sqlite(url: str, pool: int) -> Engine:
    # The connection used last is the next one: it still holds in memory what it read.
    engine = create_engine(
        url, pool_size=pool, max_overflow=pool, pool_use_lifo=True, connect_args={"timeout": WAIT}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in (f"busy_timeout={WAIT * 1000:.0f}", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        _keep_a_log(connection)

    return engine


def _keep_a_log(connection: Any) -> None:
    """WAL. On a new file SQLite does not wait for another process that asks for the same: it is asked again."""
    for _ in range(TRIES - 1):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except OperationalError:
            time.sleep(PAUSE)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _postgresql(url: str, pool: int) -> Engine:
    engine = create_engine(url, pool_size=pool, max_overflow=pool, pool_use_lifo=True, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.autocommit = True

    return engine
