"""Brings an installation back from a backup, and deletes again what was deleted since."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import Path

from sqlalchemy import inspect, update
from sqlmodel import Session, SQLModel, col, select

from registry import audit
from registry.actors import SYSTEM
from registry.backup import archive
from registry.backup.archive import Manifest
from registry.backup.copying import BackupFault, copy_in
from registry.backup.deleting_again import delete_again
from registry.backup.making import Whole
from registry.migrating import knows, migrate
from registry.models import Office, Outgoing, OutgoingState
from registry.retention.nightly import Retention
from registry.retention.orphans import NAMED
from registry.vault import vault


@dataclass(frozen=True)
class Told:
    """`deleted` by kind; `missing` are objects that a row names and that nobody has."""

    taken: datetime
    objects: int
    deleted: Counter[str]
    missing: int
    to_look_up: int  # messages of which nobody knows whether they went


def restore(whole: Whole, folder: Path, at: datetime, *, replace: bool, deletions_lost: bool) -> Told:
    """Nothing else may be running. Changes nothing before all is checked; raises BackupFault. May be done again."""
    manifest = archive.read_manifest(folder)
    _suits(whole, manifest)
    if not replace and _is_in_use(whole):
        raise BackupFault("This installation has an office already. To put the backup in its place, say --replace")
    if not deletions_lost and not whole.journal.holds(manifest.last_deletion):
        raise BackupFault(
            f"{whole.journal.path} is not the journal of this installation: it lacks the last deletion before the "
            "backup. Bring it back, or say --deletions-lost, and delete by hand what citizens asked for since"
        )
    archive.check(folder, manifest)
    copy_in(whole.database, archive.database_file(folder, manifest.kind), whole.find)
    migrate(whole.database)
    keys = archive.sums(folder)
    for key in keys:
        whole.store.put_sealed(key, archive.object_file(folder, key).read_bytes())
    deleted = delete_again(whole.database, whole.journal.since(manifest.taken), at)
    whole.journal.restored(manifest.taken)
    with whole.database.writing() as session:
        to_look_up = _doubt_what_was_to_go(session, at)
        audit.record(session, SYSTEM, "restored", subject=f"backup:{manifest.taken:%Y%m%dT%H%M%SZ}", at=at)
    deleted += Retention(whole.database, whole.journal).run(at, inf)
    return Told(manifest.taken, len(keys), deleted, _missing(whole), to_look_up)


def _suits(whole: Whole, manifest: Manifest) -> None:
    if manifest.kind != whole.kind:
        raise BackupFault(f"The backup is of {manifest.kind}, and DATABASE_URL names {whole.kind}")
    if not knows(manifest.revision):
        raise BackupFault(f"The backup is of a newer Loket (tables {manifest.revision}): install that first")
    here = vault().fingerprints()
    if lacking := sorted(name for name, mark in manifest.keys.items() if here.get(name) != mark):
        raise BackupFault(
            f"VAULT_KEYS lacks what opens the backup: {', '.join(lacking)}. Bring back the copy of the keys"
        )


def _is_in_use(whole: Whole) -> bool:
    if whole.database.is_sqlite and not Path(str(whole.database.engine.url.database)).exists():
        return False
    if not inspect(whole.database.engine).has_table("office"):
        return False
    with whole.database.reading() as session:
        return session.exec(select(Office.id).limit(1)).first() is not None


def _doubt_what_was_to_go(session: Session, at: datetime) -> int:
    """It may have gone since the backup: dispatch looks it up at the carrier before it sends it, what is held when the
    citizen has answered."""
    waiting = col(Outgoing.state).in_((OutgoingState.QUEUED, OutgoingState.SENDING))
    doubted = update(Outgoing).where(waiting).values(state=OutgoingState.UNKNOWN, leased_until=None)
    held = update(Outgoing).where(col(Outgoing.state) == OutgoingState.HELD).values(leased_until=at)
    return sum(len(session.execute(each.returning(col(Outgoing.id))).all()) for each in (doubted, held))


def _missing(whole: Whole) -> int:
    """But for what is to be deleted anyhow."""
    kept = [column for column in NAMED if column.table is not SQLModel.metadata.tables["remnant"]]
    with whole.database.reading() as session:
        named = {key for column in kept for key in session.scalars(select(column).where(column.is_not(None)))}
    return sum(not whole.store.has(key) for key in named)
