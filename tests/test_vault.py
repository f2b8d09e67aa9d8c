"""What is sealed opens only here, only in its own place, and only unchanged."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import text
from sqlmodel import select

from registry.database import Database
from registry.models import Resident
from registry.vault import Unreadable, Vault

OLD, NEW, INDEX = os.urandom(32), os.urandom(32), os.urandom(32)


def test_what_is_sealed_opens_again(vault: Vault) -> None:
    assert vault.open(vault.seal(b"Siti", "case.answers"), "case.answers") == b"Siti"


def test_the_same_value_is_never_sealed_alike(vault: Vault) -> None:
    assert vault.seal(b"Siti", "case.answers") != vault.seal(b"Siti", "case.answers")


def test_another_column_does_not_open_it(vault: Vault) -> None:
    with pytest.raises(Unreadable, match=r"case\.reason was altered or belongs elsewhere"):
        vault.open(vault.seal(b"Siti", "case.answers"), "case.reason")


@pytest.mark.parametrize("place", [1, 5, -1])
def test_a_changed_byte_is_noticed(vault: Vault, place: int) -> None:
    altered = bytearray(vault.seal(b"Siti", "case.answers"))
    altered[place] ^= 1
    with pytest.raises(Unreadable):
        vault.open(bytes(altered), "case.answers")


@pytest.mark.parametrize("length", [0, 1, 4, 20])
def test_a_cut_value_is_noticed(vault: Vault, length: int) -> None:
    with pytest.raises(Unreadable):
        vault.open(vault.seal(b"Siti", "case.answers")[:length], "case.answers")


def test_after_rotation_old_values_still_open() -> None:
    sealed = Vault({"v1": OLD}, INDEX).seal(b"Siti", "case.answers")
    assert Vault({"v2": NEW, "v1": OLD}, INDEX).open(sealed, "case.answers") == b"Siti"


def test_after_rotation_the_new_key_seals() -> None:
    sealed = Vault({"v2": NEW, "v1": OLD}, INDEX).seal(b"Siti", "case.answers")
    with pytest.raises(Unreadable, match="VAULT_KEYS"):
        Vault({"v1": OLD}, INDEX).open(sealed, "case.answers")


def test_a_key_that_is_gone_is_told_apart_from_tampering() -> None:
    sealed = Vault({"v1": OLD}, INDEX).seal(b"Siti", "case.answers")
    with pytest.raises(Unreadable, match="No key opens"):
        Vault({"v2": NEW}, INDEX).open(sealed, "case.answers")


def test_a_blind_index_outlives_rotation_and_keeps_columns_apart() -> None:
    before, after = Vault({"v1": OLD}, INDEX), Vault({"v2": NEW}, INDEX)
    assert before.blind("nik", "6471010506900000") == after.blind("nik", "6471010506900000")
    assert before.blind("nik", "6471010506900000") != before.blind("kk", "6471010506900000")


def test_names_are_found_by_whole_words_however_written(vault: Vault) -> None:
    assert vault.blind_words("name", "SITI  Nur'aini") == vault.blind_words("name", "aini, nur siti")
    assert not set(vault.blind_words("name", "Sit")) & set(vault.blind_words("name", "Siti"))


def test_a_sealed_column_is_unreadable_in_the_database(database: Database) -> None:
    person = Resident(nik_index=b"1", kk_index=b"1", region="64.71", data={"name": "Siti"})
    with database.writing() as session:
        session.add(person)
    with database.reading() as session:
        kept = session.execute(text("SELECT data FROM resident")).scalar_one()
        read = session.exec(select(Resident)).one()
    assert b"Siti" not in bytes(kept)
    assert read.data == {"name": "Siti"}


def test_a_row_copied_to_another_column_does_not_open(database: Database, vault: Vault) -> None:
    with database.writing() as session:
        session.add(Resident(nik_index=b"1", kk_index=b"1", region="64.71", data={"name": "Siti"}))
        session.flush()
        foreign = {"sealed": vault.seal(b'{"name": "Budi"}', "case.answers")}
        session.execute(text("UPDATE resident SET data = :sealed"), foreign)
    with database.reading() as session, pytest.raises(Unreadable):
        session.exec(select(Resident)).one()
