"""Files of the store that no row names: gone after a day, counted, and nothing else with them."""

from __future__ import annotations

import os
from datetime import timedelta
from math import inf
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from registry.models import AuditEntry, Night, Officer, Remnant
from registry.retention.orphans import NAMED, Sweeper
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept

OLD = MONDAY - timedelta(days=2)


@pytest.fixture
def store(tmp_path: Path, vault: Vault) -> ObjectStore:
    return ObjectStore(tmp_path / "objects", vault)


@pytest.fixture
def sweeper(kept: Kept, store: ObjectStore) -> Sweeper:
    return Sweeper(kept.database, store)


def written(store: ObjectStore, tmp_path: Path, *, at: float = OLD.timestamp(), ending: str = "") -> str:
    key = store.put(b"a made-up photo")
    path = tmp_path / "objects" / key[:2] / key[2:4] / key
    os.utime(path, (at, at))
    path.rename(f"{path}{ending}")
    return key


def left(kept: Kept) -> list[str]:
    return [remnant.key for remnant in kept.all(Remnant)]


def test_what_no_row_names_goes_and_is_counted(
    kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path
) -> None:
    kept.photo(object_key=(named := written(store, tmp_path)))
    orphan, half = written(store, tmp_path), written(store, tmp_path, ending=".part")
    assert sweeper.owed(MONDAY) == 2 and left(kept) == []
    assert sweeper.tonight(MONDAY, inf) == {"objects_looked_at": 3, "orphans": 1, "unfinished_files": 1}
    assert left(kept) == [orphan] and store.get(named)
    assert not list((tmp_path / "objects").rglob(f"{half}*"))
    (proof,) = [row for row in kept.all(AuditEntry) if row.action == "objects_swept"]
    assert proof.fields == ["objects_looked_at:3", "orphans:1", "unfinished_files:1"]


@pytest.mark.parametrize("ending", ["", ".part"])
def test_what_is_being_written_stays(
    kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path, ending: str
) -> None:
    kept.photo()
    just_now = written(store, tmp_path, at=(MONDAY - timedelta(hours=23)).timestamp(), ending=ending)
    sweeper.tonight(MONDAY, inf)
    assert left(kept) == [] and list((tmp_path / "objects").rglob(f"{just_now}*"))


def test_a_file_that_is_not_ours_stays(kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path) -> None:
    kept.photo(object_key=written(store, tmp_path))
    for place in ("lost+found", "00/aa/README", "00/notes.txt"):
        path = tmp_path / "objects" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("of the machine")
        os.utime(path, (OLD.timestamp(),) * 2)
    assert sweeper.owed(MONDAY) == 0


def test_a_store_beside_an_empty_database_is_left_alone(
    kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path
) -> None:
    written(store, tmp_path)
    assert (sweeper.owed(MONDAY), sweeper.tonight(MONDAY, inf)) == (0, {})


def test_it_goes_on_where_its_time_ended_and_once_a_night(
    kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path
) -> None:
    kept.photo()
    orphan = written(store, tmp_path)
    assert sweeper.tonight(MONDAY, -1) == {} and left(kept) == []
    assert sweeper.tonight(MONDAY, inf)["orphans"] == 1
    assert sweeper.tonight(MONDAY + timedelta(hours=1), inf) == {} and left(kept) == [orphan]
    assert [night.swept for night in kept.all(Night)] == [256]


def test_a_signing_key_is_named(kept: Kept, sweeper: Sweeper, store: ObjectStore, tmp_path: Path) -> None:
    with kept.database.writing() as session:
        session.get_one(Officer, kept.all(Officer)[0].id).signing_key = written(store, tmp_path)
    assert sweeper.owed(MONDAY) == 0


def test_every_column_that_holds_a_files_key_is_asked() -> None:
    """Those of keys that are none of the store's are named here."""
    others = {"session_key", "key", "answer_key", "question_key"}
    columns = {column for table in SQLModel.metadata.tables.values() for column in table.c}
    keys = {column for column in columns if column.name.endswith("_key") and column.name not in others}
    assert keys <= set(NAMED)
