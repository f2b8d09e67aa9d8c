"""Files of citizens are fetched from the carrier, which then lets go of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.uploads import A_FEW, Fetcher
from notifications.channels.carrier import AnswerLost
from registry.database import Database
from registry.models import Contact, Event, Remnant, RemnantKind, Upload, UploadState
from registry.retention import files
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.registry.desk import MONDAY, furnish
from tests.registry.uploads.papers import encoded, letter

PHOTO = encoded(letter())


class Carrier:
    """Has one photo; whether it can be deleted is up to the test."""

    def __init__(self, fault: Exception | None = None, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.fault = fault
        self.meanwhile = meanwhile  # what happens while the photo is fetched
        self.deleted: list[tuple[str, str]] = []

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        self.meanwhile()
        return PHOTO

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        if self.fault:
            raise self.fault
        self.deleted.append((message_sid, media_sid))


@pytest.fixture
def fetched(database: Database, vault: Vault, tmp_path: Path) -> Any:
    desk = furnish(database)
    with database.writing() as session:
        session.add(Upload(contact_id=desk.contact_id, message_sid="MM1", media_sid="ME1"))

    def run(carrier: Carrier) -> list[Remnant]:
        assert Fetcher(database, carrier, ObjectStore(tmp_path / "objects", vault), None).run() == 1
        with database.reading() as session:
            assert session.exec(select(Upload)).one().state is UploadState.STORED
            return list(session.exec(select(Remnant).order_by("id")))

    return run


def test_the_carriers_copy_is_deleted_at_once(fetched: Any) -> None:
    carrier = Carrier()
    assert fetched(carrier) == []
    assert carrier.deleted == [("MM1", "ME1")]


def test_or_left_to_be_deleted_later(fetched: Any) -> None:
    [remnant] = fetched(Carrier(AnswerLost("ReadTimeout")))
    assert (remnant.kind, remnant.key, remnant.message_sid) == (RemnantKind.MEDIA, "ME1", "MM1")


def wanted(database: Database) -> Upload:
    desk = furnish(database)
    with database.writing() as session:
        upload = Upload(contact_id=desk.contact_id, message_sid="MM1", media_sid="ME1")
        session.add(upload)
    return upload


def test_a_row_dropped_while_its_file_is_fetched_leaves_no_file(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    upload = wanted(database)

    def drop() -> None:
        with database.writing() as session:
            files.drop(session, [upload], MONDAY)

    Fetcher(database, Carrier(meanwhile=drop), ObjectStore(tmp_path / "objects", vault), None).run()
    assert [path for path in (tmp_path / "objects").rglob("*") if path.is_file()] == []


def test_a_file_fetched_since_the_row_was_read_is_left_to_be_deleted(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    upload, store = wanted(database), ObjectStore(tmp_path / "objects", vault)
    Fetcher(database, Carrier(), store, None).run()
    with database.writing() as session:
        assert files.drop(session, [upload], MONDAY) == 1
    with database.reading() as session:
        [remnant] = session.exec(select(Remnant)).all()
    assert remnant.kind is RemnantKind.OBJECT and store.get(remnant.key)


@pytest.mark.parametrize(("many", "first"), [(A_FEW, 1), (A_FEW + 1, 2)])
def test_whose_many_files_wait_lets_those_with_a_few_go_first(
    database: Database, vault: Vault, tmp_path: Path, many: int, first: int
) -> None:
    desk = furnish(database)
    with database.writing() as session:
        mine = session.get_one(Contact, desk.contact_id)
        other = Contact(**mine.model_dump(exclude={"id", "address_index"}), address_index=b"other")
        session.add(other)
        session.flush()
        for position in range(many):
            session.add(Upload(contact_id=mine.id, message_sid="MM1", position=position, due_at=MONDAY))
        session.add(Upload(contact_id=other.id, message_sid="MM2", due_at=MONDAY + timedelta(seconds=1)))
    Fetcher(database, Carrier(), ObjectStore(tmp_path / "objects", vault), None).run()
    with database.reading() as session:
        judged = session.exec(select(Event.contact_id).order_by("id")).all()
    assert len(judged) == many + 1
    assert [mine.id, other.id].index(judged[0]) == first - 1
