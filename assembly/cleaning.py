"""What citizens' rights want done: deleting in the night and on request, copies of data. By the chores' worker, or at
once from a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from assembly import outside
from assembly.parts import Parts
from notifications.deleting import Deleter
from registry.models.columns import now
from registry.retention import on_request, remnants
from registry.retention.nightly import Retention
from registry.retention.orphans import Sweeper
from registry.rights import data_copy
from registry.web_door import visits

# With those of assembly/outside.py under the three minutes after which RQ ends a job, also where the carrier answers
# nothing; what is left is taken up in the next minute.
REQUEST_SECONDS, RETENTION_SECONDS, SWEEPING_SECONDS, DELETING_SECONDS, COPY_SECONDS = 20, 20, 10, 20, 20


def clean_up(parts: Parts) -> None:
    """What is due, then what is left of it in the store and at the carrier."""
    on_request.run(parts.database, parts.journal, now(), REQUEST_SECONDS)
    Retention(parts.database, parts.journal).tonight(now(), RETENTION_SECONDS)
    Sweeper(parts.database, parts.store).tonight(now(), SWEEPING_SECONDS)
    deleter(parts).run(now(), DELETING_SECONDS)
    with parts.database.writing() as session:
        visits.clear(session, now())


def make_copies(parts: Parts) -> None:
    """Loads what a copy needs only when one is asked for: the chores come every minute."""
    with parts.database.reading() as session:
        if not data_copy.to_make(session):
            return
    from assembly.chat import services, words
    from bot.copying import Copier
    from bot.handlers.pages.copy_page import CopyPage
    from registry.places.regions import load_regions

    page = CopyPage(words(), services(), load_regions())
    Copier(parts.database, parts.store, page).run(now(), COPY_SECONDS)


def deleter(parts: Parts) -> Deleter:
    return Deleter(parts.database, parts.store, outside.carrier(parts))


def run_told(parts: Parts) -> Iterator[str]:
    """Everything, line by line as it is done."""
    done = Retention(parts.database, parts.journal).run(now(), inf)
    done += Sweeper(parts.database, parts.store).tonight(now(), inf)
    yield from (f"{name}: {count} deleted" for name, count in sorted(done.items()) if name != "objects_looked_at")
    yield f"files and carrier's copies: {deleter(parts).run(now(), inf)} deleted"
    yield from _given_up(parts)


def owed_told(parts: Parts) -> Iterator[str]:
    owed = Retention(parts.database, parts.journal).owed(now())
    yield from (f"{name}: {count} due" for name, count in sorted(owed.items()))
    yield f"files that nothing names: {Sweeper(parts.database, parts.store).owed(now())} due"
    yield from _given_up(parts)


def _given_up(parts: Parts) -> Iterator[str]:
    with parts.database.reading() as session:
        count = remnants.given_up(session)
    if count:
        yield f"{count} files or carrier's copies could not be deleted: look at the table remnant"
