"""Of twins each child has a request of its own."""

from __future__ import annotations

import pytest

from bot.flows.siblings import SIBLINGS, more_children, two_names
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("anak sy lahir kembar", 1),
        ("anaknya kembar, 2 orang. gimana isinya?", 1),
        ("bayi kembar 3", 2),
        ("kembar tiga", 2),
        ("we had twins", 1),
        ("triplets", 2),
        ("bukan kembar", 0),
        ("anak ke 2", 0),
    ],
)
def test_how_many_more(text: str, more: int) -> None:
    assert more_children(text) == more


def test_two_names() -> None:
    assert two_names("Arka dan Arsa Pratama")
    assert not two_names("Arka Pratama")
    assert not two_names("siapa dan bagaimana?")


def test_of_triplets_two_follow() -> None:
    player = Player()
    player.type("anak sy lahir kembar 3")
    assert [say.key for say in player.says].count("twins-one-by-one") == 1
    assert player.state.stack[-1].facts[SIBLINGS] == 2


def test_who_asks_for_no_child_has_no_twins() -> None:
    player = Player()
    player.type("ktp saya hilang, saya kembar")
    assert SIBLINGS not in player.state.stack[-1].facts


def test_two_names_in_the_place_of_one_are_asked_about() -> None:
    player = Player()
    player.type("ktp saya hilang")
    for text in ("saya sendiri", "ya", "Rina dan Siti"):
        player.type(text)
    assert "name-two" in [say.key for say in player.says]
