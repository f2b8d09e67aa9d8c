"""How many SQL statements and commits one turn takes, by asking the engine, and what goes past it to the driver."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from flask.testing import FlaskClient
from sqlalchemy import Engine, event
from sqlmodel import Session
from twilio.request_validator import RequestValidator

from assembly.parts import join
from bench.citizens import INBOUND, TOKEN, Form, forms
from bench.installation import PUBLIC_URL, NewDatabase, environ, fill
from bench.table import table
from registry.database import Database, Step
from registry.ready import Written
from settings import Settings
from wsgi import create_app

NOT_WORK = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET LOCAL")
BOUND, END = Written.bound, Database.end


class Count:
    def __init__(self) -> None:
        self.statements: list[str] = []
        self.commits = 0

    def executed(self, connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
        if not statement.startswith(NOT_WORK):
            self.statements.append(statement)

    def made_ready(self, written: Written, values: Mapping[str, Any]) -> Any:
        self.statements.append(written.words)
        return BOUND(written, values)

    def committed(self, connection: Any) -> None:
        self.commits += 1

    def ended(self, database: Database, session: Session, *last: Step) -> Any:
        """One commit, whether the engine is told of it as well or not."""
        before = self.commits
        rows = END(database, session, *last)
        self.commits = before + 1
        return rows


@contextmanager
def counting() -> Iterator[Count]:
    count = Count()
    listeners = (("before_cursor_execute", count.executed), ("commit", count.committed))
    for name, listener in listeners:
        event.listen(Engine, name, listener)
    try:
        with (
            patch.object(Written, "bound", lambda written, values: count.made_ready(written, values)),
            patch.object(Database, "end", lambda *given: count.ended(*given)),
        ):
            yield count
    finally:
        for name, listener in listeners:
            event.remove(Engine, name, listener)


def measure(name: str, new: NewDatabase, folder: Path, redis_url: str) -> None:
    parts = join(Settings.from_env(environ(folder, new(f"statements_{name.lower()}"), redis_url, 1)))
    fill(parts.database)
    web = create_app(parts).test_client()
    for citizen in (1, 2):  # what is loaded once is not counted
        list(turns(web, citizen))
    rows = [_row(channel, list(turns(web, citizen))) for channel, citizen in (("SMS", 3), ("WhatsApp", 4))]
    table(f"Statements, {name}", ("a turn by", "statements", "most", "commits"), rows)
    parts.database.dispose()


def turns(web: FlaskClient, citizen: int) -> Iterator[Count]:
    for form in forms(citizen):
        with counting() as count:
            post(web, form)
        yield count


def post(web: FlaskClient, form: Form) -> None:
    signature = RequestValidator(TOKEN).compute_signature(PUBLIC_URL + INBOUND, form)
    answer = web.post(INBOUND, data=form, headers={"X-Twilio-Signature": signature})
    if answer.status_code != 200:
        raise RuntimeError(f"a turn was answered with {answer.status_code}")


def _row(channel: str, counts: list[Count]) -> tuple[str, ...]:
    statements = [len(count.statements) for count in counts]
    commits = [count.commits for count in counts]
    typical = statistics.median(statements)
    return channel, f"{typical:g} (median)", str(max(statements)), f"{statistics.median(commits):g}"
