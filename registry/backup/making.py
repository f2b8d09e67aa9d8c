"""Makes a backup of an installation that runs on meanwhile."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from registry.backup import archive
from registry.backup.archive import Manifest
from registry.backup.copying import BackupFault, Find, copy_out
from registry.database import Database
from registry.migrating import revision
from registry.retention.journal import Journal
from registry.uploads.store import PARTS, ObjectMissing, ObjectStore
from registry.vault import vault

NAME = "loket-%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Whole:
    """All that an installation keeps, and how PostgreSQL's programs are found."""

    database: Database
    store: ObjectStore
    journal: Journal
    find: Find

    @property
    def kind(self) -> str:
        return "sqlite" if self.database.is_sqlite else "postgresql"


def make(whole: Whole, folder: Path, at: datetime) -> Path:
    """A folder of its own under `folder`, there when all of it is on the disk. Raises BackupFault.

    The database first: a file is written before the row that names it, and deleted after. What was deleted
    between the two is in the journal. Files that the backup before holds as well are linked to, not copied.
    """
    backup = folder / at.strftime(NAME)
    if backup.exists():
        raise BackupFault(f"{backup} is there already")
    before = archive.newest(folder)
    unfinished = backup.with_name(backup.name + archive.UNFINISHED)
    try:
        unfinished.mkdir(mode=0o700, parents=True)
        _fill(whole, unfinished, before, at)
        unfinished.rename(backup)
    except OSError as fault:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise BackupFault(f"{fault.filename or folder} cannot be written: {fault.strerror}") from fault
    except BackupFault:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return backup


def _fill(whole: Whole, folder: Path, before: Path | None, at: datetime) -> None:
    if (tables := revision(whole.database)) is None:
        raise BackupFault("The database has no tables yet: there is nothing to back up")
    last = whole.journal.last()  # before the copy: what is deleted from now on is to be deleted again
    database = archive.database_file(folder, whole.kind)
    copy_out(whole.database, database, whole.find)
    count = 0
    with (folder / archive.SUMS).open("w", encoding="ascii") as sums:
        for key, total in _objects(whole.store, folder, before, at):
            sums.write(archive.line_of(key, total))
            count += 1
    Manifest(
        taken_at=at.isoformat(),
        kind=whole.kind,
        revision=tables,
        database=archive.sum_of(database),
        objects=archive.sum_of(folder / archive.SUMS),
        count=count,
        keys=vault().fingerprints(),
        last_deletion=last,
    ).write(folder)
    os.sync()


def _objects(store: ObjectStore, folder: Path, before: Path | None, at: datetime) -> Iterator[tuple[str, str]]:
    known = archive.sums(before) if before else {}
    tomorrow = at + timedelta(days=1)  # everything
    for part in range(PARTS):
        for key in [stored.key for stored in store.written_before(tomorrow, part) if stored.whole]:
            with suppress(ObjectMissing):  # deleted meanwhile
                yield key, _keep(store, key, folder, before, known)


def _keep(store: ObjectStore, key: str, folder: Path, before: Path | None, known: dict[str, str]) -> str:
    """Its sum."""
    file = archive.object_file(folder, key)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if before and key in known:
        with suppress(OSError):  # another disk, or one that knows no links
            file.hardlink_to(archive.object_file(before, key))
            return known[key]
    sealed = store.sealed(key)
    file.write_bytes(sealed)
    return hashlib.sha256(sealed).hexdigest()
