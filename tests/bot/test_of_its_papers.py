"""What the open request still needs, asked at any of its questions."""

from __future__ import annotations

import pytest

from tests.bot.player import Player


def said(*texts: str) -> list[str]:
    player = Player()
    for text in texts:
        player.type(text)
    return [say.key for say in player.says]


@pytest.mark.parametrize(
    "text", ["surat polisi wajib kah", "kaya apa surat polisi tu, wajib kah?", "harus pakai surat kehilangan ga?"]
)
def test_a_paper_of_the_request_is_told_of(text: str) -> None:
    told = said("ktp hilang", text)
    assert told[-4:] == ["told-paper", "told-police", "resumed", "ask-for_whom"]


@pytest.mark.parametrize("text", ["apa lagi?", "terus apa lagi min", "kurang apa lagi", "what else?"])
def test_the_rest_is_told(text: str) -> None:
    player = Player()
    player.type("ktp hilang")
    (first, *_) = player.type(text)
    assert "No. KK" in first.text
    assert player.says[-1].key == "ask-for_whom"


def test_a_statement_is_no_question() -> None:
    assert "told-paper" not in said("ktp hilang", "surat polisi sudah ada")
