"""The store's files that no row names: left by a crash between writing one and the commit that names it."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

import structlog
from sqlmodel import Session, SQLModel, select

from registry import audit
from registry.actors import SYSTEM
from registry.database import Database
from registry.models import Night
from registry.retention.nightly import night_of
from registry.retention.remnants import leave_objects
from registry.uploads.store import PARTS, ObjectStore, Stored

TABLES = SQLModel.metadata.tables
NAMED = [
    *(table.c.object_key for table in TABLES.values() if "object_key" in table.c),
    TABLES["officer"].c.signing_key,
    TABLES["remnant"].c.key,  # on its way out already
]
YOUNG = timedelta(days=1)  # whoever wrote it may still be at it
BATCH = 500

log = structlog.get_logger()


@dataclass(frozen=True)
class Sweeper:
    """Goes through the store a part at a time, once a night. What it finds becomes a remnant, counted in the same
    transaction; unfinished files go at once, for nothing can name them."""

    database: Database
    store: ObjectStore

    def tonight(self, at: datetime, seconds: float) -> Counter[str]:
        """The parts not yet gone through this night, until the time is over. The next run goes on from there."""
        deadline, done, night = time.monotonic() + seconds, Counter[str](), self._night(at)
        if night.swept < PARTS and not self._is_ours():
            log.warning("objects_not_swept", reason="no row names any object: is this the right database?")
            return done
        for part in range(night.swept, PARTS):
            if time.monotonic() > deadline:
                break
            done += self._sweep(part, at)
            self._note(part + 1, at)
        return done

    def owed(self, at: datetime) -> int:
        """How many files would go. Changes nothing."""
        if not self._is_ours():
            return 0
        return sum(len(found) for part in range(PARTS) for _, found in self._orphans(part, at))

    def _sweep(self, part: int, at: datetime) -> Counter[str]:
        done = Counter[str]()
        for looked, orphans in self._orphans(part, at):
            unfinished = [file for file in orphans if not file.whole]
            counted = Counter(
                objects_looked_at=looked,
                orphans=len(orphans) - len(unfinished),
                unfinished_files=sum(map(self.store.drop_unfinished, unfinished)),
            )
            with self.database.writing() as session:
                leave_objects(session, (file.key for file in orphans if file.whole), at)
                _count(_tonight(session, at), counted)
            done += counted
        return done

    def _orphans(self, part: int, at: datetime) -> Iterator[tuple[int, Sequence[Stored]]]:
        """Per batch: how many files were looked at, and those among them that nothing names."""
        old = self.store.written_before(at - YOUNG, part)
        while files := list(islice(old, BATCH)):
            with self.database.reading() as session:
                named = _named(session, [file.key for file in files])
            yield len(files), [file for file in files if not (file.whole and file.key in named)]

    def _is_ours(self) -> bool:
        """A store beside an empty database is another's, or the database is not the one it was."""
        with self.database.reading() as session:
            return any(session.execute(select(key).where(key.is_not(None)).limit(1)).first() for key in NAMED)

    def _night(self, at: datetime) -> Night:
        with self.database.reading() as session:
            return session.get(Night, night_of(at)) or Night(day=night_of(at))

    def _note(self, parts: int, at: datetime) -> None:
        with self.database.writing() as session:
            night = _tonight(session, at)
            if parts == PARTS > night.swept:
                kinds = ("objects_looked_at", "orphans", "unfinished_files")
                fields = tuple(f"{kind}:{night.counts.get(kind, 0)}" for kind in kinds)
                audit.record(session, SYSTEM, "objects_swept", subject=f"night:{night.day}", fields=fields, at=at)
            night.swept = max(night.swept, parts)


def _tonight(session: Session, at: datetime) -> Night:
    night = session.get(Night, night_of(at)) or Night(day=night_of(at))
    session.add(night)
    return night


def _count(night: Night, counted: Counter[str]) -> None:
    night.counts = dict(Counter(night.counts) + counted)


def _named(session: Session, keys: Sequence[str]) -> set[Any]:
    return {key for column in NAMED for key in session.execute(select(column).where(column.in_(keys))).scalars()}
