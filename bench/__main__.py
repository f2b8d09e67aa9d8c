"""`python -m bench [--quick] [part ...]`: measures Loket on this machine and prints it. `make bench` runs all of it."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench import (
    citizens_words,
    desk,
    documents,
    installation,
    memory,
    outgoing,
    papers,
    segments,
    statements,
    understanding,
    webhooks,
)
from bench.installation import NewDatabase


@dataclass(frozen=True)
class Extent:
    rounds: int
    seconds: float  # of a round
    messages: int  # to each citizen
    documents: int
    folds: int  # of the messages to be understood
    photos: int  # of each sample paper in each way of taking it
    cases: int  # of the archive
    looks: int  # at each page over it


WHOLE, QUICK = Extent(5, 2.0, 10, 40, 5, 3, 1_000_000, 40), Extent(1, 0.5, 2, 3, 1, 1, 5_000, 3)
DATABASES = {"sqlite": ("SQLite", installation.sqlite), "postgresql": ("PostgreSQL", installation.postgresql)}
ON_A_DATABASE: dict[str, Callable[[str, NewDatabase, Path, str, Extent], None]] = {
    "webhooks": lambda name, new, folder, redis, extent: webhooks.measure(
        name, new, folder, redis, extent.rounds, extent.seconds
    ),
    "statements": lambda name, new, folder, redis, extent: statements.measure(name, new, folder, redis),
    "outgoing": lambda name, new, folder, redis, extent: outgoing.measure(name, new, folder, redis, extent.messages),
}
BESIDE: dict[str, Callable[[Path, Extent], None]] = {
    "documents": lambda folder, extent: documents.measure(extent.documents),
    "understanding": lambda folder, extent: understanding.measure(extent.folds),
    "citizens_words": lambda folder, extent: citizens_words.measure(),
    "segments": lambda folder, extent: segments.measure(),
    "papers": lambda folder, extent: papers.measure(extent.photos),
    "desk": lambda folder, extent: desk.measure(folder, extent.cases, extent.looks),
    "memory": lambda folder, extent: memory.measure(folder, 2 * extent.seconds, extent.photos),
}


def main() -> None:
    parser = ArgumentParser(prog="python -m bench", description="How fast and how large Loket is.")
    parser.add_argument("part", nargs="*", help=f"only these of {', '.join((*ON_A_DATABASE, *BESIDE))}")
    parser.add_argument("--on", choices=DATABASES, action="append", help="only on this database")
    parser.add_argument("--quick", action="store_true", help="one short round of each, to see that all of it works")
    told = parser.parse_args()
    parts = told.part or [*ON_A_DATABASE, *BESIDE]
    if strange := set(parts) - ON_A_DATABASE.keys() - BESIDE.keys():
        parser.error(f"there is no part {', '.join(sorted(strange))}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended
    try:
        measure(parts, told.on or DATABASES, QUICK if told.quick else WHOLE)
    except KeyboardInterrupt:
        sys.exit(130)


def measure(parts: Collection[str], databases: Collection[str], extent: Extent) -> None:
    with ExitStack() as stack:
        folder = stack.enter_context(installation.scratch())
        redis_url = stack.enter_context(installation.redis(folder))
        on_a_database = [measured for part, measured in ON_A_DATABASE.items() if part in parts]
        for name, database in (DATABASES[chosen] for chosen in databases if on_a_database):
            with database(folder) as new:
                for measured in on_a_database:
                    measured(name, new, folder, redis_url, extent)
        for part in (part for part in BESIDE if part in parts):
            BESIDE[part](folder, extent)


if __name__ == "__main__":
    main()
