"""Every chat goes today as it is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from registry.database import Database
from tests.transcripts.chat import play
from tests.transcripts.scripts import SCRIPTS, opening


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_chat_goes_as_written(path: Path, sqlite_url: str) -> None:
    database = Database(sqlite_url, pool=2)
    written = path.read_text("utf-8")
    played = play(written, opening(database))
    database.dispose()
    assert played == written
