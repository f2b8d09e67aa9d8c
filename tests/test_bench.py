"""The bench plays a script that works, and leaves nothing running."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

from sqlmodel import select

from assembly.parts import join
from bench import segments, statements
from bench.installation import fill, process
from registry import catalogue
from registry.database import Database
from registry.models import Case
from settings import Settings
from wsgi import create_app


def test_its_citizens_come_through_to_a_case(settings: Settings, sqlite_url: str) -> None:
    parts = join(replace(settings, database_url=sqlite_url))
    fill(parts.database)
    web = create_app(parts).test_client()
    counts = [count for citizen in (1, 2) for count in statements.turns(web, citizen)]
    assert min(len(count.statements) for count in counts) >= 5
    assert all(count.commits >= 1 for count in counts)  # and storing, a statement that needs none
    assert _cases(parts.database) == ["KK-HR"]


def test_the_usual_request_by_sms_costs_ten_segments_at_most() -> None:
    found = segments.by_way(segments.costs())
    usual = {code: segments.usual(chats).parts for (code, way), chats in found.items() if way == segments.STEPS}
    assert usual.keys() == {code for code, service in catalogue.load().items() if not service.tells}
    assert not {code: parts for code, parts in usual.items() if parts > segments.AIM}


def test_what_it_starts_ends_with_it() -> None:
    with suppress(KeyboardInterrupt), process([sys.executable, "-c", "input()"], {}, talks=True) as started:
        raise KeyboardInterrupt
    assert isinstance(started, subprocess.Popen)
    assert started.poll() is not None


def _cases(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Case.service)))
