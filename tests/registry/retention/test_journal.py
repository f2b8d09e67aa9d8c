"""What was deleted is noted before it is gone, and found again by whoever restores a backup."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import inf
from pathlib import Path

import pytest
import time_machine

from registry.models import Case
from registry.retention.journal import Journal
from registry.retention.nightly import Retention
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept

HOUR = timedelta(hours=1)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "far away" / "deletions.jsonl")


def erased(journal: Journal, contact_id: int, hours: int) -> None:
    with time_machine.travel(MONDAY + hours * HOUR, tick=False):
        journal.contact_erased(contact_id, MONDAY, MONDAY)


def restored(journal: Journal, taken: int, hours: int) -> None:
    with time_machine.travel(MONDAY + hours * HOUR, tick=False):
        journal.restored(MONDAY + taken * HOUR)


def since(journal: Journal, taken: int) -> list[int]:
    return [line["id"] for line in journal.since(MONDAY + taken * HOUR)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_case_is_noted_with_its_end_and_nothing_personal(kept: Kept) -> None:
    case_id = kept.case()
    Retention(kept.database, kept.journal).run(MONDAY, inf)
    [line] = kept.journal.since(MONDAY)
    assert (line["erased"], line["id"], line["state"], line["documents"]) == (
        "case",
        case_id,
        "closed",
        {"1": "issued"},
    )
    assert line["closed_at"] and set(line) == {"at", "erased", "id", "state", "closed_at", "documents"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_its_line_nothing_is_deleted(kept: Kept, tmp_path: Path) -> None:
    kept.case()
    (tmp_path / "full").touch()
    with pytest.raises(OSError, match="full"):
        Retention(kept.database, Journal(tmp_path / "full" / "deletions.jsonl")).run(MONDAY, inf)
    assert kept.all(Case)[0].answers and kept.all(Case)[0].erased_at is None


def test_a_journal_that_is_not_there_yet_is_empty(journal: Journal) -> None:
    assert (journal.since(MONDAY), journal.last(), journal.holds(None)) == ([], None, True)


def test_a_line_torn_off_by_a_crash_harms_no_other(journal: Journal) -> None:
    erased(journal, 1, 0)
    with journal.path.open("a") as file:
        file.write('{"at": "2026-')
    erased(journal, 2, 1)
    assert since(journal, 0) == [1, 2]


def test_it_is_known_again_by_its_last_line(journal: Journal, tmp_path: Path) -> None:
    erased(journal, 1, 0)
    last = journal.last()
    erased(journal, 2, 1)
    assert journal.holds(last) and not Journal(tmp_path / "another.jsonl").holds(last)


def test_what_was_deleted_in_other_records_is_not_deleted_in_these(journal: Journal) -> None:
    """After the backup of hour 1 came back, rows have the numbers of others that are gone."""
    erased(journal, 1, 0)
    erased(journal, 2, 5)
    restored(journal, taken=1, hours=6)
    erased(journal, 3, 7)
    assert since(journal, 1) == [1, 2, 3]  # the backup that both go on from
    assert since(journal, 4) == [1, 2]  # one of the records that were given up
    assert since(journal, 8) == [3]  # one made since


def test_a_second_restore_goes_on_from_where_its_backup_was_made(journal: Journal) -> None:
    erased(journal, 1, 2)
    restored(journal, taken=1, hours=3)
    erased(journal, 2, 4)
    restored(journal, taken=5, hours=6)  # of the records since hour 3
    erased(journal, 3, 7)
    assert (since(journal, 5), since(journal, 2)) == ([2, 3], [1])


def test_times_are_told_with_their_zone(journal: Journal) -> None:
    erased(journal, 1, 0)
    assert datetime.fromisoformat(journal.since(MONDAY)[0]["at"]) == MONDAY
