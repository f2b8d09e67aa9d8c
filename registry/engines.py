"""How each of the two databases is connected to."""

from __future__ import annotations

import time
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Engine, create_engine, event

WAIT = 15.0  # seconds that SQLite waits for a writer of another process
TRIES, PAUSE = 100, 0.05  # seconds between


def sqlite(url: str, pool: int) -> Engine:
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


def postgresql(url: str, pool: int) -> Engine:
    engine = create_engine(url, pool_size=pool, max_overflow=pool, pool_use_lifo=True, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.autocommit = True
        # The driver forgets what it prepares at each ROLLBACK, and what we prepared with it.
        connection.prepare_threshold = None

    return engine
