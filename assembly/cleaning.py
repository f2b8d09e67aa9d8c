"""Deleting what is due: in the night by the chores' worker, or at once from a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from assembly import outside
from assembly.parts import Parts
from notifications.deleting import Deleter
from registry.models.columns import now
from registry.retention import remnants
from registry.retention.nightly import Retention

# Together well under the three minutes after which RQ kills a job; what is left is taken up in the next minute.
RETENTION_SECONDS, DELETING_SECONDS = 40, 40


def clean_up(parts: Parts) -> None:
    """What is due, then what is left of it in the store and at the carrier."""
    Retention(parts.database).tonight(now(), RETENTION_SECONDS)
    deleter(parts).run(now(), DELETING_SECONDS)


def deleter(parts: Parts) -> Deleter:
    return Deleter(parts.database, parts.store, outside.carrier(parts))


def run_told(parts: Parts) -> Iterator[str]:
    """Everything, line by line as it is done."""
    done = Retention(parts.database).run(now(), inf)
    yield from (f"{name}: {count} deleted" for name, count in sorted(done.items()))
    yield f"files and carrier's copies: {deleter(parts).run(now(), inf)} deleted"
    yield from _given_up(parts)


def owed_told(parts: Parts) -> Iterator[str]:
    yield from (f"{name}: {count} due" for name, count in sorted(Retention(parts.database).owed(now()).items()))
    yield from _given_up(parts)


def _given_up(parts: Parts) -> Iterator[str]:
    with parts.database.reading() as session:
        count = remnants.given_up(session)
    if count:
        yield f"{count} files or carrier's copies could not be deleted: look at the table remnant"
