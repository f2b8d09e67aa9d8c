"""Photos of many citizens at once: whether all are answered, and what others wait meanwhile for their words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sqlmodel import col, func, select

from bench.loading import Paced, percentile
from bench.pace import AIM
from bench.photos import OFFICE, PAPERS, TO_THE_PAPERS
from bench.table import beside, table
from bench.whole import Whole, whole
from registry.database import Database
from registry.models import Event, EventKind, EventState
from tests.registry.uploads.photographed import GOOD, taken
from tests.registry.uploads.sample_papers import SAMPLES
from tests.whole.handset import Handset

RATE = 20  # messages a second that others write
EACH = 10  # photos of a citizen
TELEPHONES = 25  # that send at the same time
MEGABYTES = 500
A_PHOTO = 20.0  # seconds after which we do not wait for it any more
HEADER = ("webhooks of others", "p50 ms", "p99 ms", "the longest", "aim")


def measure(folder: Path, citizens: int, seconds: float) -> None:
    photos, whole_album = _album(), citizens * EACH
    with whole(folder / "album") as here, ThreadPoolExecutor(TELEPHONES) as telephones:
        handsets = [Handset(here.town.twilio, f"whatsapp:+62896{n:08d}", OFFICE) for n in range(citizens)]
        list(telephones.map(_come_to_the_papers, handsets))
        here.warm_up(RATE)
        calm = here.pace(RATE, seconds)
        began = time.monotonic()
        sending = [telephones.submit(_send, handset, photos) for handset in handsets]
        meanwhile = here.pace(RATE, seconds)
        for each in sending:
            each.result()
        largest = _largest_until(here, whole_album)
        answered = sum(bool(handset.hears("")) for handset in handsets)
        took = time.monotonic() - began
    told = f"{whole_album} of {citizens} citizens, all judged and {answered} citizens answered after {took:.0f} s"
    ratio = percentile(meanwhile.latencies, 99) / percentile(calm.latencies, 99)
    rows = [_row("before", calm), _row(f"meanwhile ({ratio:.2f} times p99)", meanwhile)]
    table(f"Photos at once: {told}; others write {RATE} messages a second, PostgreSQL", HEADER, rows)
    size = (f"{largest:.0f}", beside(largest <= MEGABYTES, f"<= {MEGABYTES}"))
    table("Memory of the worker that reads them, with the process of its job, PSS", ("MB at most", "aim"), [size])


def _album() -> Sequence[bytes]:
    """Each paper in several ways of taking it."""
    ways = list(GOOD)
    return [taken(SAMPLES[PAPERS[n % 2]](), ways[n % len(ways)], n) for n in range(EACH)]


def _come_to_the_papers(handset: Handset) -> None:
    for text in TO_THE_PAPERS:
        handset.say(text)
        handset.hears("")
    handset.hears("foto")


def _send(handset: Handset, photos: Sequence[bytes]) -> None:
    for photo in photos:
        handset.send_file("foto.jpg", photo, "image/jpeg")


def _largest_until(here: Whole, photos: int) -> float:
    """MB at most of who reads them, until the chat has taken in what each of them is."""
    until, largest = time.monotonic() + photos * A_PHOTO, 0.0
    while (judged := _judged(here.town.parts.database)) < photos:
        if time.monotonic() > until:
            raise RuntimeError(f"{judged} of {photos} photos were judged")
        largest = max(largest, sum(here.sizes("uploads")))
        time.sleep(0.5)
    return largest


def _judged(database: Database) -> int:
    done = Event.kind == EventKind.UPLOAD_JUDGED, Event.state == EventState.PROCESSED
    with database.reading() as session:
        return session.exec(select(func.count(col(Event.id))).where(*done)).one()


def _row(what: str, found: Paced) -> tuple[str, ...]:
    slow = percentile(found.latencies, 99)
    times = (percentile(found.latencies, 50), slow, max(found.latencies))
    return what, *(f"{each:.0f}" for each in times), beside(slow <= AIM, f"p99 <= {AIM} ms")
