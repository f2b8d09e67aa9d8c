"""Turns a second through the shipped web process, beside the floor: the same rounds in turn, so that drift cancels."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import col, func, select

from assembly.parts import join
from bench import floor
from bench.installation import PUBLIC_URL, NewDatabase, environ, fill, heard, process, say, web
from bench.processes import cpu_seconds
from bench.table import beside, table
from registry.database import Database
from registry.models import Case, Event, EventKind, EventState, Outgoing
from settings import Settings
from tests.conftest import free_port

CONNECTIONS = (1, 8, 16)
AIM = 0.5  # of the floor
HEADER = (
    "connections",
    "Loket turns/s",
    "p50 ms",
    "p99 ms",
    "CPU ms",
    "floor turns/s",
    "p50 ms",
    "p99 ms",
    "CPU ms",
    "ratio",
    "load's CPU",
)


@dataclass
class Side:
    """One of the two served: its port and process, and what its rounds gave."""

    port: int
    pid: int
    rates: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)  # ms a turn, of the web process alone

    @property
    def cells(self) -> tuple[str, ...]:
        cuts = statistics.quantiles(self.latencies, n=100)
        return (
            f"{statistics.median(self.rates):.0f}",
            f"{cuts[49]:.1f}",
            f"{cuts[98]:.1f}",
            f"{statistics.median(self.cpu):.2f}",
        )


class Load:
    def __init__(self, started: subprocess.Popen[str]) -> None:
        self._started = started
        self.shares: list[float] = []

    def play(self, side: Side, connections: int, seconds: float) -> None:
        before = cpu_seconds(side.pid)
        say(self._started, json.dumps({"port": side.port, "connections": connections, "seconds": seconds}))
        answer = json.loads(heard(self._started))
        side.rates.append(len(answer["latencies"]) / seconds)
        side.latencies += answer["latencies"]
        side.cpu.append((cpu_seconds(side.pid) - before) * 1000 / len(answer["latencies"]))
        self.shares.append(answer["cpu"])


def measure(name: str, new: NewDatabase, folder: Path, redis_url: str, rounds: int, seconds: float) -> None:
    loket_url, floor_url = new(f"loket_{name.lower()}"), new(f"floor_{name.lower()}")
    told = environ(folder, loket_url, redis_url, free_port())
    database = join(Settings.from_env(told)).database
    fill(database)
    floor.prepare(floor_url)
    with ExitStack() as stack:
        loket = stack.enter_context(web("wsgi:create_app()", told))
        least = stack.enter_context(web("bench.floor:create_app()", environ(folder, floor_url, redis_url, free_port())))
        load = stack.enter_context(loading(PUBLIC_URL))
        for served in (loket, least):
            load.play(Side(*served), 8, seconds)  # to warm up
        rows = [_row(load, Side(*loket), Side(*least), connections, rounds, seconds) for connections in CONNECTIONS]
    table(f"Webhook to commit, {name}", HEADER, rows)
    _check(database)
    database.dispose()


@contextmanager
def loading(public_url: str) -> Iterator[Load]:
    with process([sys.executable, "-m", "bench.load", public_url], {}, talks=True) as started:
        yield Load(started)


def _row(load: Load, loket: Side, least: Side, connections: int, rounds: int, seconds: float) -> Sequence[str]:
    load.shares = []
    for number in range(rounds):
        for side in (loket, least) if number % 2 else (least, loket):
            load.play(side, connections, seconds)
    ratio = statistics.median(a / b for a, b in zip(loket.rates, least.rates, strict=True))
    told = f"{ratio:.2f} ({beside(ratio >= AIM, f'>= {AIM}')})"
    return str(connections), *loket.cells, *least.cells, told, f"{max(load.shares):.0%}"


def _check(database: Database) -> None:
    """Figures of turns that went wrong are worth nothing."""
    with database.reading() as session:
        counted = select(Event.state, func.count()).where(Event.kind == EventKind.MESSAGE).group_by(col(Event.state))
        states = dict(session.exec(counted).all())
        answered, cases = (session.exec(select(func.count(col(rows.id)))).one() for rows in (Outgoing, Case))
    turns, left = states.get(EventState.PROCESSED, 0), states.get(EventState.PENDING, 0)
    if states.get(EventState.FAILED) or answered < turns:
        raise RuntimeError(f"the turns went wrong: {states}, {answered} answers")
    sys.stdout.write(f"{turns} turns, {answered} answers, {cases} cases opened; {left} turns left to a worker.\n")
