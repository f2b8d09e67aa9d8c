"""A request that turns out to be for somebody else: what was told of who writes is not sent as theirs."""

from __future__ import annotations

import pytest

from tests.bot.player import Player

OWN = "6471044506900000"


def told_of_own() -> Player:
    player = Player()
    for text in ("ktp saya rusak", "ya", "rina contoh", OWN):
        player.type(text)
    return player


def answers(player: Player) -> dict[str, object]:
    return player.state.stack[-1].answers


@pytest.mark.parametrize("text", ["ktp suami saya rusak", "bukan punya saya, ktp suami saya"])
def test_own_name_becomes_that_of_who_files(text: str) -> None:
    player = told_of_own()
    player.type(text)
    assert answers(player)["for_whom"] == "same_kk"
    assert answers(player)["applicant_name"] == "Rina Contoh" and "name" not in answers(player)
    assert "nik" not in answers(player) and player.says[-1].key == "ask-name"


def test_whose_it_is_is_asked_where_that_is_not_told() -> None:
    player = told_of_own()
    player.type("bukan punya saya")
    assert player.says[-1].key == "ask-for_whom"
    player.press("other")
    assert answers(player)["applicant_nik"] == OWN and "nik" not in answers(player)


def test_another_family_has_its_own_card_and_village() -> None:
    player = told_of_own()
    for text in ("6471041203150000", "karang rejo", "bawa", "ubah untuk siapa"):
        player.type(text)
    player.press("other")
    assert {"kk_number", "village"}.isdisjoint(answers(player))


def test_a_photo_of_ones_own_card_is_looked_at_again() -> None:
    player = told_of_own()
    for text in ("lupa", "karang rejo"):
        player.type(text)
    player.send("fine")
    assert "paper:damaged_ktp" in answers(player)
    player.type("ktp suami saya rusak")
    assert "paper:damaged_ktp" not in answers(player)
