"""What the words of a request, or of an answer to another question, already tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.meaning.already_told import already_told
from tests.bot.player import Player, services


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        (
            "AKM",
            "bapak sy meninggal, suratnya ada dr kelurahan barusan jadi",
            {"death_proof": "letter", "reporter": "family"},
        ),
        ("AKM", "bapak sy meninggal, surat kematian blm ada", {"reporter": "family"}),
        ("AKL", "akta anak, surat lahir udah ada", {"birth_proof": "letter"}),
        ("AKL", "akta anak, ga punya surat lahir", {"birth_proof": "none"}),
        ("AKL", "akta anak, kita ga nikah", {"marriage_proof": "alone"}),
        ("AKL", "akta anak, nikah siri", {"marriage_proof": "none"}),
        ("AKL", "blm punya buku nikah", {"marriage_proof": "none"}),
        ("AKL", "cewek, anak ke 2", {"sex": "female", "child_number": 2}),
        ("AKL", "laki atau perempuan", {}),
        ("DATANG", "udah ada surat pindahnya", {"moving_letter": "have"}),
        ("DATANG", "sudah pindah, belum ada surat pindah", {"moving_letter": "none"}),
        ("DATANG", "into a new house we rent", {"lodging": "lodger"}),
        ("PINDAH", "keluarga 5 org", {"movers": "family"}),
        ("AKW", "sy 24 suami 26", {"couple_age": "adult"}),
        ("AKW", "calon istri 18, saya 25", {"couple_age": "under_19"}),
        ("AKW", "istri 20 suami 30", {"couple_age": "under_21"}),
        ("AKW", "nikah 12 10 2026", {}),
        ("KTP-H", "cewek, anak ke 2", {}),
    ],
)
def test_it_is_read(code: str, text: str, told: Mapping[str, Any]) -> None:
    assert already_told(text, services()[code]) == told


def test_nothing_that_would_end_the_chat_is_taken_from_a_story() -> None:
    stops = {
        (code, question.key, answer)
        for code, service in services().items()
        for question in service.question
        for answer in question.stops
    }
    text = "ga punya surat lahir, nikah siri, ga punya buku nikah, surat pindah belum ada, ngontrak, cewek"
    told = {(code, *each) for code, service in services().items() for each in already_told(text, service).items()}
    assert told & stops == set()


def test_at_the_question_for_a_name_the_rest_is_kept() -> None:
    player = Player()
    player.type("akta lahir anak saya")
    player.press("letter")
    player.press("have")
    for text in ("6471044506900000", "lupa", "cewek, anak ke 2"):
        player.type(text)
    assert player.state.stack[-1].answers["sex"] == "female"
    assert player.says[-1].key.startswith("ask-own-or-child_name")


def test_who_moves_with_somebody_moves_too() -> None:
    player = Player()
    player.type("I just moved to Balikpapan from Samarinda with my husband and kid")
    assert player.state.stack[-1].answers["for_whom"] == "self"
