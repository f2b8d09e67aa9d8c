"""Deleting what is due, from a terminal and by the worker of the chores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from assembly import cleaning
from assembly.parts import Parts, join
from registry.database import Database
from registry.lifecycle import CaseState
from registry.models import Case, Upload, UploadState
from registry.models.columns import now
from settings import Settings
from tests.registry.desk import Desk, furnish
from wsgi import create_app


@pytest.fixture
def parts(settings: Settings, database_url: str) -> Iterator[Parts]:
    joined = join(replace(settings, database_url=database_url))
    yield joined
    joined.database.dispose()


@pytest.fixture
def key(parts: Parts, database: Database) -> str:
    """The object of a photo whose case was closed forty days ago."""
    desk: Desk = furnish(database)
    case_id, key = desk.open(), parts.store.put(b"a made-up photo")
    with database.writing() as session:
        case = session.get_one(Case, case_id)
        case.state, case.closed_at = CaseState.CLOSED, now() - timedelta(days=40)
        upload = session.exec(select(Upload).order_by("id")).all()[0]
        upload.state, upload.object_key = UploadState.STORED, key
    return key


def file_of(parts: Parts, key: str) -> bool:
    return (parts.settings.object_store / key[:2] / key[2:4] / key).exists()


def told(parts: Parts, *options: str) -> str:
    answer = create_app(parts).test_cli_runner().invoke(args=["retention", "run", *options])
    assert answer.exit_code == 0
    return answer.output


def test_a_dry_run_only_counts(parts: Parts, key: str) -> None:
    assert "cases: 1 due" in told(parts, "--dry-run")
    assert file_of(parts, key)


def test_a_run_deletes_rows_and_files(parts: Parts, key: str) -> None:
    said = told(parts)
    assert "cases: 1 deleted" in said and "files and carrier's copies: 1 deleted" in said
    assert not file_of(parts, key)
    assert "cases: 0 due" in told(parts, "--dry-run")


def test_the_chores_do_so_by_themselves(parts: Parts, key: str) -> None:
    cleaning.clean_up(parts)
    assert not file_of(parts, key)
