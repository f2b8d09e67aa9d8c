"""A PostgreSQL whose disk is full: what it wants to write more goes to /dev/full, where the system has no room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from registry.database import Database

FULL = Path("/dev/full")
TEMPORARY = Path("base/pgsql_tmp")
MANY = 100  # files for sorting and the like of one session


@contextmanager
def no_room_for(database: Database, data: Path, table: str) -> Iterator[None]:
    """The table, empty until now, takes no row; sessions that were open are closed before and after."""
    with database.writing() as session:
        session.execute(text(f'TRUNCATE "{table}" CASCADE'))
        file = data / str(session.scalar(text("SELECT pg_relation_filepath(:name)"), {"name": table}))
    database.dispose()
    aside = file.with_name(f"{file.name}.aside")
    file.rename(aside)
    file.symlink_to(FULL)
    try:
        yield
    finally:
        database.dispose()
        file.unlink()
        aside.rename(file)


@contextmanager
def no_room_for_sorting(database: Database, data: Path) -> Iterator[None]:
    """In the one session that `database` has: what does not fit into its memory has no room on the disk."""
    with database.reading() as session:
        number = session.scalar(text("SELECT pg_backend_pid()"))
    folder = data / TEMPORARY
    if not folder.exists():
        folder.mkdir(mode=0o700)
        os.chown(folder, data.stat().st_uid, data.stat().st_gid)
    links = [folder / f"pgsql_tmp{number}.{each}" for each in range(MANY)]
    for link in links:
        link.symlink_to(FULL)
    try:
        yield
    finally:
        for link in links:
            link.unlink(missing_ok=True)
