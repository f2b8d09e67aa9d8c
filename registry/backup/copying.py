"""The database copied while it is in use, and brought back: by SQLite's own backup, by PostgreSQL's own programs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, inspect, text

from registry.database import Database

Find = Callable[[str], str | None]  # a program by its name, as shutil.which does


class BackupFault(Exception):
    """Why no backup was made, or none restored, in words for the administrator."""


def copy_out(database: Database, file: Path, find: Find) -> None:
    """One moment of the database, written to `file`; whoever works meanwhile is not held up."""
    if database.is_sqlite:
        _sqlite_out(database, file)
    else:
        url, secret = _address(database.engine.url)
        options = ["--format=custom", "--no-owner", "--no-privileges", f"--file={file}", f"--dbname={url}"]
        _run("pg_dump", options, secret, find)


def copy_in(database: Database, file: Path, find: Find) -> None:
    """In place of what is there, and wholly or not at all. Nothing else may be running. May be done again."""
    if database.is_sqlite:
        _sqlite_in(database, file)
        return
    with _another_schema(database):
        url, secret = _address(database.engine.url)
        options = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", f"--dbname={url}"]
        _run("pg_restore", [*options, str(file)], secret, find)


def _sqlite_out(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file)) as copy, database.engine.connect() as live:
        live.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
        copy.execute("PRAGMA journal_mode=DELETE")  # so that it is one file
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise BackupFault("The database is damaged: SQLite's quick_check fails. Restore the backup before this one")


def _sqlite_in(database: Database, file: Path) -> None:
    there = Path(str(database.engine.url.database))
    there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    database.dispose()
    unfinished = there.with_name(f"{there.name}.restoring")
    shutil.copyfile(file, unfinished)
    unfinished.chmod(0o600)
    for log in ("-wal", "-shm"):
        there.with_name(there.name + log).unlink(missing_ok=True)
    os.replace(unfinished, there)


@contextmanager
def _another_schema(database: Database) -> Iterator[None]:
    """What was there is set aside, and comes back when the new one cannot be filled; if we are killed, next time."""
    if inspect(database.engine).has_schema("before_restore"):
        _bring_back(database)
    _say(database, "ALTER SCHEMA public RENAME TO before_restore", "CREATE SCHEMA public")
    try:
        yield
    except BaseException:  # Ctrl-C as well
        _bring_back(database)
        raise
    _say(database, "DROP SCHEMA before_restore CASCADE")


def _bring_back(database: Database) -> None:
    """Waits for a pg_restore that outlived whoever began it."""
    _say(database, "DROP SCHEMA public CASCADE", "ALTER SCHEMA before_restore RENAME TO public")


def _say(database: Database, *statements: str) -> None:
    with database.writing() as session:
        for statement in statements:
            session.execute(text(statement))
    database.dispose()  # what connections have prepared is of the other tables


def _address(url: URL) -> tuple[str, dict[str, str]]:
    """Without the password, which everybody on the machine could read in the list of processes."""
    plain = url.set(drivername="postgresql")
    bare = URL.create("postgresql", plain.username, None, plain.host, plain.port, plain.database, plain.query)
    return bare.render_as_string(hide_password=False), {"PGPASSWORD": str(url.password)} if url.password else {}


def _run(program: str, options: list[str], secret: dict[str, str], find: Find) -> None:
    path = find(program)
    if path is None:
        raise BackupFault(f"{program} was not found: install PostgreSQL's client programs of the server's version")
    done = subprocess.run(  # noqa: S603 - a program of the administrator's, without a shell
        [path, *options], env=secret | {"LC_ALL": "C"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "error" in line or "detail" in line]
        hint = ". Name the folder with the server's own version: --programs" if "version" in done.stderr else ""
        raise BackupFault(f"{program} failed: {'; '.join(lines[:2]) or 'it does not say why'}{hint}")
