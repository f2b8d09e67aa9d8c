"""Tens of thousands of turns with citizens who answer anything with anything: no flow breaks, none holds them fast."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from notifications.content import MAX_BODY, MAX_CHOICE_BODY
from registry.models import Channel
from tests.bot.hostile import Citizen, sent_before
from tests.bot.player import BALIKPAPAN, Player, book
from tests.bot.situations import FACTS

pytestmark = pytest.mark.long

TURNS = 60  # for each flow, channel and way of asking
WAYS = [
    (Channel.WHATSAPP, "id", False),
    (Channel.WHATSAPP, "en", True),
    (Channel.SMS, "id", False),
    (Channel.SMS, "en", True),
]


def players(flow: str) -> list[Player]:
    """Somebody at the first question of the flow: on each channel, at an office's own number and at a shared one."""
    found = []
    for channel, language, shared in WAYS:
        player = Player(channel, language, None if shared else BALIKPAPAN, shared)
        sent_before(player)
        begin(player, flow)
        found.append(player)
    return found


def begin(player: Player, flow: str) -> None:
    """The notice always has something below it: what the citizen wrote first, or the menu."""
    if flow == "welcome":
        player.begin("menu")
    player.begin(flow, **FACTS.get(flow, ({},))[0])


@pytest.mark.parametrize("flow", list(book()))
def test_whatever_is_said_the_citizen_is_answered(flow: str) -> None:
    for player in players(flow):
        citizen = Citizen(Random(f"{flow} {player.channel} {player.language}"))
        for _ in range(TURNS):
            silent = may_be_silent(player)
            said = citizen.does(player)
            assert said or silent or may_be_silent(player)
            assert all(0 < len(message.text) <= longest(message.choices) for message in said)
            if not player.state.stack:
                begin(player, flow)


def may_be_silent(player: Player) -> bool:
    """An officer has the word, or only a question on the side stands: a sticker sent to that needs no answer."""
    top = player.state.top
    return player.state.ticket is not None or (top is not None and book()[top.flow].on_the_side)


def longest(choices: object) -> int:
    return MAX_CHOICE_BODY if choices else MAX_BODY


@pytest.mark.parametrize("flow", list(book()))
def test_from_anywhere_it_is_one_word_to_the_menu_and_one_to_an_officer(flow: str) -> None:
    for player in players(flow):
        citizen = Citizen(Random(f"out of {flow} {player.channel}"))
        for _ in range(TURNS // 4):
            citizen.does(player)
            menu, officer = replace(player), replace(player)
            menu.type("menu")
            assert menu.state.top and menu.state.top.flow == "menu"
            officer.type("petugas")
            assert officer.state.ticket is not None
