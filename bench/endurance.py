"""Whether memory stays flat over very many messages, each answered by the web process and sent to the carrier."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.processes import TELLS
from bench.table import beside, table
from bench.whole import whole

RATE, SECONDS = 100, 5.0  # of a round: then everything is answered before the next one
WEB, WORKER, READER = 180, 150, 500  # MB of the largest process
FLAT = 5  # MB that a process may have grown by in the second half
AIMS = {"web": WEB, "drain": WORKER, "send": WORKER, "uploads": READER, "chores": WORKER, "clock": WORKER}
HEADER = (
    "process",
    "MB at first",
    "at half",
    "at last",
    "aim",
    "with its children",
    "MB per 10,000",
    "in the second half",
)
Sample = tuple[int, Sequence[float]]  # messages so far, MB of each process of a kind


def measure(folder: Path, messages: int) -> None:
    if not TELLS:
        sys.stdout.write("\nEndurance: this system does not tell of memory (no /proc/self/smaps_rollup).\n")
        return
    samples: dict[str, list[Sample]] = {name: [] for name in AIMS}
    with whole(folder / "endurance") as here:
        here.warm_up(RATE)
        for done in range(0, messages, round(RATE * SECONDS)):
            here.pace(RATE, SECONDS)
            here.settle()
            for name, taken in samples.items():
                taken.append((done, here.sizes(name)))
    rows = [_row(name, taken) for name, taken in samples.items()]
    table(f"Memory over {messages:,} messages, each answered, PSS, PostgreSQL", HEADER, rows)


def _row(name: str, taken: Sequence[Sample]) -> tuple[str, ...]:
    largest = [(messages, max(sizes)) for messages, sizes in taken]
    first, half, last = (largest[place][1] for place in (0, len(largest) // 2, -1))
    slope = growth(largest[len(largest) // 2 :])
    grown = slope * largest[-1][0] / 2
    return (
        name, *(f"{size:.0f}" for size in (first, half, last)), beside(last <= AIMS[name], f"<= {AIMS[name]}"),
        f"{sum(taken[-1][1]):.0f}", f"{slope * 10_000:+.2f}", f"{grown:+.1f} MB, {beside(grown <= FLAT, f'<= {FLAT}')}",
    )  # fmt: skip


def growth(samples: Sequence[tuple[int, float]]) -> float:
    """MB a message, by the line that fits best."""
    messages, sizes = zip(*samples, strict=True)
    return statistics.linear_regression(messages, sizes).slope
