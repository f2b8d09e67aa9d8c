"""A command in more words is still one, where the words say nothing else; what only holds such a word is none."""

from __future__ import annotations

import pytest

from bot.meaning.commands import command


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ya udah lanjut", "continue"),
        ("status dong kak", "status"),
        ("besok aku lanjutin", "later"),
        ("nanti dulu deh", "later"),
        ("english please", "english"),
        ("min bisa bahasa inggris?", "english"),
        ("tolong dicek no BPP-00412", "status"),
        ("ADU-0001 gimana", "recorded"),
        ("laporan saya sudah dijawab belum", "recorded"),
        ("HD-0007 sampai mana ya", "recorded"),
        ("maaf, ternyata ketemu, batal aja", "never_mind"),
        ("Cek#KTP#6471044506900000", "status"),
    ],
)
def test_it_is_heard_in_more_words(text: str, name: str) -> None:
    assert command(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "besok", "batal pindah", "sudah", "ya", "adu 00012", "rt 00002", "KTP 6471044506900000", "jl bpp 00412 no 5",
        "lahir besok", "akta, batal nikah", "english course certificate", "lanjut sekolah ke malang",
    ],
)  # fmt: skip
def test_no_answer_is_taken_for_one(text: str) -> None:
    assert command(text) is None
