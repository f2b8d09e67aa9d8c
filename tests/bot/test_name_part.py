"""A part of a name put right leaves the rest of it."""

from __future__ import annotations

import pytest

from bot.flows.name_part import part_put_right
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("bhima bukan bima", "Bhima Contoh Putra"),
        ("bukan bima tapi bhima", "Bhima Contoh Putra"),
        ("Conto not contoh.", "Bima Conto Putra"),
        ("Bhima Conto Putra bukan Bima Contoh Putra", None),  # that is the whole name
        ("bhima bukan bimo", None),
        ("bhima", None),
    ],
)
def test_it_takes_the_place_of_what_it_was(said: str, name: str | None) -> None:
    assert part_put_right("Bima Contoh Putra", said) == name


@pytest.mark.parametrize("text", ["nama anaknya bhima bukan bima", "ubah nama anak jadi bhima bukan bima"])
def test_the_rest_stays_in_the_chat(text: str) -> None:
    player = Player()
    for said in ("akta lahir", "ada", "ya", "punya", "6471044506900000", "lupa", "bima contoh", text):
        player.type(said)
    assert player.state.stack[-1].answers["child_name"] == "Bhima Contoh"
