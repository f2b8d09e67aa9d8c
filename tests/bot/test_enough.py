"""To want no more messages is heard wherever any words are an answer."""

from __future__ import annotations

import pytest

from bot.effects import OptOut
from tests.bot.test_engine import asking_for_a_card

ENOUGH = [
    "berhenti kirim pesan",
    "jangan hubungi saya lagi",
    "stop sending messages",
    "STOP ALL",
    "jangan kirim wa lagi",
]
OTHERWISE = [
    "saya berhenti kerja",
    "stop kontak",
    "jangan kirim",
    "semua",
    "hubungi saya",
    "wa saya hilang",
    "jangan pak",
]


@pytest.mark.parametrize("said", ENOUGH)
def test_to_want_no_more_messages_is_heard_where_any_words_are_an_answer(said: str) -> None:
    player = asking_for_a_card()
    player.type(said)
    assert OptOut(True) in player.done
    assert player.state.top and "name" not in player.state.top.answers


@pytest.mark.parametrize("said", OTHERWISE)
def test_other_words_stop_no_messages(said: str) -> None:
    player = asking_for_a_card()
    player.type(said)
    assert OptOut(True) not in player.done
