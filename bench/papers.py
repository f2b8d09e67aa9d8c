"""Photographed papers, read as the uploads worker reads them: what is told of good photos, and how long it takes."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.table import beside, table
from registry import catalogue
from registry.uploads.inspect import inspect
from registry.uploads.ocr import Ocr
from registry.uploads.reader import PaperReader, expected_words
from registry.uploads.verdict import Quality
from tests.registry.uploads.photographed import GOOD, taken
from tests.registry.uploads.sample_papers import NIK, NIKS, SAMPLES

UNREADABLE_AIM = 0.05  # of good photos that are called unreadable
SECONDS_AIM = 3.0  # for a photo; the answer is due within five, and fetching and the album take two
MEGABYTES = 16 << 20


@dataclass(frozen=True)
class Seen:
    paper: str
    how: str
    quality: Quality
    recognised: bool
    number: bool | None  # none: it bears none that we look for
    seconds: float


def measure(seeds: int) -> None:
    """Every sample paper in every way of taking it, `seeds` times."""
    seen = list(_read(seeds))
    seconds = sorted(each.seconds for each in seen)
    numbers = [each.number for each in seen if each.number is not None]
    unreadable = [each for each in seen if each.quality is not Quality.FINE]
    middle, slow = statistics.median(seconds), seconds[int(len(seconds) * 0.95)]
    share = len(unreadable) / len(seen)
    rows = [
        ("wrongly called unreadable", f"{share:.1%}", beside(share < UNREADABLE_AIM, f"< {UNREADABLE_AIM:.0%}")),
        ("kind recognised", f"{_share(each.recognised for each in seen):.1%}", ""),
        ("NIK read", f"{_share(numbers):.1%}", ""),
        ("seconds a photo, median", f"{middle:.2f}", beside(middle <= SECONDS_AIM, f"<= {SECONDS_AIM:g}")),
        ("seconds a photo, 95th of 100", f"{slow:.2f}", ""),
    ]
    table(f"Papers read, {len(seen)} photos, one process", ("what", "", "aim"), rows)
    missed = [(each.paper, each.how, str(each.quality)) for each in seen if each in unreadable or not each.recognised]
    if missed:
        table("Missed", ("paper", "taken", "called", "times"), [(*row, str(n)) for row, n in Counter(missed).items()])


def _read(seeds: int) -> Iterator[Seen]:
    reader = PaperReader(expected_words(catalogue.load().values()), Ocr())
    for paper, draw in SAMPLES.items():
        sheet = draw()
        for how in GOOD:
            for seed in range(seeds):
                yield _seen(reader, paper, how, taken(sheet, how, seed))


def _seen(reader: PaperReader, paper: str, how: str, photo: bytes) -> Seen:
    began = time.perf_counter()
    quality, reading = reader.read(inspect(photo, max_bytes=MEGABYTES), datetime.now(UTC).date())
    seconds = time.perf_counter() - began
    if reading is None:
        return Seen(paper, how, quality, False, False, seconds)
    number = NIK in reading.numbers if paper in NIKS else None
    return Seen(paper, how, quality, paper in reading.kinds, number, seconds)


def _share(of: Iterable[bool]) -> float:
    return statistics.mean(map(int, of))
