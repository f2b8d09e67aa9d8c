"""A photo is followed in the log by one number: the one of the message that brought it."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from registry.models import Outgoing
from tests.whole.handset import Handset
from tests.whole.installation import Installation
from tests.whole.test_whole_way import eventually, trail
from tests.whole.test_whole_way import handset as handset
from tests.whole.test_whole_way import on_sqlite as on_sqlite

pytestmark = pytest.mark.long


def test_a_photo_is_followed_over_its_reading_to_the_answer(on_sqlite: Installation, handset: Handset) -> None:
    handset.send("kecil.jpg")
    handset.hears("Fotonya")
    with on_sqlite.database.reading() as session:
        event_id = session.scalar(select(func.max(Outgoing.event_id)))
    assert event_id is not None
    eventually(lambda: {"receipt", "message_sent"} <= set(trail(on_sqlite, event_id)))
    told = trail(on_sqlite, event_id)
    assert told[:5] == ["message_stored", "turn_played", "upload_judged", "turn_played", "turn_played"]
