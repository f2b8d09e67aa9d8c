"""Who calls out is greeted, not handed over; and while an asked-for officer is off duty we answer what is clear."""

from __future__ import annotations

import pytest

from bot.effects import HandToOfficer, LeaveOfficer
from registry.models import Channel
from tests.bot.player import CHANNELS, Player, meaning


@pytest.mark.parametrize("text", ["halo??", "P", "bales dong", "ada orang?", "halo min ada orang?", "min jawab dong"])
def test_calling_out_asks_for_no_officer(text: str) -> None:
    player = Player()
    player.type(text)
    assert HandToOfficer() not in player.done
    assert [frame.flow for frame in player.state.stack] == ["menu"]


@pytest.mark.parametrize("text", ["mau bicara petugas", "panggil admin", "ini robot ya mau sama orang"])
def test_who_names_one_is_handed_over(text: str) -> None:
    assert meaning()(text).label == "human"


def away(channel: Channel) -> Player:
    player = Player(channel)
    player.type("kk rusak")
    player.type("petugas")
    state = player.state
    state.officer_away = True
    player.keep(state)
    return player


@pytest.mark.parametrize("channel", CHANNELS)
def test_what_is_clear_is_answered_and_the_rest_stays_with_the_officer(channel: Channel) -> None:
    player = away(channel)
    player.type("ktp saya patah")
    assert [say.key for say in player.says] == ["passed-to-officer", "which-start"]
    assert player.type("namanya di ijazah beda pak") == []
    assert player.state.hushed and player.state.ticket is not None
    player.type("mulai")
    assert player.state.top and player.state.top.flow == "application:KTP-R"


@pytest.mark.parametrize("text", ["petugasnya mana woi", "mana petugas", "halo??", "kok gak dibalas", "lama amat"])
@pytest.mark.parametrize("channel", CHANNELS)
def test_who_asks_where_the_officer_is_is_told(text: str, channel: Channel) -> None:
    player = Player(channel)
    for each in ("kk rusak", "petugas", "saya mau tanya soal kk"):
        player.type(each)
    assert player.type(text) or player.done[-1] == HandToOfficer()


@pytest.mark.parametrize("text", ["batal aja lah", "ga jadi nanya deh", "gak jadi deh"])
def test_who_gives_up_waiting_is_let_go(text: str) -> None:
    player = Player()
    for each in ("kk rusak", "petugas", text):
        player.type(each)
    assert player.done[-1] == LeaveOfficer(withdrawn=True)


def test_a_report_is_not_left_with_the_officer() -> None:
    player = Player()
    for each in ("kk rusak", "petugas", "saya mau tanya", "saya mau lapor calo"):
        player.type(each)
    assert player.state.top and player.state.top.flow == "complaint"
