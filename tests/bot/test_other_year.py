"""A year that is put right a moment later, whatever is asked by then."""

from __future__ import annotations

import pytest

from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("eh salah 2021", "2021-11-12"),
        ("maaf thn 2019", "2019-11-12"),
        ("2021", "2020-11-12"),
        ("eh 2031", "2020-11-12"),
    ],
)
def test_of_the_last_day_that_was_told(text: str, day: str) -> None:
    player = Player()
    for said in ("kia baru anak sy", "bima contoh", "12 nov 2020", text):
        player.type(said)
    assert player.state.stack[-1].answers["birth_date"] == day
