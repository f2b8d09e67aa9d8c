"""The migrations lead to the tables that the models describe, however many processes run them."""

from __future__ import annotations

import ast
import multiprocessing
import re
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest
from alembic import command
from alembic.script import Script, ScriptDirectory
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
    together = fresh.Barrier(2)
    processes = [fresh.Process(target=migrate_together, args=(empty_url, together)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
    assert [process.exitcode for process in processes] == [0, 0]


def migrate_together(url: str, together: Barrier) -> None:
    database = Database(url)
    together.wait(30)
    migrate(database)
    assert is_current(database)


# What old processes, which run on while tables change, would stumble over (docs/operations.md, "A new version").
TAKES_AWAY = {"drop_table", "drop_column", "drop_constraint", "rename_table", "alter_column", "batch_alter_table"}
SINCE = "0060"  # those before were never run beside old processes


def revisions() -> list[Script]:
    scripts = ScriptDirectory.from_config(configuration()).walk_revisions()
    return sorted((each for each in scripts if each.revision > SINCE), key=lambda each: each.revision)


def stumbling(source: str) -> list[str]:
    """The operations of `upgrade` that only expand nothing: what is taken away, renamed, or asked of every new row."""
    upgrade = next(node for node in ast.parse(source).body if getattr(node, "name", "") == "upgrade")
    calls = [node for node in ast.walk(upgrade) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [call.func.attr for call in calls if _takes_away(call) or _asks_of_every_row(call)]  # type: ignore[attr-defined]


def _takes_away(call: ast.Call) -> bool:
    assert isinstance(call.func, ast.Attribute)
    words = " ".join(
        each.value for each in ast.walk(call) if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )
    in_words = call.func.attr == "execute" and re.search(r"(?i)\b(DROP|RENAME|ALTER|SET NOT NULL)\b", words)
    return call.func.attr in TAKES_AWAY or bool(in_words)


def _asks_of_every_row(call: ast.Call) -> bool:
    """A column that an old process does not fill in, and that may not be empty."""
    assert isinstance(call.func, ast.Attribute)
    written = ast.unparse(call)
    return call.func.attr == "add_column" and "nullable=False" in written and "server_default" not in written


@pytest.mark.parametrize("script", revisions(), ids=lambda script: script.revision)
def test_a_migration_expands_or_says_what_it_contracts(script: Script) -> None:
    found = stumbling(Path(script.path).read_text("utf-8"))
    contracts = getattr(script.module, "contracts", None)
    assert not found or (contracts and contracts < script.revision), (
        f"{script.revision}: {found}. Old processes still run while tables change. Add first; take away in a later "
        'release, with contracts = "the revision whose change it ends"'
    )


@pytest.mark.parametrize(
    ("operation", "found"),
    [
        ('op.drop_column("case", "asked")', ["drop_column"]),
        ('op.rename_table("case", "request")', ["rename_table"]),
        ('op.execute("ALTER TABLE office DROP COLUMN name")', ["execute"]),
        ('op.add_column("case", sa.Column("a", sa.Integer(), nullable=False))', ["add_column"]),
        ('op.add_column("case", sa.Column("a", sa.Integer(), nullable=False, server_default="0"))', []),
        ('op.create_index("a", "case", ["a"])', []),
    ],
)
def test_what_takes_away_is_seen(operation: str, found: list[str]) -> None:
    assert stumbling(f"def upgrade():\n    {operation}\n") == found
