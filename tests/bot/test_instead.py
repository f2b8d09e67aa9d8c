"""Who began one request and meant another is taken to that one, and what was told of the first counts there."""

from __future__ import annotations

import pytest

from registry.models import Channel
from tests.bot.player import CHANNELS, Player


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    ("wish", "text", "code", "told"),
    [
        ("ktp ilang", "eh bukan ktp, kk maksudnya", "KK-HR", {"reason": "lost"}),
        ("ktp ilang", "bukan ktp, kk", "KK-HR", {"reason": "lost"}),
        ("ktp rusak", "maaf bukan ktp tapi kk", "KK-HR", {"reason": "damaged"}),
        ("kk rusak", "bukan kk tapi ktp yang rusak", "KTP-R", {}),
        ("kk hilang", "eh salah, ktp maksudku", "KTP-H", {}),
        ("mau bikin kia", "salah, akta lahir maksudnya", "AKL", {}),
        ("ktp ilang", "no, not ktp, i mean family card", "KK-HR", {"reason": "lost"}),
    ],
)
def test_the_other_begins(wish: str, text: str, code: str, told: dict[str, str], channel: Channel) -> None:
    player = Player(channel)
    player.type(wish)
    player.type(text)
    (frame,) = player.state.stack
    assert (frame.flow, {key: frame.answers.get(key) for key in told}) == (f"application:{code}", told)


@pytest.mark.parametrize("text", ["ktp dan kk saya ada", "bukan", "bukan ktp", "bukan anak saya", "kk nya masih ada"])
def test_no_other_words_change_it(text: str) -> None:
    player = Player()
    player.type("ktp ilang")
    player.type(text)
    assert [frame.flow for frame in player.state.stack if frame.flow.startswith("application:")] == [
        "application:KTP-H"
    ]


def test_who_means_nothing_of_it_is_shown_the_way_out() -> None:
    player = Player()
    player.type("istri kedua mau masuk KK")
    player.type("bukan, saya mau MENOLAK")
    assert player.says[0].key == "not-this-request"


@pytest.mark.parametrize(
    "text", ["gmn cara blokir IKD, hp ku hilang", "ikd saya mau dinonaktifkan, hp dicuri", "ganti hp, ikd gimana"]
)
def test_whose_phone_is_gone_is_told_how_its_ikd_ends(text: str) -> None:
    player = Player()
    player.type(text)
    assert (player.says[-1].key, player.state.stack) == ("ikd-lost", [])
