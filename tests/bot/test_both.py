"""Several wishes in one message: which they are, and that the others wait until the first is done."""

from __future__ import annotations

import pytest

from bot.meaning.both import several
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, meaning

TWO = [
    ("ktp sama kk hilang", ["KTP-H", "KK-HR"]),
    ("ktp dan kk saya hilang min", ["KTP-H", "KK-HR"]),
    ("hilang ktp, kk, akta lahir kecopetan", ["KTP-H", "KK-HR", "KUT2"]),
    ("halo min, ktp saya hilang. terus kk nya juga rusak", ["KTP-H", "KK-HR"]),
    ("kk rusak terus akta lahir anak hilang", ["KK-HR", "KUT2"]),
    ("ktp rusak jg mau bikin kia anak", ["KTP-R", "KIA-BARU"]),
    ("pindah ke samarinda sekalian ganti status ktp", ["PINDAH", "KTP-UBAH"]),
    ("my id card and family card are lost", ["KTP-H", "KK-HR"]),
    ("kia anak dan ktp saya hilang", ["KIA-HR", "KTP-H"]),
    ("mau urus kk dan ktp", ["kk", "ktp"]),
]
ONE = [
    "ktp hilang, kk ada",
    "kk hilang dan rusak",
    "mau pisah kk sama mertua",
    "mau tambah anak di kk, akta lahir sudah ada",
    "pindah kk dan ktp ke jakarta",
    "rina contoh, ktp hilang",
    "kk hilang, dompet juga",
    "hapus nama bapak dari kk, udah meninggal",
    "assalamualaikum, mau urus kk",
    "ktp hilang",
    "bapak kulo sampun sedo, bade damel akta",
    "ibu saya meninggal, mau urus aktanya",
    "ktp, 6471044506900000, kk 6471041203150000",
]


@pytest.mark.parametrize(("text", "wishes"), TWO)
def test_each_wish_is_heard(text: str, wishes: list[str]) -> None:
    found = [meant.services[0].code if meant.services else meant.group for meant, _ in several(text, meaning())]
    assert found == wishes


@pytest.mark.parametrize("text", ONE)
def test_one_wish_is_one(text: str) -> None:
    assert several(text, meaning()) == []


@pytest.mark.parametrize("text", ["mau bikin akta lahir sama kia", "mau urus akta, kk dan kia sekaligus"])
def test_a_bundle_is_one_request(text: str) -> None:
    player = Player()
    player.type(text)
    assert player.state.stack[-1].flow == "application:AKL-3IN1" and player.state.wishes == []


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_second_is_named_at_once_and_offered_when_the_first_ends(channel: Channel) -> None:
    player = Player(channel)
    (message,) = player.type("kk hilang, ktp juga rusak")
    assert message.text.startswith("KK hilang atau rusak dulu. Setelah ini kita urus KTP-el rusak. ")
    (message,) = player.press("have")
    assert "KTP-el rusak: mulai sekarang?" in message.text and player.state.wishes == []
    player.press("service:KTP-R")
    assert player.state.stack[-1].flow == "application:KTP-R"


def test_it_comes_after_a_cancelled_one_too() -> None:
    player = Player()
    player.type("ktp sama kk hilang")
    (message,) = player.type("batal")
    assert message.text == "Dibatalkan. Tidak ada yang dikirim. KK hilang atau rusak: mulai sekarang?"
    player.press("service:KK-HR")
    assert player.state.stack[-1].answers["reason"] == "lost"


def test_who_begins_the_second_themselves_is_not_offered_it_again() -> None:
    player = Player()
    player.type("ktp sama kk hilang")
    player.type("kk hilang")
    player.press("service:KK-HR")
    assert player.state.wishes == []
