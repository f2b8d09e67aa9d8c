"""`python -m bench [--quick]`: measures everything on this machine and prints it. `make bench` runs it."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser
from contextlib import ExitStack

from bench import documents, installation, memory, outgoing, statements, webhooks

ROUNDS, SECONDS, EACH, DOCUMENTS = 5, 2.0, 10, 40  # rounds of so many seconds, messages to each citizen, documents
QUICK = 1, 0.5, 2, 3


def main() -> None:
    parser = ArgumentParser(prog="python -m bench", description="How fast and how large Loket is.")
    parser.add_argument("--quick", action="store_true", help="one short round of each, to see that all of it works")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended
    try:
        measure(*(QUICK if parser.parse_args().quick else (ROUNDS, SECONDS, EACH, DOCUMENTS)))
    except KeyboardInterrupt:
        sys.exit(130)


def measure(rounds: int, seconds: float, each: int, count: int) -> None:
    with ExitStack() as stack:
        folder = stack.enter_context(installation.scratch())
        redis_url = stack.enter_context(installation.redis(folder))
        for name, database in (("SQLite", installation.sqlite), ("PostgreSQL", installation.postgresql)):
            with database(folder) as new:
                webhooks.measure(name, new, folder, redis_url, rounds, seconds)
                statements.measure(name, new, folder, redis_url)
                outgoing.measure(name, new, folder, redis_url, each)
        documents.measure(count)
        memory.measure(folder, 2 * seconds)


if __name__ == "__main__":
    main()
