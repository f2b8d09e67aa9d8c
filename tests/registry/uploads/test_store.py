"""The object store: encrypted, whole or absent, and no way out of its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.uploads.store import ObjectMissing, ObjectStore, StoreUnwritable
from registry.vault import Unreadable, Vault

DATA = b"foto KTP contoh " * 1000


@pytest.fixture
def store(tmp_path: Path, vault: Vault) -> ObjectStore:
    return ObjectStore(tmp_path / "objects", vault)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_put_is_got(store: ObjectStore) -> None:
    keys = [store.put(DATA), store.put(b"")]
    assert [store.get(key) for key in keys] == [DATA, b""]


def test_nothing_readable_lies_on_the_disk(store: ObjectStore, tmp_path: Path) -> None:
    store.put(DATA)
    (path,) = files(tmp_path)
    assert DATA[:16] not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_names_are_random_and_spread_over_folders(store: ObjectStore, tmp_path: Path) -> None:
    keys = {store.put(DATA) for _ in range(20)}
    assert len(keys) == 20
    assert {path.relative_to(tmp_path / "objects").as_posix() for path in files(tmp_path)} == {
        f"{key[:2]}/{key[2:4]}/{key}" for key in keys
    }


def test_a_file_under_another_key_does_not_open(store: ObjectStore, tmp_path: Path) -> None:
    one, two = store.put(DATA), store.put(b"other")
    by_name = {path.name: path for path in files(tmp_path)}
    by_name[two].write_bytes(by_name[one].read_bytes())
    with pytest.raises(Unreadable):
        store.get(two)


def test_a_deleted_object_is_missing(store: ObjectStore, tmp_path: Path) -> None:
    key = store.put(DATA)
    store.delete(key)
    store.delete(key)
    with pytest.raises(ObjectMissing):
        store.get(key)
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    "key", ["", "../../etc/passwd", "/etc/passwd", "a" * 31, "A" * 32, "a" * 32 + "\n", "a" * 31 + "\0"]
)
def test_no_key_leads_out_of_the_folder(store: ObjectStore, key: str) -> None:
    for use in (store.get, store.delete):
        with pytest.raises(ObjectMissing):
            use(key)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, vault: Vault) -> None:
    (tmp_path / "objects").write_text("a file stands where the folder should")
    with pytest.raises(StoreUnwritable, match=f"{tmp_path}/objects.*OBJECT_STORE"):
        ObjectStore(tmp_path / "objects", vault).put(DATA)
