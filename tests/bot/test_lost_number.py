"""Who looks for their NIK or KK number is told where it stands; the number itself is no chat's to tell."""

from __future__ import annotations

import pytest

from bot.meaning.lost_number import number_sought
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("lupa nik", "nik"),
        ("nik saya berapa?", "nik"),
        ("mau tau nik anak", "nik"),
        ("i forgot my nik", "nik"),
        ("nomor kk saya berapa ya", "kk_number"),
        ("tanya no kk dong", "kk_number"),
        ("mau tahu nik aktif apa tidak", None),
        ("lupa nik mau bikin kk", None),
        ("nik saya tidak ditemukan di bpjs", None),
    ],
)
def test_it_is_told_apart(text: str, which: str | None) -> None:
    assert number_sought(text) == which


def test_where_it_stands_is_told() -> None:
    player = Player()
    player.type("nomor kk saya berapa ya")
    assert [say.key for say in player.says][0] == "forgotten-kk"


@pytest.mark.parametrize("text", ["lupa nik mau bikin kk", "saya lupa no kk, mau bikin kk"])
def test_what_else_is_wanted_is_asked_after(text: str) -> None:
    player = Player()
    player.type(text)
    assert player.says[0].key == "begun-KK-BARU"


@pytest.mark.parametrize(("text", "how"), [("assalamualaikum", "salam"), ("halo", "greeting")])
def test_a_salam_has_its_answer_whenever_it_is_said(text: str, how: str) -> None:
    player = Player()
    player.type("menu")
    player.type(text)
    assert player.says[-1].args["how"] == how
