"""Brings the tables up to date. Several processes may call it at once: one migrates, the others wait."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from registry.database import Database

ROOT = Path(__file__).resolve().parent.parent
LOCK = 7_236_745  # any number that nobody else locks in this database


def configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    return config


def migrate(database: Database) -> None:
    """Idempotent. SQLite's write lock is taken by the transaction itself, PostgreSQL's advisory lock here."""
    config = configuration()
    with database.writing() as session:
        connection = session.connection()
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_current(database: Database) -> bool:
    return revision(database) == newest()


@cache
def newest() -> str | None:
    """Of this code's migrations. Read once: /healthz asks every few seconds."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def revision(database: Database) -> str | None:
    """Which migration its tables stand at; none without tables."""
    with database.reading() as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def knows(revision: str) -> bool:
    """Whether it is one of ours, or a newer Loket's."""
    return revision in {each.revision for each in ScriptDirectory.from_config(configuration()).walk_revisions()}
