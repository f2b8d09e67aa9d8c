"""What was lost together: none of it is asked for, and the second request knows what the first was told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.handed_on import handed_on
from bot.state import Frame
from registry.services.conditions import holds
from tests.bot.player import Player, book

TODAY = date(2026, 11, 27)
RINA = {"name": "Rina Contoh", "nik": "6471044506900000", "kk_number": "", "village": "64.71.04.1003"}


def wish(flow: str = "application:KK-HR", **answers: str) -> dict[str, Any]:
    return {"flow": flow, "answers": answers, "facts": {}}


@pytest.mark.parametrize(("said", "needed"), [({}, True), ({"also_lost": "ktp"}, True), ({"also_lost": "kk"}, False)])
def test_a_paper_is_needed_unless_it_is_said_to_be_lost(said: dict[str, str], needed: bool) -> None:
    assert holds({"also_lost": {"not": ["kk", "both"]}}, said, TODAY) is needed


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("ktp sama kk saya hilang", {"for_whom": "self", "also_lost": "kk"}, {"also_lost": "ktp", "reason": "lost"}),
        ("kk hilang, ktp juga rusak", {"reason": "lost"}, {}),
        ("kia anak hilang, ktp dan kk juga hilang", {"also_lost": "both", "reason": "lost"}, {"also_lost": "kk"}),
        ("dompet hilang isinya ktp sama kk", {"also_lost": "kk"}, {"also_lost": "ktp", "reason": "lost"}),
    ],
)
def test_each_knows_what_the_others_lost(text: str, first: dict[str, str], second: dict[str, str]) -> None:
    player = Player()
    player.type(text)
    assert (player.state.stack[-1].answers, player.state.wishes[0]["answers"]) == (first, second)


@pytest.mark.parametrize("text", ["kk nya kan jg ilang", "kk saya juga hilang", "kk ikut hilang min", "kk hilang jg"])
def test_that_another_is_gone_as_well_may_be_said_at_any_question(text: str) -> None:
    player = Player()
    player.type("ktp hilang")
    (message,) = player.type(text)
    assert "KK juga hilang" in message.text and "untuk siapa?" in message.text
    assert player.state.top and player.state.top.answers["also_lost"] == "kk"
    assert player.state.wishes[0]["answers"]["also_lost"] == "ktp"


@pytest.mark.parametrize("text", ["ktp bapak hilang juga", "kk rusak", "akta lahir hilang"])
def test_what_is_no_paper_of_it_is_another_request(text: str) -> None:
    player = Player()
    player.type("kk hilang" if "ktp" in text else "ktp hilang")
    (message,) = player.type(text)
    assert "Itu permohonan lain" in message.text and "also_lost" not in player.state.stack[0].answers


def test_the_next_request_of_oneself_is_told_who_one_is() -> None:
    told = handed_on(wish(reason="lost"), Frame("application:KTP-H"), RINA | {"for_whom": "self"}, book())
    assert told["answers"] == RINA | {"for_whom": "self", "reason": "lost"}


def test_for_another_of_the_family_only_what_the_family_shares() -> None:
    given = RINA | {"for_whom": "same_kk"}
    told = handed_on(wish(for_whom="self"), Frame("application:KTP-H"), given, book())
    assert told["answers"] == {"for_whom": "self", "kk_number": "", "village": RINA["village"]}
