"""Cross words: which of them are a report, which only wait, and which must be asked about."""

from __future__ import annotations

import pytest

from bot.effects import OpenComplaint, ShowStatus
from bot.meaning.grievance import Grievance, denies, grievance, recants
from tests.bot.player import Player


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("petugas minta 200rb biar cepat", Grievance.REPORT), ("oknum kelurahan minta duit", Grievance.REPORT),
        ("petugas kasar", Grievance.REPORT), ("mau komplain", Grievance.REPORT), ("saya mau lapor", Grievance.REPORT),
        ("lama bgt", Grievance.WAITING), ("meni lami pisan", Grievance.WAITING),
        ("sudah 2 minggu belum ada kabar", Grievance.WAITING), ("chat ga dibalas", Grievance.WAITING),
        ("bukan lapor, cuma tanya kok lama", Grievance.WAITING),
        ("payah", Grievance.UNSURE), ("kecewa", Grievance.UNSURE), ("sinyal jelek terus", Grievance.UNSURE),
    ],
)  # fmt: skip
def test_only_what_is_surely_a_report_is_one(text: str, kind: Grievance) -> None:
    assert grievance(text) is kind


@pytest.mark.parametrize("text", ["bukan lapor", "ga mau lapor kok", "cuma mau tanya", "nggak komplain min"])
def test_a_report_can_be_denied(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize("text", ["cuma nanya malah dibentak", "tidak mau lapor ke petugas yang minta uang"])
def test_what_happened_is_no_denial(text: str) -> None:
    assert not denies(text)


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("eh gajadi, salah paham. cabut aja laporan nya", True), ("maaf salah paham", True), ("oh ga jadi deh", True),
        ("tolong cabut laporannya", True), ("batalin aja laporannya", True), ("withdraw my report", True),
        ("ktp saya ga jadi jadi karena petugas", False), ("salah paham katanya, tapi tetap minta uang", False),
        ("kemarin di loket 3", False), ("petugas bilang laporan saya dicabut orang", False),
    ],
)  # fmt: skip
def test_a_report_being_told_can_be_withdrawn(text: str, withdrawn: bool) -> None:
    assert recants(text) is withdrawn


def test_who_waits_hears_how_things_stand() -> None:
    player = Player()
    player.type("lama bgt")
    assert player.done == [ShowStatus()] and not player.state.stack


def test_in_doubt_nothing_is_filed() -> None:
    player = Player()
    player.type("payah")
    assert player.state.stack[-1].flow == "complaint"
    player.type("bapak saya meninggal kemarin, gimana urusnya")
    assert not any(frame.flow == "complaint" for frame in player.state.stack)
    assert not any(isinstance(effect, OpenComplaint) for effect in player.done)


def test_a_doubtful_word_beside_a_question_is_no_report() -> None:
    player = Player()
    player.type("ktp hilang")
    player.type("klien saya, orang lain")
    assert [say.key for say in player.says] == ["choose-one", "ask-for_whom"]
