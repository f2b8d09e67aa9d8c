"""What is done to the database of the wild run: a crash, and what a broken build would lose."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

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


def crash(database: Database) -> None:
    """Of PostgreSQL: one of its processes is killed. It ends all sessions, reads its log and starts anew."""
    with suppress(SQLAlchemyError, ProcessLookupError), database.reading() as session:
        os.kill(int(session.execute(text("SELECT pg_backend_pid()")).scalar_one()), signal.SIGKILL)


def drop_one_in(database: Database, count: int) -> None:
    statements = BREAK_SQLITE if database.is_sqlite else BREAK_POSTGRESQL
    with database.writing() as session:
        session.execute(text(statements.format(n=count)))
