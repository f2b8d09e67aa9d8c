"""Whose NIK somebody else uses is told what to do now: that is no bribe, and no number that is not found."""

from __future__ import annotations

import pytest

from bot.meaning.misuse import misused
from bot.meaning.scam import fell_for_it
from registry.models import Channel
from tests.bot.player import CHANNELS, Player

MISUSED = [
    "SIAPA YG PAKAI NIK SAYA DAFTAR PINJOL??",
    "mau lapor NIK dipakai orang buat pinjol",
    "bukan pungli, NIK saya disalahgunakan",
    "ktp saya dipake orang utang",
    "data saya dicuri buat pinjaman online",
    "nama saya dipakai kredit motor",
    "ada pinjol pakai nik saya",
    "ditagih pinjol padahal gak pernah pinjam",
    "nik sy dipakai org lain utk daftar parpol",
    "someone used my NIK for a loan",
]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("before", [(), ("menu",), ("ktp hilang",), ("pungli",)])
@pytest.mark.parametrize("text", MISUSED)
def test_what_to_do_is_told_whatever_stands_open(text: str, before: tuple[str, ...], channel: Channel) -> None:
    player = Player(channel)
    for each in (*before, text):
        player.type(each)
    assert player.says[0].key == "nik-misused"
    assert "complaint" not in [frame.flow for frame in player.state.stack]


@pytest.mark.parametrize(
    "text",
    [
        "data saya ga disalahgunakan kan",
        "takut ktp dipakai pinjol",
        "ktp hilang takut disalahgunakan",
        "petugas menyalahgunakan data saya",
        "nik saya tidak terdaftar di bpjs",
        "kk saya dipakai adik daftar sekolah",
        "nik saya tidak bisa dipakai daftar online",
        "nik ganda dipakai orang lain",
    ],
)
def test_what_is_feared_or_another_matter_is_no_misuse(text: str) -> None:
    assert not misused(text)


@pytest.mark.parametrize(
    ("text", "fell"),
    [
        ("disuruh klik link sm foto ktp + kode otp, sdh sy kasih, saldo sy habis 8jt", True),
        ("saldo saya habis gara gara klik link itu", True),
        ("otp nya sudah saya kirim", True),
        ("dompet dicopet di pasar, ktp atm ilang semua, rekening dibobol", False),
        ("foto ktp sudah saya kirim", False),
    ],
)
def test_who_lost_money_to_a_cheat_is_told_apart_from_who_was_robbed(text: str, fell: bool) -> None:
    assert fell_for_it(text, warned=False) is fell
