"""Who does not understand us gave no answer; and no answer of ours is taken for that."""

from __future__ import annotations

import pytest

from bot.meaning.lost import is_lost
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, services, words

LOST = [
    "tidak mengerti maksudnya", "ga paham", "gak ngerti min", "saya tidak mengerti", "maksudnya apa?", "apa maksudnya",
    "bingung", "kurang paham pak", "tidak jelas", "ora mudeng", "kada paham", "I don't understand", "what do you mean",
    "gmn caranya kak", "caranya gimana",
]  # fmt: skip
ANSWERS = [
    "tidak ada", "ga punya", "tidak tahu", "tidak", "ga", "belum", "apa saja syaratnya", "Siti Paham Contoh", "lupa",
    "apa", "petugasnya tidak jelas", "tidak mengerti cara ubah alamat kk", "kk hilang",
]  # fmt: skip


@pytest.mark.parametrize("text", LOST)
def test_it_is_heard(text: str) -> None:
    assert is_lost(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_or_a_wish_is_not_that(text: str) -> None:
    assert not is_lost(text)


def test_no_option_is_ever_that() -> None:
    options = {f"option-{q.key}-{o}" for service in services().values() for q in service.question for o in q.options}
    own = {key for key in words().keys("id") if key.startswith("option-")}
    said = {
        text
        for key in options | own
        for language in ("id", "en")
        for text in (words().render(key, {}, language, Channel.WHATSAPP), *words().says(key, language))
    }
    assert len(said) > 300 and [text for text in said if is_lost(text)] == []


@pytest.mark.parametrize("text", LOST)
@pytest.mark.parametrize("channel", CHANNELS)
def test_the_question_is_asked_again_and_nothing_answered(text: str, channel: Channel) -> None:
    player = Player(channel)
    for said in ("kk hilang", text):
        player.type(said)
    assert [say.key for say in player.says] == ["question-again", "ask-still_have"]
    for said in ("tidak ada", text):
        player.type(said)
    assert [say.key for say in player.says] == ["question-again", "ask-name"]


def test_after_three_times_an_officer_is_offered() -> None:
    player = Player()
    for said in ("kk hilang", "ga paham", "ga ngerti", "bingung"):
        player.type(said)
    assert player.says[-1].key == "offer-officer"


def test_at_the_menu_it_is_helped() -> None:
    player = Player()
    player.begin("menu")
    player.type("ga paham")
    assert player.says[0].key == "help"
