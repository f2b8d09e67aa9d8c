"""Files of citizens are fetched from the carrier, which then lets go of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.uploads import Fetcher
from notifications.channels.carrier import AnswerLost
from registry.database import Database
from registry.models import Remnant, RemnantKind, Upload, UploadState
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.registry.desk import furnish
from tests.registry.uploads.papers import encoded, letter

PHOTO = encoded(letter())


class Carrier:
    """Has one photo; whether it can be deleted is up to the test."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault = fault
        self.deleted: list[tuple[str, str]] = []

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
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
            return list(session.exec(select(Remnant)))

    return run


def test_the_carriers_copy_is_deleted_at_once(fetched: Any) -> None:
    carrier = Carrier()
    assert fetched(carrier) == []
    assert carrier.deleted == [("MM1", "ME1")]


def test_or_left_to_be_deleted_later(fetched: Any) -> None:
    [remnant] = fetched(Carrier(AnswerLost("ReadTimeout")))
    assert (remnant.kind, remnant.key, remnant.message_sid) == (RemnantKind.MEDIA, "ME1", "MM1")
