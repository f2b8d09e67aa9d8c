"""The migrations lead to the tables that the models describe, however many processes run them."""

from __future__ import annotations

import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from registry.database import Database
from registry.migrating import configuration, is_current, migrate


@pytest.fixture
def empty_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> str:
    """A database without a single table."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path}/empty.db"
    database = Database(database_url)
    with database.writing() as session:
        session.execute(text("DROP SCHEMA public CASCADE"))
        session.execute(text("CREATE SCHEMA public"))
    database.dispose()
    return database_url


def test_models_and_migrations_agree(database: Database) -> None:
    config = configuration()
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.check(config)


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)
    assert is_current(database)


def test_an_empty_database_is_behind(empty_url: str) -> None:
    database = Database(empty_url)
    assert not is_current(database)
    database.dispose()


def test_several_processes_may_migrate_at_once(empty_url: str) -> None:
    fresh = multiprocessing.get_context("spawn")
    together = fresh.Barrier(3)
    processes = [fresh.Process(target=migrate_together, args=(empty_url, together)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0, 0]


def migrate_together(url: str, together: Barrier) -> None:
    database = Database(url)
    together.wait(30)
    migrate(database)
    assert is_current(database)
