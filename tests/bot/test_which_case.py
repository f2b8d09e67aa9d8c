"""Several requests, and one of them meant: by its number, its place or its name."""

from __future__ import annotations

import pytest

from bot.effects import ShowStatus
from tests.bot.player import Player

CASES = [
    {"id": 7, "number": "BPP-00413", "service": "KTP-H"},
    {"id": 8, "number": "BPP-00414", "service": "KK-HR"},
    {"id": 9, "number": "BPP-00415", "service": "KIA-HR"},
]


def asked() -> Player:
    player = Player()
    player.begin("status", cases=CASES)
    return player


@pytest.mark.parametrize(
    ("text", "case"),
    [("yang ktp hilang", 7), ("ktp hilang", 7), ("yang kk", 8), ("yang kedua", 8), ("yg ketiga", 9), ("1", 7),
     ("BPP-00414", 8), ("kia", 9), ("414", 8), ("nomor 2", 8), ("yang terakhir", 9), ("ktp", 7)],
)  # fmt: skip
def test_it_is_found(text: str, case: int) -> None:
    player = asked()
    player.type(text)
    assert player.done[-1] == ShowStatus(case)


@pytest.mark.parametrize("text", ["yang kelima", "akta lahir", "yang itu"])
def test_what_names_none_is_asked_again_or_is_another_request(text: str) -> None:
    player = asked()
    player.type(text)
    assert not player.done
