"""Clear English is told from what Indonesians write, English words and all."""

from __future__ import annotations

import pytest

from bot.meaning.learning import UTTERANCES, examples
from bot.meaning.tongue import is_english, is_indonesian


@pytest.mark.parametrize(
    "text",
    [
        "hello i lost my id card, how much?",
        "birth certificate for my son",
        "help me please",
        "my kk is lost",
        "activate my digital id",
    ],
)
def test_it_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", ["hello", "ok thanks", "hello kak", "i want bikin ktp", "status please", "KTP hilang"])
def test_it_is_not_clear(text: str) -> None:
    assert not is_english(text)


def test_nobody_who_writes_indonesian_is_taken_for_english() -> None:
    assert [text for text, _ in examples(UTTERANCES) if is_english(text)] == []


@pytest.mark.parametrize(
    ("text", "told"), [("kk saya rusak", True), ("mau bikin akta", True), ("ktp", False), ("my kk hilang", False)]
)
def test_it_is_indonesian(text: str, told: bool) -> None:
    assert is_indonesian(text) is told
