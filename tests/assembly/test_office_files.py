"""A file of rules that no office will ever read is named at the start."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from assembly import chat, clock, office_files
from assembly.parts import join
from registry.catalogue import SERVICES, Catalogue, load
from registry.database import Database
from registry.models import Office
from settings import Settings


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    for name in ("bpp.toml", "Bbp.toml"):
        (tmp_path / name).write_text("[KTP-H]\nsla_hours = 6\n")
    return load(SERVICES, tmp_path)


def found_balikpapan(database: Database) -> None:
    hours = {"zone": "Asia/Makassar", "weekly": {"mon": [["08:00", "12:00"]]}}
    with database.writing() as session:
        session.add(
            Office(code="BPP", name="Contoh", region="64.71", timezone="Asia/Makassar", hours=hours, address="Jl. 1")
        )


def test_only_the_file_of_no_office_is_named(database: Database, catalogue: Catalogue) -> None:
    found_balikpapan(database)
    with database.reading() as session:
        assert office_files.of_no_office(session, catalogue) == ["Bbp.toml"]


def test_before_any_office_is_founded_none_is(database: Database, catalogue: Catalogue) -> None:
    with database.reading() as session:
        assert office_files.of_no_office(session, catalogue) == []


def test_the_clock_names_it_when_it_starts(
    settings: Settings, database_url: str, database: Database, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    found_balikpapan(database)
    monkeypatch.setattr(chat, "services", lambda: catalogue)
    stop = threading.Event()
    stop.set()
    with capture_logs() as told:
        clock.run(join(replace(settings, database_url=database_url)), stop)
    assert [each["file"] for each in told] == ["registry/offices/Bbp.toml"]
