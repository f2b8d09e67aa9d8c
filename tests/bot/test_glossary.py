"""What a word of ours means is told at any point, and the open question comes back."""

from __future__ import annotations

import pytest

from bot.answering.glossary import TERMS, meaning_asked
from bot.meaning.asked import surely_asks
from bot.wording import LANGUAGES
from registry.models import Channel
from tests.bot.player import Player, words


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("f 2.04 itu apa", "what-couple-statement"),
        ("F-1.07 itu apa ya?", "what-authority-letter"),
        ("apa itu surat pernyataannya", "what-statement"),
        ("apa itu salinan?", "what-copy"),
        ("IKD tu apa sih? wajib ga? hp nokia senter", "what-ikd"),
        ("ikd apa", "what-ikd"),
        ("saksi hrs hadir?", "what-witness"),
        ("siapa yg jadi saksi", "what-witness"),
        ("what is a family copy", None),
        ("what is the NIK?", "what-nik"),
        ("maksudnya suket apa", "what-suket"),
        ("syarat ikd apa", None),
        ("kode ikd itu apa", None),
        ("ktp hilang", None),
        ("surat kuasa ada", None),
        ("butuh surat lahir apa", None),
    ],
)
def test_which_meaning_is_asked(text: str, key: str | None) -> None:
    assert meaning_asked(text) == key


def test_by_sms_it_costs_one_message() -> None:
    told = {key: words().render(key, {}, each, Channel.SMS) for key in TERMS for each in LANGUAGES}
    assert {key for key, text in told.items() if len(text) > 160} == set()


def test_beside_a_question_it_is_told_and_the_question_comes_back() -> None:
    player = Player()
    player.type("kk hilang")
    player.type("apa itu saksi?")
    keys = [say.key for say in player.says]
    assert keys[:2] == ["what-witness", "resumed"] and keys[-1].startswith("ask-")


@pytest.mark.parametrize("text", ["does my daughter need her own letter?", "siapa yang tanda tangan nanti?"])
def test_what_surely_asks(text: str) -> None:
    assert surely_asks(text)


@pytest.mark.parametrize("text", ["jl mawar no 5?", "dekat masjid?", "ikut suami", "apa adanya"])
def test_what_may_be_an_answer(text: str) -> None:
    assert not surely_asks(text)
