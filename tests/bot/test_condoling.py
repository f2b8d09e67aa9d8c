"""Words for who mourns, where an answer alone tells of the death."""

from __future__ import annotations

import pytest

from registry.models import Channel
from tests.bot.player import CHANNELS, Player


def said(channel: Channel, *texts: str) -> list[str]:
    player = Player(channel)
    for text in texts:
        player.type(text)
    return [say.key for say in player.says]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("answer", ["masih ada", "semua di bawah 17"])
def test_who_asks_for_another_head_of_the_family_is_consoled(channel: Channel, answer: str) -> None:
    assert said(channel, "ganti kepala keluarga", answer)[0] == "condolences"


def test_where_the_head_lives_nobody_mourns() -> None:
    assert "condolences" not in said(Channel.WHATSAPP, "ganti kepala keluarga", "kepala masih hidup")


def test_it_is_said_once() -> None:
    assert "condolences" not in said(Channel.WHATSAPP, "kepala keluarga meninggal kk gimana", "masih ada")
