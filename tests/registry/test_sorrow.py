"""Which requests are about a death: those are never nudged, and nobody is asked how they liked them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answering.beginning import begun
from bot.condoling import MOURNS
from bot.context import Heard
from bot.engine import respond
from bot.turn import Turn
from registry.catalogue.sorrow import is_about_death, speaks_of_death
from tests.bot.player import Player, services

DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("code", "answers", "sorrow"),
    [
        ("AKM", {}, True),
        ("KUT2", {"which_certificate": "death"}, True),
        ("KK-UBAH", {"change": "gone"}, True),
        ("KK-UBAH", {"change": "data", "what_changes": "status cerai mati, suami meninggal"}, True),
        ("KK-UBAH", {"change": "added", "what_changes": "tambah anak Bima Contoh"}, False),
        ("KK-UBAH", {}, False),
        ("KTP-H", {}, False),
    ],
)
def test_it_is_told_by_the_answers(code: str, answers: dict[str, str], sorrow: bool) -> None:
    assert is_about_death(services()[code], answers, DAY) is sorrow


@pytest.mark.parametrize("text", ["hapus nama almarhum suami dari kk", "KK, bapak sudah meninggal", "my wife died"])
def test_it_is_told_by_the_words(text: str) -> None:
    assert speaks_of_death(text)


def test_condolences_are_said_once_and_the_request_remembers() -> None:
    player = Player()
    turn = Turn(player.context(), player.state)
    text = "hapus nama almarhum suami dari kk"
    meant = next(each for each in turn.context.means(text).services if each.code == "KK-UBAH")
    assert begun(turn, meant, text).facts[MOURNS]
    turn.start(begun(turn, meant, text))
    turn.advance()
    respond(turn, Heard("saya sendiri"))
    assert [say.key for say in turn.says].count("condolences") == 1
