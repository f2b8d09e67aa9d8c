"""Where the records lie: SQLite on one machine, PostgreSQL beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlmodel import Session


class Database:
    """Two ways in: `writing()` is a transaction that may write, `reading()` one that must not."""

    def __init__(self, url: str, *, pool: int = 20) -> None:
        self.is_sqlite = url.startswith("sqlite")
        if self.is_sqlite:
            self._write = _sqlite(url, "BEGIN IMMEDIATE", pool)
            self._read = _sqlite(url, "BEGIN", pool)
        else:
            self._write = self._read = create_engine(
                url, pool_size=pool, max_overflow=pool, pool_pre_ping=True, hide_parameters=True
            )

    @property
    def engine(self) -> Engine:
        return self._write

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: commits at the end, rolls back on any exception."""
        with Session(self._write, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        with Session(self._read, expire_on_commit=False) as session:
            yield session

    def dispose(self) -> None:
        self._write.dispose()
        self._read.dispose()


def _sqlite(url: str, begin: str, pool: int) -> Engine:
    engine = create_engine(url, pool_size=pool, max_overflow=pool, connect_args={"timeout": 15}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we begin ourselves: the driver begins too late and loses updates
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=15000", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
