"""The audit log's hash chain holds, and breaks at what was touched."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from registry import audit
from registry.actors import SYSTEM
from registry.audit.sealing import Verdict, seal, verify
from registry.database import Database
from tests.registry.desk import MONDAY


def write(database: Database, rows: int = 5) -> None:
    with database.writing() as session:
        for number in range(rows):
            audit.record(session, SYSTEM, "case_opened", case_id=number, fields=("reason",), at=MONDAY)


def sealed(database: Database) -> int:
    with database.writing() as session:
        return seal(session)


def verdict(database: Database, at: datetime = MONDAY) -> Verdict:
    with database.reading() as session:
        return verify(session, at)


def tamper(database: Database, statement: str) -> None:
    with database.writing() as session:
        session.execute(text(statement))


def test_an_empty_log_is_intact(database: Database) -> None:
    assert sealed(database) == 0
    assert verdict(database).intact


def test_rows_are_sealed_once_and_in_order(database: Database) -> None:
    write(database)
    assert [sealed(database), sealed(database)] == [5, 0]
    write(database, 2)
    assert sealed(database) == 2
    assert (verdict(database).intact, verdict(database).rows) == (True, 7)


def test_two_sealers_make_one_chain(database: Database) -> None:
    write(database, 50)
    with ThreadPoolExecutor(2) as threads:
        assert sum(threads.map(sealed, [database, database])) == 50
    assert verdict(database).rows == 50


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET action = 'case_closed' WHERE seq = 3",
        "UPDATE audit SET officer_id = 1 WHERE seq = 3",
        "UPDATE audit SET fields = '[]' WHERE seq = 3",
        "UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 2) WHERE seq = 3",
        "DELETE FROM audit WHERE seq = 3",
        "UPDATE audit SET seq = NULL WHERE seq = 3",
    ],
)
def test_a_changed_or_removed_row_is_found(database: Database, change: str) -> None:
    write(database)
    sealed(database)
    tamper(database, change)
    assert (verdict(database).intact, verdict(database).rows) == (False, 2)


def test_a_row_inserted_into_the_chain_is_found(database: Database) -> None:
    write(database)
    sealed(database)
    tamper(database, "UPDATE audit SET seq = seq + 10 WHERE seq > 2")
    assert verdict(database).fault == "the row with seq 3 is missing"


def test_a_row_left_unsealed_is_found_after_ten_minutes(database: Database) -> None:
    write(database)
    assert verdict(database, MONDAY + timedelta(minutes=9)).intact
    assert not verdict(database, MONDAY + timedelta(minutes=11)).intact


def test_the_noted_head_shows_a_chain_cut_short(database: Database) -> None:
    write(database)
    sealed(database)
    noted = verdict(database)
    tamper(database, "DELETE FROM audit WHERE seq = 5")
    assert (noted.rows, noted.head) != (verdict(database).rows, verdict(database).head)


def test_the_noted_head_shows_a_history_sealed_anew(database: Database) -> None:
    write(database)
    sealed(database)
    noted = verdict(database)
    tamper(database, "UPDATE audit SET seq = NULL, hash = NULL")
    tamper(database, "UPDATE audit SET action = 'case_closed' WHERE id = (SELECT min(id) FROM audit)")
    sealed(database)
    assert (verdict(database).intact, verdict(database).rows) == (True, noted.rows)
    assert verdict(database).head != noted.head
