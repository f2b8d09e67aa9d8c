"""Webhooks a second through the shipped web process, beside a floor: the same rounds in turn, so that drift cancels."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import col, func, select

from assembly.parts import join
from bench import floor
from bench.installation import PUBLIC_URL, NewDatabase, environ, fill, web
from bench.loading import Load, Side, loading
from bench.table import beside, table
from registry.database import Database
from registry.models import Case, Event, EventKind, EventState, Outgoing
from settings import Settings
from tests.conftest import free_port

COLUMNS = ("p50 ms", "p99 ms", "CPU ms")


@dataclass(frozen=True)
class Contest:
    """What the shipped web process is measured against, over how many connections, and the ratio to be reached."""

    key: str
    title: str
    floor: str  # gunicorn's name of it
    connections: Sequence[int]
    aim: float
    aims: Mapping[tuple[str, int], float] = field(default_factory=dict)  # where it is another one, by database


ANSWERED = Contest(
    "webhooks", "Webhook to commit", "bench.floor:answering()", (1, 8, 16), 0.5, {("PostgreSQL", 16): 0.6}
)
# More than can be answered: here it is enough that they are stored.
STORED = Contest("overload", "Webhooks stored under overload", "bench.floor:storing()", (64, 256), 0.7)


def measure(
    contest: Contest, name: str, new: NewDatabase, folder: Path, redis_url: str, rounds: int, seconds: float
) -> None:
    loket_url, floor_url = (new(f"{contest.key}_{side}_{name.lower()}") for side in ("loket", "floor"))
    told = environ(folder, loket_url, redis_url, free_port())
    database = join(Settings.from_env(told)).database
    fill(database)
    floor.prepare(floor_url)
    with ExitStack() as stack:
        loket = stack.enter_context(web("wsgi:create_app()", told))
        least = stack.enter_context(web(contest.floor, environ(folder, floor_url, redis_url, free_port())))
        load = stack.enter_context(loading(PUBLIC_URL))
        for served in (loket, least):
            load.play(Side(*served), 8, seconds)  # to warm up
        rows = [
            _row(load, Side(*loket), Side(*least), each, contest.aims.get((name, each), contest.aim), rounds, seconds)
            for each in contest.connections
        ]
    header = ("connections", "Loket a second", *COLUMNS, "floor a second", *COLUMNS, "ratio", "load's CPU")
    table(f"{contest.title}, {name}", header, rows)
    _check(database)
    database.dispose()


def _row(
    load: Load, loket: Side, least: Side, connections: int, aim: float, rounds: int, seconds: float
) -> Sequence[str]:
    load.shares = []
    for number in range(rounds):
        for side in (loket, least) if number % 2 else (least, loket):
            load.play(side, connections, seconds)
    ratio = statistics.median(a / b for a, b in zip(loket.rates, least.rates, strict=True))
    told = f"{ratio:.2f} ({beside(ratio >= aim, f'>= {aim}')})"
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
