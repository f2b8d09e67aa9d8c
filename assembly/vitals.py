"""What an installation lives on, looked at part by part: cheap, for it is asked every few seconds."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from redis.exceptions import RedisError
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlmodel import Session, SQLModel

from assembly.due import oldest
from assembly.parts import Parts
from notifications.pulse import Pulse
from notifications.queues import Queue
from notifications.recovery import NO_FAILURE
from registry.database import Database
from registry.desk import attention
from registry.migrating import is_current
from registry.models.columns import now
from registry.models.events import IS_UNSENT

OUTBOX, INBOX = (SQLModel.metadata.tables[name] for name in ("outgoing", "event"))
BESIDE_THE_WEB = (*(queue.value for queue in Queue), "clock")
FREE_MB = 512  # less than that, and the disk is nearly full
ASTRAY = timedelta(seconds=30)  # that two clocks may differ
LOOKED_AT = 500  # waiting messages, the longest waiting first
# PostgreSQL's disk may be another machine's, and it tells nobody how much room there is: so it writes as much as one
# piece of its log takes, without which it stops, to a file that is gone right after.
LITTLE_MEMORY = text("SET LOCAL work_mem = '64kB'")
SIXTEEN_MB = text(
    "WITH much AS MATERIALIZED (SELECT repeat('x', 8000) FROM generate_series(1, 2000)) SELECT count(*) FROM much"
)
NO_ROOM = "53100"  # SQLSTATE disk_full
TOO_OLD = {"undrained": 60, "unsent": 300, "unread": 600}  # seconds


@dataclass
class Vitals:
    """`told` is what /healthz says, `alerts` the names of what docs/operations.md tells what to do about, `waited` the
    seconds that the oldest rows are overdue."""

    told: dict[str, object] = field(default_factory=dict)
    alerts: list[str] = field(default_factory=list)
    waited: Mapping[str, float] = field(default_factory=dict)

    @property
    def serves(self) -> bool:
        """Only the database decides: with anything else away messages are still kept, and answered later."""
        return self.told["database"] == "ok" and self.told["migrations"] == "current"

    def note(self, part: str, fault: str | None) -> None:
        self.told[part] = fault or "ok"
        if fault:
            self.alerts.append(f"{part}_{fault}")


def examine(parts: Parts, pulse: Pulse) -> Vitals:
    found, at = Vitals(), now()
    _records(found, parts, at)
    _files(found, parts)
    if found.told["disk"] == "ok" and found.told["database"] == "ok" and not _has_room(parts.database):
        found.note("disk", "full")
    _processes(found, parts, pulse, at)
    return found


def _records(found: Vitals, parts: Parts, at: datetime) -> None:
    """Database, carrier, and how long the oldest rows have waited."""
    try:
        current = is_current(parts.database)
        found.note("database", None)
        found.told["migrations"] = "current" if current else "behind"
        if not current:
            found.alerts.append("migrations_behind")
            return
        with parts.database.reading() as session:
            found.note("carrier", "failing" if _carrier_fails(session) else None)
            found.note("clock", "behind" if _last_arrival(session, at) > at + ASTRAY else None)
            found.waited, stuck = oldest(session, at), attention.installation(session, at)
    except SQLAlchemyError:
        found.note("database", "unreachable")
        found.told["migrations"] = "unknown"
        return
    found.told |= {f"oldest_{name}_seconds": seconds for name, seconds in found.waited.items()}
    found.told["stuck"] = stuck
    if stuck:
        found.alerts.append("work_stuck")
    found.alerts += [f"{name}_late" for name, most in TOO_OLD.items() if found.waited[name] > most]


def _has_room(database: Database) -> bool:
    if database.is_sqlite:
        return True  # its folder is one of ours
    try:
        with database.reading() as session:
            session.execute(LITTLE_MEMORY)
            session.execute(SIXTEEN_MB)
    except OperationalError as fault:
        return getattr(fault.orig, "sqlstate", None) != NO_ROOM
    return True


def _carrier_fails(session: Session) -> bool:
    """Of the messages that wait for another try, one at least waits because the carrier would not take it."""
    waiting = select(OUTBOX.c.error, OUTBOX.c.attempts).where(IS_UNSENT).order_by(OUTBOX.c.due_at).limit(LOOKED_AT)
    return any(row.attempts and row.error and row.error not in NO_FAILURE for row in session.execute(waiting))


def _last_arrival(session: Session, at: datetime) -> datetime:
    """Later than now: the clock of this machine went back, or another's goes ahead."""
    last = session.execute(select(INBOX.c.received_at).order_by(INBOX.c.id.desc()).limit(1)).scalar()
    return last or at


def _files(found: Vitals, parts: Parts) -> None:
    found.note("objects", None if _can_be_written(parts.settings.object_store) else "unwritable")
    free = [_free_mb(path) for path in _paths(parts)]
    known = [each for each in free if each is not None]
    found.told["disk_free_mb"] = min(known, default=None)
    if known != free:
        found.note("disk", "unreadable")
    else:
        found.note("disk", "full" if min(known) < FREE_MB else None)


def _can_be_written(path: Path) -> bool:
    try:
        folder = there(path)
        return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    except OSError:  # of a mount: stale, forbidden, broken
        return False


def _free_mb(path: Path) -> int | None:
    """None where its mount does not say."""
    try:
        return shutil.disk_usage(there(path)).free // 1_000_000
    except OSError:
        return None


def _paths(parts: Parts) -> Iterator[Path]:
    yield parts.settings.object_store
    yield parts.settings.deletion_journal
    if parts.database.is_sqlite:
        yield Path(str(parts.database.engine.url.database))


def there(path: Path) -> Path:
    """It, or the folder above in which it will be made. Raises OSError where nobody can tell."""
    return next(each for each in (path.absolute(), *path.absolute().parents) if each.exists())


def _processes(found: Vitals, parts: Parts, pulse: Pulse, at: datetime) -> None:
    expected = (*BESIDE_THE_WEB, "modems") if parts.settings.gammu_database_url else BESIDE_THE_WEB
    try:
        dead = pulse.dead(expected)
        astray = abs(pulse.clock() - at) > ASTRAY
    except RedisError:
        found.note("redis", "unreachable")
        found.told["workers"] = "unknown"
        return
    found.note("redis", None)
    found.told["workers"] = {name: "missing" if name in dead else "ok" for name in expected}
    found.alerts += [f"worker_missing_{name}" for name in dead]
    if astray:
        found.note("clock", "astray")
