"""A database that is busy, or has no room: it is tried later, and no message is to blame."""

from __future__ import annotations

import sqlite3
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from registry.database import Database, is_away
from registry.models import EventState
from tests.assembly.test_harm import CITIZEN, OTHER, a_full_disk
from tests.assembly.test_harm import carrier as carrier
from tests.bot.conftest import Carrier


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_busy_database_is_no_fault_of_the_message(
    carrier: Carrier, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(carrier.conversations, "drain", lambda contact_id: set())
        carrier.post(CITIZEN)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception) as fault, carrier.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()
    assert is_away(fault.value)
    with monkeypatch.context() as while_it_lasts:
        while_it_lasts.setattr(carrier.conversations, "_play", _raising(fault.value))
        for _ in range(5):
            with pytest.raises(type(fault.value)):
                carrier.conversations.drain(1)
    assert carrier.events()[0].attempts == 0
    carrier.conversations.drain(1)
    assert carrier.events()[0].state is EventState.PROCESSED


def _raising(fault: BaseException) -> Any:
    def raises(*given: Any) -> None:
        raise fault

    return raises


def test_a_wrong_statement_is_not_the_databases_fault(database: Database) -> None:
    with pytest.raises(Exception) as fault, database.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    assert not is_away(fault.value)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_loses_no_message_and_is_told_as_away(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The webhook answers 5xx, so that the carrier's list tells of it later; then it is taken in once."""
    carrier.post(OTHER)
    before = len(carrier.events())
    monkeypatch.setattr(sys, "stdout", StringIO())  # the test's own is a file
    with a_full_disk(0):
        assert carrier.post(CITIZEN) == 500
    assert len(carrier.events()) == before
    assert carrier.post(CITIZEN) == 200 and len(carrier.events()) > before
