"""What a free message asks for."""

from __future__ import annotations

import pytest

from bot.wishes import greets, salam, thanks, wish
from tests.bot.player import services


@pytest.mark.parametrize(
    ("text", "flow", "answers"),
    [
        ("kk saya hilang", "KK-HR", {"reason": "lost"}),
        ("KK ilang min", "KK-HR", {"reason": "lost"}),
        ("kartu keluarga rusak kena banjir", "KK-HR", {"reason": "damaged"}),
        ("mau urus kk", "KK-HR", {}),
        ("bikin akte kelahiran anak", "AKL", {}),
        ("akta lahir", "AKL", {}),
        ("ktp baru", "KTP-BARU", {}),
        ("bikin ktp", "KTP-BARU", {}),
        ("sdh rekam ktp kapan jadi", "KTP-BARU", {"enrolled": "yes"}),
        ("my family card is lost", "KK-HR", {"reason": "lost"}),
    ],
)
def test_a_wish_is_understood(text: str, flow: str, answers: dict[str, str]) -> None:
    start = wish(text, services())
    assert start is not None and (start.flow, start.answers) == (f"application:{flow}", answers)


@pytest.mark.parametrize("text", ["", "halo", "terima kasih", "kkk", "12345", "kapan buka", "kk " * 30])
def test_what_is_no_wish_starts_nothing(text: str) -> None:
    assert wish(text, services()) is None


@pytest.mark.parametrize("text", ["assalamualaikum min", "Assalamu'alaikum", "asalamualaikum", "assalamu alaikum"])
def test_a_salam_is_heard(text: str) -> None:
    assert salam(text)


@pytest.mark.parametrize(("text", "yes"), [("halo", True), ("selamat pagi min", True), ("p", True), ("kk", False)])
def test_a_greeting_alone_is_a_greeting(text: str, yes: bool) -> None:
    assert greets(text) is yes


@pytest.mark.parametrize(("text", "yes"), [("makasih", True), ("terima kasih banyak", True), ("terima apa", True)])
def test_thanks_are_heard(text: str, yes: bool) -> None:
    assert thanks(text) is yes
