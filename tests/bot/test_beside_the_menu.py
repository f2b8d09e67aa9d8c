"""At the open menu the name of a list within a message is no choice of it where the message wants something else."""

from __future__ import annotations

import pytest

from bot.flows.application import NAME
from registry.models import Channel
from tests.bot.player import CHANNELS, Player


def at_menu(channel: Channel, text: str) -> Player:
    player = Player(channel)
    player.type("menu")
    player.type(text)
    return player


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kapan ktp sy jadi", "status-none"),
        ("resi ktp sy mana", "told-delivery"),
        ("ubah status kawin", "which-two"),
        ("cek#ktp#6471044506900000", "status-none"),
    ],
)
def test_what_is_wanted_is_done(channel: Channel, text: str, says: str) -> None:
    player = at_menu(channel, text)
    assert says in [say.key for say in player.says]
    assert "group" not in player.state.stack[-1].answers


@pytest.mark.parametrize("text", ["KTP-H/6471044506900000/6471041203150000/Rina Contoh", "kartu keluarga saya hilang"])
def test_a_request_begins(text: str) -> None:
    assert at_menu(Channel.WHATSAPP, text).state.stack[-1].flow in (NAME + "KTP-H", NAME + "KK-HR")


@pytest.mark.parametrize("text", ["ktp", "yang ktp aja min", "2"])
def test_a_list_is_still_chosen_in_words(text: str) -> None:
    assert at_menu(Channel.SMS, text).state.stack[-1].answers == {"group": "ktp"}
