"""A turn over a million messages that the database holds, beside one in an empty database: the same rounds in turn."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Column, TextClause, bindparam, text
from sqlmodel import SQLModel

from assembly.parts import join
from bench.archive import ANSWERS, nik
from bench.citizens import SMS_SENDER, WHATSAPP_SENDER
from bench.installation import PUBLIC_URL, NewDatabase, environ, fill, web
from bench.loading import Load, Side, loading
from bench.table import beside, table
from bot.state import State
from registry.database import Database
from registry.models.columns import now
from settings import Settings
from tests.conftest import free_port

AIM = 1.2  # times the cost of a turn in an empty one
EACH = 20  # messages of a contact
CONNECTIONS = (1, 8)
SQL = Path(__file__).with_suffix(".sql")
SID = {True: "lower(hex(randomblob(16)))", False: "replace(CAST(gen_random_uuid() AS text), '-', '')"}  # is it SQLite?
RANDOM = {True: "randomblob(32)", False: "sha256(CAST(CAST(random() AS text) AS bytea))"}
TIDY = {True: ("PRAGMA wal_checkpoint(TRUNCATE)",), False: ("VACUUM ANALYZE", "CHECKPOINT")}
COLUMNS = ("turns/s", "p50 ms", "p99 ms", "CPU ms")


def measure(
    name: str, new: NewDatabase, folder: Path, redis_url: str, messages: int, rounds: int, seconds: float
) -> None:
    told = [environ(folder, new(f"{kind}_{name.lower()}"), redis_url, free_port()) for kind in ("full", "empty")]
    full, empty = (join(Settings.from_env(each)).database for each in told)
    for database in (full, empty):
        fill(database)
    began = time.perf_counter()
    lay_in(full, messages)
    took = time.perf_counter() - began
    with ExitStack() as stack:
        sides = [stack.enter_context(web("wsgi:create_app()", each)) for each in told]
        load = stack.enter_context(loading(PUBLIC_URL))
        for side in sides:
            load.play(Side(*side), 8, seconds)  # to warm up
        rows = [_row(load, [Side(*side) for side in sides], each, rounds, seconds) for each in CONNECTIONS]
    header = ("connections", *COLUMNS, *(f"{each}, empty" for each in COLUMNS), "by the clock", "by CPU")
    table(f"A turn over {messages:,} messages and their answers, laid in in {took:.0f} s, {name}", header, rows)
    for database in (full, empty):
        database.dispose()


def lay_in(database: Database, messages: int) -> None:
    """Into a database that has its offices and no contact yet."""
    words = {"sid": SID[database.is_sqlite], "random": RANDOM[database.is_sqlite]}
    given = _given(messages)
    with database.writing() as session:
        for statement in SQL.read_text().format(**words).split(";\n\n"):
            session.connection().execute(_bound(statement, given))
    with database.engine.connect() as connection:
        for order in TIDY[database.is_sqlite]:
            connection.execute(text(order))


def _given(messages: int) -> Mapping[str, tuple[Column[Any], Any]]:
    """Values by name, each with a column of its type: those that are sealed are so once, and used for every row."""
    tables, at = SQLModel.metadata.tables, now()
    event, contact = tables["event"].c, tables["contact"].c
    return {
        "messages": (event.id, messages),
        "contacts": (event.id, messages // EACH),
        "whatsapp": (tables["sender"].c.address, WHATSAPP_SENDER),
        "sms": (tables["sender"].c.address, SMS_SENDER),
        "past": (event.due_at, at - timedelta(days=90)),
        "future": (event.due_at, at + timedelta(days=30)),
        "address": (contact.address, "whatsapp:+628990000000"),
        "conversation": (tables["conversation"].c.data, State().to_json()),
        "event": (event.body, {"text": "kk saya hilang"}),
        "outgoing": (tables["outgoing"].c.body, {"text": 20 * "Contoh jawaban. "}),
        "answers": (tables["case"].c.answers, {**ANSWERS, "nik": nik(1)}),
    }


def _bound(statement: str, given: Mapping[str, tuple[Column[Any], Any]]) -> TextClause:
    named = set(re.findall(r":(\w+)", statement))
    return text(statement).bindparams(
        *(bindparam(name, value, column.type) for name, (column, value) in given.items() if name in named)
    )


def _row(load: Load, sides: Sequence[Side], connections: int, rounds: int, seconds: float) -> Sequence[str]:
    full, empty = sides
    for number in range(rounds):
        for side in (full, empty) if number % 2 else (empty, full):
            load.play(side, connections, seconds)
    clock = statistics.median(b / a for a, b in zip(full.rates, empty.rates, strict=True))
    cpu = statistics.median(a / b for a, b in zip(full.cpu, empty.cpu, strict=True))
    told = (f"{ratio:.2f} ({beside(ratio <= AIM, f'<= {AIM}')})" for ratio in (clock, cpu))
    return str(connections), *full.cells, *empty.cells, *told
