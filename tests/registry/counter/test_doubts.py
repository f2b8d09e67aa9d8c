"""A photo taken at the counter bears other numbers than were given: the officers see it on the case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.uploads import Fetcher
from registry.counter import photos
from registry.database import Database
from registry.lifecycle import Role
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.reader import PaperReader, expected_words
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.bot.test_uploads import Reads, Shelf
from tests.registry.desk import ANSWERS, MONDAY, SERVICES, Desk, furnish
from tests.registry.uploads.papers import encoded, letter

CARD = ("NIK", "Tempat/Tgl lahir", "Kel/Desa", "Status perkawinan", "Kewarganegaraan", "Berlaku hingga")
Photograph = Callable[..., None]


@pytest.fixture
def desk(database: Database) -> Desk:
    return furnish(database)


@pytest.fixture
def photograph(desk: Desk, vault: Vault, tmp_path: Path) -> Photograph:
    """Takes it at the counter, and has it read."""
    store = ObjectStore(tmp_path / "objects", vault)

    def take(case_id: int, *words: str, card: Sequence[str] = CARD) -> None:
        values = stored_values(store, inspect(encoded(letter(900, 1200)), max_bytes=MAX_BYTES))
        with desk.database.writing() as session:
            photos.add(session, desk.officers[Role.COUNTER], case_id, "ktp", values, MONDAY)
        reader = PaperReader(expected_words(SERVICES.values()), Reads((*card, *words)))
        Fetcher(desk.database, Shelf(), store, reader).run()

    return take


def brought(desk: Desk) -> int:
    return desk.open(papers={"police_letter": None, "ktp": None})


def test_another_number_than_was_given_is_flagged(desk: Desk, photograph: Photograph) -> None:
    case_id = brought(desk)
    photograph(case_id, "6471041708870000")
    assert desk.case(case_id).flags == ["paper-differs"]


def test_the_same_number_is_not(desk: Desk, photograph: Photograph) -> None:
    case_id = brought(desk)
    photograph(case_id, ANSWERS["nik"])
    assert desk.case(case_id).flags == []


def test_a_better_photo_takes_the_flag_away_and_leaves_the_others(desk: Desk, photograph: Photograph) -> None:
    case_id = brought(desk)
    photograph(case_id, "6471041708870000")
    with desk.database.writing() as session:
        case = session.merge(desk.case(case_id))
        case.flags = ["nik-unknown", *case.flags]
    photograph(case_id, ANSWERS["nik"])
    assert desk.case(case_id).flags == ["nik-unknown"]


def test_another_paper_than_it_should_be_is_flagged(desk: Desk, photograph: Photograph) -> None:
    case_id = brought(desk)
    photograph(case_id, card=("SURAT KETERANGAN", "Yang bertanda tangan di bawah ini"))
    assert desk.case(case_id).flags == ["paper-unseen"]
