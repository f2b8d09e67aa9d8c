"""What is taken back in one breath, told at another question, or said after thanks."""

from __future__ import annotations

import pytest

from bot.flows.forgotten import forgets
from bot.flows.names import bare_name
from bot.flows.slips import without_slip
from bot.meaning.courtesy import after_thanks
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Putri Salsabila, eh salah, Putri Salsabela", "Putri Salsabela"),
        ("Putri Salsabila eh maksudnya Putri Salsabela", "Putri Salsabela"),
        ("rina, lupa, 12-11-2026 eh salah 13-11-2026, balikpapan", "rina, lupa, 13-11-2026, balikpapan"),
        ("eh salah", "eh salah"),
        ("Oh Salahudin", "Oh Salahudin"),
        ("Rina Contoh", "Rina Contoh"),
    ],
)
def test_what_is_taken_back(text: str, meant: str) -> None:
    assert " ".join(without_slip(text).split()) == meant


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("makasih. oya ktp nya jg ilang", "oya ktp nya jg ilang"),
        ("ok makasih ya pak, jam buka brp?", "jam buka brp?"),
        ("makasih oya kk sy hilang", "oya kk sy hilang"),
        ("terima kasih, atas bantuannya", "terima kasih, atas bantuannya"),
        ("makasih banyak min", "makasih banyak min"),
    ],
)
def test_what_follows_thanks(text: str, rest: str) -> None:
    assert after_thanks(text) == rest


def test_lupa_before_something_else() -> None:
    assert forgets("lupa kak, cepet ya tes tni tgl 5")
    assert not forgets("6471041203150000, lupa")


def test_whose_child_the_writer_is_is_no_name() -> None:
    assert bare_name("sy Rahmat anaknya") == "Rahmat"


def test_a_name_at_another_question() -> None:
    player = Player()
    player.type("akta kematian")
    player.press("letter")
    player.type("oya nama bpk sy Abdul Wahab")
    assert player.state.stack[-1].answers["deceased_name"] == "Abdul Wahab"


def test_a_day_at_another_question() -> None:
    player = Player()
    player.type("akta lahir anak saya")
    player.press("letter")
    player.press("have")
    player.type("lahirnya tgl 12 november 2026")
    assert player.state.stack[-1].answers["birth_date"] == "2026-11-12"
    assert "nik" not in player.state.stack[-1].answers
