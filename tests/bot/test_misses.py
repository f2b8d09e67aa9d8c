"""An answer that does not fit, a second time: in other words, unless there is something new to say."""

from __future__ import annotations

import pytest

from tests.bot.player import Player


@pytest.mark.parametrize(
    ("second", "key"),
    [("64710445069000", "nik-length"), ("647104450690001", "example-nik")],
    ids=("shorter", "as short"),
)
def test_how_many_digits_came_is_said_as_long_as_it_is_news(second: str, key: str) -> None:
    player = Player()
    for text in ("kk hilang", "tidak ada", "rina contoh", "647104450690000", second):
        player.type(text)
    assert player.says[0].key == key
