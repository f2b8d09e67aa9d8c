"""Who asks for an IKD code is warned, and officers see it: somebody may be cheating, or being cheated."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlmodel import select

from bot.effects import OpenCase, WarnOf
from registry.database import Database
from registry.models import AuditEntry, Contact
from tests.bot.player import Player
from tests.transcripts.scripts import opening


@pytest.mark.parametrize("text", ["minta kode ikd min", "pin ikd saya apa", "otp ikd nya berapa", "my ikd code"])
def test_the_first_message_is_enough(text: str) -> None:
    player = Player()
    said = player.type(text)
    assert "Awas penipuan" in said[0].text
    assert player.done == [WarnOf("ikd_wish-code")] and not player.state.stack


CODES = ("kode ikd saya apa", "minta kode ikd min", "pin ikd saya apa", "otp ikd nya berapa",
         "saya dapat sms kode ikd, kirim ke mana?")  # fmt: skip


@pytest.mark.parametrize(
    "before", [("menu",), ("menu", "ikd"), ("kk hilang",), ("kk hilang", "tidak ada"), ("status",)]
)
@pytest.mark.parametrize("text", CODES)
def test_it_is_heard_at_a_list_and_at_a_question(text: str, before: Sequence[str]) -> None:
    player = Player()
    for each in before:
        player.type(each)
    answers = [frame.answers for frame in player.state.stack]
    assert player.type(text)[0].text.startswith("Awas penipuan")
    assert player.done[-1] == WarnOf("ikd_wish-code")
    assert [frame.answers for frame in player.state.stack] == answers, "it was taken for an answer"


def test_the_open_question_comes_back_after_it() -> None:
    player = Player()
    for each in ("kk hilang", "tidak ada"):
        asked = player.type(each)[-1].text.splitlines()[-1]
    assert player.type("kode ikd saya apa ya")[-1].text.endswith(asked.rpartition(". ")[2][1:])


def test_beside_an_officer_it_is_noted_in_silence() -> None:
    player = Player()
    player.type("petugas")
    player.type("kode ikd saya apa")
    assert player.done[-1] == WarnOf("ikd_wish-code")


ASKED_FOR = ("kirim qr", "kirim qr ikd dong", "minta barcode aktivasi ke wa saya", "qr ikd saya mana",
             "please send me the activation qr", "ada yang kirim qr ikd ke saya suruh scan")  # fmt: skip


@pytest.mark.parametrize("before", [(), ("menu",), ("kk hilang",), ("status",)])
@pytest.mark.parametrize("text", ASKED_FOR)
def test_the_code_of_an_activation_is_never_sent(text: str, before: Sequence[str]) -> None:
    player = Player()
    for each in before:
        player.type(each)
    assert player.type(text)[0].text.startswith(
        "QR dan kode aktivasi hanya ada di layar petugas, tidak pernah lewat chat"
    )
    assert player.done[-1] == WarnOf("ikd_wish-code")


@pytest.mark.parametrize(
    "text", ["qr di KK tidak bisa discan", "cek qr dokumen", "minta qr tiket mobil keliling", "kirim qr kk saya"]
)
def test_other_codes_are_no_fraud(text: str) -> None:
    player = Player()
    player.type(text)
    assert WarnOf("ikd_wish-code") not in player.done


@pytest.mark.parametrize("text", ["mau scan kode qr ikd di kantor", "scan qr ikd di mana", "aktivasi ikd"])
def test_the_code_that_an_officer_shows_is_none(text: str) -> None:
    player = Player()
    player.type(text)
    assert WarnOf("ikd_wish-code") not in player.done


@pytest.mark.parametrize(
    "text",
    [
        "dia bilang klik link trus masukin pin, aman ga", "ada yg wa ngaku dukcapil suruh klik link, itu bener ga?",
        "disuruh transfer dulu katanya, ini penipuan bukan", "someone told me to click a link, is it safe?",
    ],
)  # fmt: skip
def test_who_doubts_is_told_not_to(text: str) -> None:
    alone, beside = Player(), Player()
    assert "penipuan" in alone.type(text)[0].text
    beside.type("ktp hilang")
    assert beside.type(text)[0].text.startswith("JANGAN") and beside.state.stack


@pytest.mark.parametrize("text", ["link upload nya tdk bisa dibuka", "boleh dikirim link nya?", "kode pos saya betul"])
def test_a_link_of_ours_is_no_fraud(text: str) -> None:
    player = Player()
    player.type("ktp hilang")
    assert all("JANGAN" not in said.text for said in player.type(text))


def test_activation_is_no_fraud() -> None:
    player = Player()
    player.type("aktivasi ikd")
    player.press("activate")
    assert not any(isinstance(effect, WarnOf | OpenCase) for effect in player.done)


def test_officers_see_it_once(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    chat = opening(database)({})
    for line in ("> kode ikd saya mana", "> [Lanjut]", "> kode ikd"):
        chat.play(line)
    with database.reading() as session:
        assert session.exec(select(Contact)).one().flags == ["ikd_wish-code"]
        noted = session.exec(select(AuditEntry).where(AuditEntry.action == "contact_flagged")).all()
    database.dispose()
    assert [entry.fields for entry in noted] == [["ikd_wish-code"]]


@pytest.mark.parametrize(
    "text",
    [
        "kodenya udh aku kasih gimana dong", "tadi terlanjur ngasih kode otp ke orangnya", "udah tak kasi kode ne",
        "kadung tak wenehi kodene", "sudah ulun bari kodenya", "saya telanjur memberikan OTP", "ga sengaja kasih otp",
        "apk nya udah keinstall", "saya ketipu kode ikd", "i already gave him the code",
    ],
)  # fmt: skip
def test_who_has_given_the_code_is_told_what_to_do_now(text: str) -> None:
    alone, beside = Player(), Player()
    assert "Jangan balas orang itu lagi" in alone.type(text)[0].text or "Do not answer" in alone.type(text)[0].text
    assert [option.id for option in alone.offered] == ["!officer", "!complaint", "!menu"]
    beside.type("ktp hilang")
    assert beside.type(text)[0].text.endswith("untuk siapa?") and WarnOf("code-given") in beside.done


@pytest.mark.parametrize(
    "text",
    [
        "belum saya kasih kodenya", "kode ambil sudah saya masukkan", "kode pos sudah saya kirim", "sudah saya kirim",
        "kodenya sudah dikirim kok belum masuk", "boleh saya kasih kodenya?", "tadi saya kirim kk",
    ],
)  # fmt: skip
def test_who_has_not_is_not(text: str) -> None:
    player = Player()
    player.type("ktp hilang")
    assert "Jangan balas orang itu lagi" not in player.type(text)[0].text


def test_just_after_a_warning_the_code_need_not_be_named(sqlite_url: str) -> None:
    chat = opening(Database(sqlite_url, pool=2))({})
    chat.play("> ada yg telpon minta kode ikd")
    assert any("Jangan balas orang itu lagi" in line for line in chat.play("> sudah sy kasih, gmn ini"))


def test_who_forgot_a_pin_is_told_where_it_is_set_anew() -> None:
    (message,) = Player().type("ikd lupa pin")
    assert (
        "Awas penipuan" in message.text and "Lupa PIN IKD? Diatur ulang di depan petugas: Disdukcapil" in message.text
    )
