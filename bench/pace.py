"""How long a webhook waits when messages come at a given rate: each goes at its planned time, answered or not."""

from __future__ import annotations

from pathlib import Path

from assembly.parts import join
from bench.installation import PUBLIC_URL, NewDatabase, environ, fill, web
from bench.loading import Paced, loading, percentile
from bench.table import beside, table
from settings import Settings
from tests.conftest import free_port

RATE = 100  # messages a second
AIM = 100  # ms, of 99 webhooks in 100
TO_WARM_UP = 8  # messages of each citizen: then they stand at different questions


def measure(name: str, new: NewDatabase, folder: Path, redis_url: str, seconds: float) -> None:
    told = environ(folder, new(f"pace_{name.lower()}"), redis_url, free_port())
    database = join(Settings.from_env(told)).database
    fill(database)
    database.dispose()
    with web("wsgi:create_app()", told) as (port, _), loading(PUBLIC_URL) as load:
        load.pace(port, RATE, TO_WARM_UP)
        found = load.pace(port, RATE, seconds)
    title = f"{len(found.latencies)} webhooks at {RATE} a second, {name}"
    table(title, ("p50 ms", "p99 ms", "the longest", "late by the load", "load's CPU", "aim"), [cells(found)])


def cells(found: Paced) -> tuple[str, ...]:
    slow = percentile(found.latencies, 99)
    times = (percentile(found.latencies, 50), slow, max(found.latencies), found.late)
    return (*(f"{each:.1f}" for each in times), f"{found.cpu:.0%}", beside(slow <= AIM, f"p99 <= {AIM} ms"))
