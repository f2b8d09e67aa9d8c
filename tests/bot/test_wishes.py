"""What a free message asks for."""

from __future__ import annotations

import pytest

from bot.state import State
from bot.turn import Turn
from bot.wishes import compact_service, compact_unknown, greets, read_compact, salam, thanks, wish
from tests.bot.player import Player, book, services


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


COMPACT = "AKL#6471044506900000#6471041203150000#Bima Contoh#12-11-2026#Balikpapan"


@pytest.mark.parametrize("text", [COMPACT, f"#{COMPACT}", COMPACT.replace("#", " # "), COMPACT.replace("#", "*"),
                                  COMPACT.replace("AKL", "akte")])  # fmt: skip
def test_a_compact_message_is_read_field_by_field(text: str) -> None:
    assert compacted(text) == {
        "nik": "6471044506900000", "kk_number": "6471041203150000", "child_name": "Bima Contoh",
        "birth_date": "2026-11-12", "birth_place": "Balikpapan",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("AKL#6471044506900000", ["nik"]),
        ("AKL#x#y#Bima Contoh", ["child_name"]),
        ("AKL#6471044506900000##Bima Contoh#31-02-2026#", ["nik", "child_name"]),
        (f"{COMPACT}#lebih#lagi", ["nik", "kk_number", "child_name", "birth_date", "birth_place"]),
        ("AKL#", []),
    ],
)
def test_what_is_missing_or_unclear_is_left_to_be_asked(text: str, keys: list[str]) -> None:
    assert list(compacted(text)) == keys


def compacted(text: str) -> dict[str, object]:
    found = compact_service(text, services())
    assert found is not None
    service, fields = found
    flow = book()[f"application:{service.code}"]
    return dict(read_compact(service, fields, flow, Turn(Player().context(), State()).talk_about(flow.name, {})))


@pytest.mark.parametrize(("text", "known"), [("SKCK#6471", False), ("AKL#6471", True), ("saya ke-1", True)])
def test_an_unknown_code_is_noticed(text: str, known: bool) -> None:
    assert (compact_unknown(text, services()) is None) is known
