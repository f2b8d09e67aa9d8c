"""Where the records lie: SQLite on one machine, PostgreSQL beyond it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import TimeoutError as WaitedTooLong
from sqlmodel import Session

WAIT = 15.0  # seconds for the turn to write, and once more for a writer of another process
REPLAYABLE = "replayable"
TRIES, PAUSE = 100, 0.05  # seconds between


class Database:
    """Two ways in: `writing()` is a transaction that may write, `reading()` one that must not."""

    def __init__(self, url: str, *, pool: int = 20) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self._turns = Turns(WAIT) if self.is_sqlite else nullcontext()
        self._here = threading.local()
        if self.is_sqlite:
            self._write = _sqlite(url, "BEGIN IMMEDIATE", pool)
            self._read = _sqlite(url, "BEGIN", pool)
        else:
            self._write = self._read = _postgresql(url, pool)
        self._replay = self._write.execution_options(**{REPLAYABLE: True})  # the same connections

    @property
    def engine(self) -> Engine:
        return self._write

    @contextmanager
    def writing(self, *, replayable: bool = False) -> Iterator[Session]:
        """One transaction: commits at the end, rolls back on any exception. A second one inside is an error.

        What is `replayable` would be done again, from what is on the disk already, if the machine lost it: its commit
        does not wait for the disk. The next other commit, of anybody, waits for this one as well.
        """
        if getattr(self._here, "writes", False):
            raise RuntimeError("a transaction that writes inside another would wait for it for ever")
        self._here.writes = True
        engine = self._replay if replayable else self._write
        try:
            with self._turns, Session(engine, expire_on_commit=False) as session, session.begin():
                yield session
        finally:
            self._here.writes = False

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self._read, expire_on_commit=False) as session:
            yield session

    def dispose(self) -> None:
        self._write.dispose()
        self._read.dispose()


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


def _sqlite(url: str, begin: str, pool: int) -> Engine:
    # The connection used last is the next one: it still holds in memory what it read.
    engine = create_engine(
        url, pool_size=pool, max_overflow=pool, pool_use_lifo=True, connect_args={"timeout": WAIT}, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we begin ourselves: the driver begins too late and loses updates
        for pragma in (f"busy_timeout={WAIT * 1000:.0f}", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        _keep_a_log(connection)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        driver: Any = connection.connection  # spoken to directly: this comes before every transaction
        driver.execute("PRAGMA synchronous=NORMAL" if _is_replayable(connection) else "PRAGMA synchronous=FULL")
        driver.execute(begin)

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
    engine = create_engine(
        url, pool_size=pool, max_overflow=pool, pool_use_lifo=True, pool_pre_ping=True, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        if _is_replayable(connection):
            connection.exec_driver_sql("SET LOCAL synchronous_commit TO off")

    return engine


def _is_replayable(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(REPLAYABLE))
