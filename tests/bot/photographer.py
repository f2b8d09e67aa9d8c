"""Who sends photos for a lost family card, on the pure engine: what is read on them, and written under them."""

from __future__ import annotations

from typing import Any

import pytest

from bot.says import Option
from registry.uploads.reading import Reading
from tests.bot.player import Player

MINE, THEIRS = "6471044506900000", "6471041708870000"
LETTER = Reading(("police_letter",), (MINE,), "2026-11-21")
CARD = Reading(("ktp",), (MINE,))
THEIR_CARD = Reading(("ktp",), (THEIRS,))
OTHER = Reading()
NOTHING = Reading(legible=False)


def image(reading: Reading | None, verdict: str = "fine") -> tuple[str, str, Reading | None]:
    return verdict, "image", reading


@pytest.fixture
def player() -> Player:
    """At the first question after the choices of a lost family card: the name."""
    player = Player()
    player.begin("application:KK-HR")
    player.press("lost")
    if player.offered:
        player.press("none")
    return player


def at_papers(player: Player) -> Player:
    for text in ("Rina Contoh", MINE, "lupa", "karang rejo"):
        player.type(text)
    return player


def text(messages: Any) -> str:
    return "\n".join(message.text for message in messages)


def answers(player: Player) -> dict[str, Any]:
    top = player.state.top
    assert top is not None
    return {key.removeprefix("paper:"): value for key, value in top.answers.items() if key.startswith("paper:")}


def labels(player: Player) -> list[str]:
    return [Option(**option).id for option in player.state.offered]
