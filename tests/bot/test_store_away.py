"""A photo that cannot be kept yet: its sender hears so once, and it is taken in by itself, once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.uploads import Fetcher
from registry.database import Database
from registry.models import EventKind, Upload, UploadState
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.bot.carrier_forms import files, numbered, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.bot.test_fetcher import Carrier as MediaCarrier
from tests.transcripts.town import Town

WAITS = "Fotonya sudah sampai, tetapi belum bisa kami simpan"


@pytest.fixture
def carrier(database: Database, settings: Settings) -> Carrier:
    """A citizen has sent two photos."""
    Town(database)
    carrier = carrier_of(database, settings)
    carrier.post(whatsapp("bantuan"))
    for number in (2, 3):
        carrier.post(numbered(files("image/jpeg", kind="image"), number))
    return carrier


def fetch(carrier: Carrier, folder: Path, vault: Vault) -> int:
    with carrier.database.writing() as session:
        session.execute(text("UPDATE upload SET due_at = '2020-01-01'"))
    judged = Fetcher(carrier.database, MediaCarrier(), ObjectStore(folder, vault), None).run()
    carrier.conversations.drain_due()
    return judged


def test_while_the_store_is_away_the_citizen_hears_so_once(carrier: Carrier, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "objects").touch()  # no folder: nothing can be kept in it
    for _ in range(3):
        assert fetch(carrier, tmp_path / "objects", vault) == 0
    assert sum(WAITS in said for said in carrier.texts()) == 1


def test_when_it_is_back_each_photo_is_taken_in_once(carrier: Carrier, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "objects").touch()
    fetch(carrier, tmp_path / "objects", vault)
    (tmp_path / "objects").unlink()
    assert fetch(carrier, tmp_path / "objects", vault) == 2
    assert fetch(carrier, tmp_path / "objects", vault) == 0
    assert [upload.state for upload in carrier.rows(Upload)] == [UploadState.STORED, UploadState.STORED]
    assert [event.kind for event in carrier.events()].count(EventKind.UPLOAD_JUDGED) == 2


def test_another_fault_an_hour_later_is_told_again(carrier: Carrier, vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "objects").touch()
    fetch(carrier, tmp_path / "objects", vault)
    clock = carrier.conversations._clock
    carrier.conversations._clock = lambda: clock() + timedelta(hours=2)
    carrier.post(numbered(files("image/jpeg", kind="image"), 4))
    carrier.conversations.drain_due()
    fetch(carrier, tmp_path / "objects", vault)
    assert sum(WAITS in said for said in carrier.texts()) == 2
