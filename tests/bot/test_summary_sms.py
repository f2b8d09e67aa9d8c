"""The last look by SMS: numbers by their ends, as far as they cost nothing."""

from __future__ import annotations

from registry.models import Channel
from tests.bot.player import Player


def summary_of(name: str) -> str:
    player = Player(Channel.SMS)
    player.begin("application:KTP-BARU")
    for said in ("1", name, "6471044506900000", "6471041203150001", "karang rejo"):
        *_, last = player.type(said)
    return last.text


def test_the_ends_of_the_numbers_are_shown_where_they_cost_no_more() -> None:
    assert "NIK ...0000, No. KK ...0001. 1 Kirim" in summary_of("Rina Contoh")


def test_of_a_long_one_as_many_as_there_is_room_for() -> None:
    long = summary_of("Rina Contoh Contoh Contoh Contoh Contoh")
    assert len(long) <= 160 and "NIK ...0000" in long and "No. KK" not in long
