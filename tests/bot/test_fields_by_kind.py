"""A form with a field too many or elsewhere: known by its kind, or asked; never in the wrong answer."""

from __future__ import annotations

from typing import Any

import pytest

from registry.models import Channel
from tests.bot.player import Player
from tests.bot.test_compact import BIRTH, CARD, KK, NIK, begun

MAN = "6471041703880000"
HEAD = f"DATANG#{NIK}#{KK}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{HEAD}#Rina Contoh#Surabaya#Karang Rejo", CARD | {"origin": "Surabaya"}),
        (f"{HEAD}#Surabaya#Rina Contoh#Karang Rejo", CARD | {"origin": "Surabaya"}),
        (f"{HEAD}#Rina Contoh#Karang Rejo#Kota Samarinda", CARD | {"origin": "Samarinda"}),
        (f"DATANG#Jakarta Selatan#{NIK}#{KK}#Rina Contoh#Karang Rejo", CARD | {"origin": "Jakarta Selatan"}),
        (f"{HEAD}#Rina Contoh#Karang Rejo#Balikpapan", CARD),
        (f"KTP-H#{NIK}#{KK}#Perempuan#Rina Contoh#Karang Rejo", CARD),
        (f"KTP-H#{NIK}#{KK}#Rina Contoh#12-11-1990#Karang Rejo", CARD),
        (f"KTP-H#{KK}#{NIK}#{MAN}#Rina Contoh#Karang Rejo", CARD | {"applicant_nik": MAN}),
        (f"AKL#{NIK}#{KK}#Bima Contoh#L#12-11-2026#Balikpapan", BIRTH | {"sex": "male"}),
        (f"AKL#{NIK}#{KK}#Bima Contoh#12-11-2026#Karang Rejo#Balikpapan", BIRTH),
        (f"AKL#{NIK}#{KK}#Bima Contoh#12-11-2026#Balikpapan#2", BIRTH | {"child_number": 2}),
        (f"AKL#{NIK}#{KK}#05-06-1990#Bima Contoh#12-11-2026#Balikpapan", BIRTH),  # the first is told by the NIK
    ],
)
def test_a_field_too_many_goes_by_its_kind(text: str, told: dict[str, Any]) -> None:
    assert begun(text)[1] == told


@pytest.mark.parametrize(
    ("text", "asked", "left"),
    [
        (f"AKL#{NIK}#{KK}#Rina Contoh#Bima Contoh#12-11-2026#Balikpapan", "child_name", "nama anak"),
        (f"AKL#{NIK}#{KK}#Bima Contoh#12-11-2026#Surabaya#Balikpapan", "birth_place", "tempat lahir"),
        (f"AKL#{NIK}#{KK}#Bima Contoh#11-11-2025#12-11-2026#Balikpapan", "birth_date", "tanggal lahir"),
        (f"KTP-H#{NIK}#{KK}#Rina Contoh#Siti Contoh#Karang Rejo", "name", "nama"),
        (f"KTP-H#{NIK}#{KK}#Rina Contoh#Karang Rejo#Karang Jati", "village", "kelurahan"),
        (f"DATANG-LN#{NIK}#Rina Contoh#12-11-2025#Malaysia#Kuala Lumpur#Karang Rejo", "country", "negara"),
    ],
)
def test_of_two_for_one_question_neither_is_taken(text: str, asked: str, left: str) -> None:
    player = Player()
    (message,) = player.type(text)
    assert asked not in player.state.stack[-1].answers
    assert f"Ditanyakan lagi: {left}" in message.text


def test_it_is_so_among_several_answers_by_sms() -> None:
    player = Player(Channel.SMS)
    player.type("kk saya rusak")
    player.type(f"rina contoh, siti contoh, {NIK}, {KK}, karang rejo")
    answers = player.state.stack[-1].answers
    assert (answers["nik"], answers["village"], "name" in answers) == (NIK, CARD["village"], False)
    assert player.says[-1].key == "ask-name"
