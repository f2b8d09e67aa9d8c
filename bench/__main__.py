"""`python -m bench [--quick] [part ...]`: measures Loket on this machine and prints it. `make bench` runs all of it."""

from __future__ import annotations

import logging
import signal
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Collection
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import structlog

from bench import (
    album,
    citizens_words,
    desk,
    documents,
    ear,
    endurance,
    installation,
    memory,
    million,
    outgoing,
    pace,
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
    before: int  # messages that a database holds already
    citizens: int  # who send ten photos at once
    turns: int  # over which memory is to stay flat


WHOLE = Extent(5, 2.0, 10, 40, 5, 3, 1_000_000, 40, before=1_000_000, citizens=50, turns=100_000)
QUICK = Extent(1, 0.5, 2, 3, 1, 1, 5_000, 3, before=20_000, citizens=2, turns=2_400)
DATABASES = {"sqlite": ("SQLite", installation.sqlite), "postgresql": ("PostgreSQL", installation.postgresql)}
ON_A_DATABASE: dict[str, Callable[[str, NewDatabase, Path, str, Extent], None]] = {
    "webhooks": lambda name, new, folder, redis, extent: webhooks.measure(
        webhooks.ANSWERED, name, new, folder, redis, extent.rounds, extent.seconds
    ),
    "pace": lambda name, new, folder, redis, extent: pace.measure(name, new, folder, redis, 10 * extent.seconds),
    "overload": lambda name, new, folder, redis, extent: webhooks.measure(
        webhooks.STORED, name, new, folder, redis, extent.rounds, extent.seconds
    ),
    "million": lambda name, new, folder, redis, extent: million.measure(
        name, new, folder, redis, extent.before, extent.rounds, extent.seconds
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
    "ear": lambda folder, extent: ear.measure(folder, 10 * extent.seconds),
    "album": lambda folder, extent: album.measure(folder, extent.citizens, 10 * extent.seconds),
    "endurance": lambda folder, extent: endurance.measure(folder, extent.turns),
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
    structlog.configure(  # on standard output are the figures
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
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
