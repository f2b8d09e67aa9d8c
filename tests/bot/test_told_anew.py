"""A service named anew, in other words: what they say counts, and what was answered before gives way."""

from __future__ import annotations

import pytest

from tests.bot.player import Player

NAMED = [
    ("kk hilang", "kk rusak", {"reason": "damaged"}),
    ("kia hilang", "kia rusak", {"reason": "damaged"}),
    ("akta lahir hilang", "akta kematian rusak", {"reason": "damaged", "which_certificate": "death"}),
]


@pytest.mark.parametrize("between", [("menu",), ()])
@pytest.mark.parametrize(("first", "then", "said"), NAMED)
def test_the_new_words_count(first: str, then: str, said: dict[str, str], between: tuple[str, ...]) -> None:
    player = Player()
    for each in (first, *between, then):
        player.type(each)
    answers = next(frame for frame in player.state.stack if frame.flow.startswith("application:")).answers
    assert answers.items() >= said.items()
    assert "changed" in [say.key for say in player.says]


def test_what_they_do_not_speak_of_stands() -> None:
    player = Player()
    for each in ("kk hilang", "tidak ada", "rina contoh", "menu", "kk rusak"):
        player.type(each)
    assert player.state.stack[-1].answers["name"] == "Rina Contoh"


def test_the_same_words_change_nothing() -> None:
    player = Player()
    for each in ("kk hilang", "menu", "kk hilang"):
        player.type(each)
    assert "changed" not in [say.key for say in player.says]
