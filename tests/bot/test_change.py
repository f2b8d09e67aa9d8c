"""Answers changed in words, and by going back: only what no longer applies is asked anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.context import Sent
from bot.effects import AskCorrection, OpenCase
from bot.flows.change import value_told
from registry.models import Channel
from registry.uploads.reading import Reading
from tests.bot.photographer import CARD, image
from tests.bot.player import Player

NIK, OTHER_NIK, KK = "6471044506900000", "6471041703880000", "6471041203150000"


FAMILY_CARD = Reading(("damaged_kk",), (KK,))
FILED = (Sent(7, "BPP-00412", "KK-HR", "BPP"),)


def begun(*answers: str, wish: str = "kk rusak", channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel)
    for text in (wish, *answers):
        player.type(text)
    return player


def answers(player: Player) -> dict[str, Any]:
    return player.state.stack[-1].answers


def asked(player: Player) -> str:
    return player.says[-1].key


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("ubah nama rini contoh", "name", "Rini Contoh"),
        ("ganti nama jadi rini contoh", "name", "Rini Contoh"),
        ("nama saya salah, harusnya rini contoh", "name", "Rini Contoh"),
        ("maaf namanya keliru, yang benar: RINI CONTOH", "name", "Rini Contoh"),
        ("salah ketik nama, harusnya rini contoh", "name", "Rini Contoh"),
        ("nama lengkap harusnya Rini Contoh, S.Pd.", "name", "Rini Contoh, S.Pd."),
        ("ubah NIK ke 6471 0417 0388 0000", "nik", OTHER_NIK),
        ("NIK saya salah. Harusnya 6471-0417-0388-0000", "nik", OTHER_NIK),
        ("tolong ubah no ktp 6471041703880000", "nik", OTHER_NIK),
        ("change my name to rini contoh", "name", "Rini Contoh"),
        ("salah, harusnya 6471041703880000", "nik", OTHER_NIK),
    ],
)
def test_an_answer_is_changed_at_another_question(text: str, key: str, value: str) -> None:
    player = begun("rina contoh", NIK)
    if text.startswith("change"):
        player.type("english")
    player.type(text)
    assert answers(player)[key] == value
    assert [say.key for say in player.says] == ["changed", "ask-kk_number"]


@pytest.mark.parametrize("text", ["ubah nik", "NIK saya salah", "ganti nik pak", "nik keliru min"])
def test_without_the_new_value_the_question_is_asked_again(text: str) -> None:
    player = begun("rina contoh", NIK)
    player.type(text)
    assert asked(player) == "ask-nik"
    player.type(OTHER_NIK)
    assert (asked(player), answers(player)["nik"]) == ("ask-kk_number", OTHER_NIK)


def test_a_new_value_that_cannot_be_read_is_asked_with_its_own_question() -> None:
    player = begun("rina contoh", NIK)
    player.type("ubah nik 12345")
    assert [say.key for say in player.says] == ["nik-length", "ask-nik"]
    player.type("lanjut")
    assert (asked(player), answers(player)["nik"]) == ("ask-kk_number", NIK)


def test_a_choice_is_changed_by_its_words() -> None:
    player = begun("ya", "ada", "punya", NIK, KK, "bima contoh", "12-11-2026", "balikpapan", "lk", wish="akta lahir")
    player.type("jenis kelamin salah, harusnya perempuan")
    assert answers(player)["sex"] == "female"


def test_what_is_said_after_a_bad_answer_belongs_to_the_open_question() -> None:
    player = begun("rina contoh", "12345")
    player.type("harusnya 6471044506900000")
    assert (asked(player), answers(player)["name"]) == ("ask-kk_number", "Rina Contoh")


@pytest.mark.parametrize("text", ["ganti nama jadi bima contoh", "ubah nik", "nama salah"])
def test_a_free_text_may_speak_of_changes_itself(text: str) -> None:
    player = begun("data berubah", "saya", "rina contoh", NIK, KK, "karang rejo", wish="ubah kk")
    player.type(text)
    assert answers(player)["what_changes"] == text


def test_a_village_that_is_unclear_is_picked_and_nothing_is_sent() -> None:
    player = begun("rina contoh", NIK, "lupa", "karang rejo")
    player.send("fine")
    player.send("fine")
    player.type("kelurahan gunung sari")
    assert asked(player) == "village-which"
    player.press(player.offered[0].id)
    assert (asked(player), answers(player)["village"]) == ("summary", "64.71.04.1001")
    assert not [effect for effect in player.done if isinstance(effect, OpenCase)]


@pytest.mark.parametrize(
    "text",
    [
        "alamat salah, harusnya karang jati",
        "kelurahannya karang jati",
        "yang benar karang jati",
        "desa salah karang jati",
    ],
)
def test_at_the_summary_a_change_is_more_than_the_word_for_changing(text: str) -> None:
    player = begun("rina contoh", NIK, "lupa", "karang rejo")
    player.send("fine")
    player.send("fine")
    player.type(text)
    assert [say.key for say in player.says] == ["changed", "send-now"]
    assert answers(player)["village"] == "64.71.04.1004"


@pytest.mark.parametrize("text", ["ada yang salah", "mau ubah data", "salah semua"])
def test_at_the_summary_what_is_to_change_is_asked(text: str) -> None:
    player = begun("rina contoh", NIK, "lupa", "karang rejo")
    player.send("fine")
    player.send("fine")
    player.type(text)
    assert asked(player) == "change-which"


def test_back_keeps_the_answers_it_passes() -> None:
    player = begun("rina contoh", NIK, KK)
    for question in ("ask-kk_number", "ask-nik", "ask-name"):
        player.type("kembali")
        assert asked(player) == question
    player.type("rini contoh")
    assert (asked(player), answers(player)["nik"], answers(player)["kk_number"]) == ("ask-village", NIK, KK)


def test_back_and_then_on_changes_nothing() -> None:
    player = begun("rina contoh", NIK)
    player.type("kembali")
    player.type("lanjut")
    assert (asked(player), answers(player)["nik"]) == ("ask-kk_number", NIK)


def test_another_reason_asks_only_what_it_opens_and_keeps_what_it_hides() -> None:
    player = begun("tidak ada", "rina contoh", wish="kk hilang")
    player.type("ubah sebab")
    assert asked(player) == "ask-reason"
    player.type("rusak")
    assert asked(player) == "ask-nik"
    player.type("kembali")
    player.type("kembali")
    assert asked(player) == "ask-name"  # whether the PDF is left is no question of a damaged card
    player.type("lanjut")
    player.type("ubah alasan hilang")
    assert [say.key for say in player.says] == ["changed", "ask-nik"]  # still_have stands again


def test_an_answer_changed_so_that_no_request_is_needed_ends_it() -> None:
    player = begun("tidak ada", "rina contoh", wish="kk hilang")
    player.type("kembali")
    player.type("kembali")
    assert asked(player) == "ask-still_have"
    player.type("masih ada")
    assert (player.says[0].key, player.state.stack) == ("kk-print-again", [])


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=210), st.sampled_from(["ubah nama ", "nik salah ", "harusnya ", ""]))
def test_any_correction_is_answered(text: str, before: str) -> None:
    player = begun("rina contoh", NIK)
    assert player.type(before + text) or not (before + text).strip()


@pytest.mark.parametrize(
    "text", ["rusak", "kk rusak", "bukan hilang tapi rusak", "ubah jadi rusak", "ubah hilang atau rusak jadi rusak"]
)
def test_what_the_summary_begins_with_is_changed_by_the_other_word_alone(text: str) -> None:
    player = begun("tidak ada", "rina contoh", NIK, "lupa", "karang rejo", "bawa", wish="kk hilang")
    summary = player.says[-1]
    assert (summary.key, summary.args["service"]) == ("summary", "KK hilang")
    player.type(text)
    assert (asked(player), answers(player)["reason"]) == ("ask-paper-last", "damaged")
    player.type("bawa")
    assert player.says[-1].args["service"] == "KK rusak"


@pytest.mark.parametrize(
    "text", ["ubah nama", "eh nik saya salah", "alamat saya salah ketik", "no kk nya salah", "nama saya kurang tepat"]
)
def test_after_sending_a_wrong_answer_is_an_officers_to_change(text: str) -> None:
    player = Player(filed=FILED)
    player.type(text)
    assert player.done == [AskCorrection(told=True)] and not player.state.stack


@pytest.mark.parametrize(
    ("text", "code"), [("ubah kk", "KK-UBAH"), ("ganti foto ktp", "KTP-FOTO"), ("ganti nama di akta", "NAMA")]
)
def test_a_document_to_be_changed_is_a_request_all_the_same(text: str, code: str) -> None:
    player = Player(filed=FILED)
    player.type(text)
    assert player.state.stack[-1].flow == f"application:{code}"


def test_with_nothing_sent_the_same_words_are_a_request() -> None:
    player = Player()
    player.type("ubah nama anak jadi Bima")
    assert player.state.stack[-1].flow == "application:NAMA"


@pytest.mark.parametrize(
    ("rest", "value"),
    [
        ("nya karang jati bukan karang rejo", "karang jati"),
        ("nya bukan karang rejo tapi karang jati", "karang jati"),
        (" saya salah, harusnya Dewi Lestari Ningsih", "Dewi Lestari Ningsih"),
        (" saya salah min", ""),
        (" saya salah ketik", ""),
        (": Dewi Lestari", "Dewi Lestari"),
    ],
)
def test_what_it_should_be_is_read_from_the_words(rest: str, value: str) -> None:
    assert value_told(rest) == value


@pytest.mark.parametrize(
    "text", ["loh kok 26, tgl 12 november", "salah, 12-11-2026", "eh bukan, 12 nov", "maksudnya tanggal 12 november"]
)
@pytest.mark.parametrize("further", [(), ("perempuan", "2", "bawa", "bawa", "bawa")])
def test_another_day_takes_the_place_of_the_one_that_stands(text: str, further: tuple[str, ...]) -> None:
    told = ("ya", "ada", "punya", NIK, "lupa", "Bima Contoh", "26-10-2026", "balikpapan")
    player = begun(*told, *further, wish="akta kelahiran")
    player.type(text)
    assert answers(player)["birth_date"] == "2026-11-12"


def at_shared_number(*also: str) -> Player:
    player = Player(office=None, shared=True)
    for text in ("kk rusak", "balikpapan", "tidak ada", "rina contoh", NIK, KK, *also):
        player.type(text)
    return player


@pytest.mark.parametrize(
    "text",
    ["KK saya di cilegon, bukan balikpapan", "bukan balikpapan tapi cilegon", "kantornya salah, harusnya cilegon"],
)
def test_another_office_is_told_at_a_photo(text: str) -> None:
    player = at_shared_number("karang rejo")
    assert player.says[-1].key.startswith("ask-paper")
    player.type(text)
    assert answers(player)["office"] == "CLG"
    assert [say.key for say in player.says] == ["changed", "ask-village"]


@pytest.mark.parametrize(
    "text", ["kabupatennya cilegon", "KK saya di cilegon, bukan balikpapan", "kotanya salah, yang benar cilegon"]
)
def test_another_office_is_told_at_the_summary(text: str) -> None:
    player = at_shared_number("karang rejo")
    for paper in (FAMILY_CARD, CARD):
        player.show(image(paper))
    assert player.says[-1].key == "summary"
    player.type(text)
    assert answers(player)["office"] == "CLG"


@pytest.mark.parametrize("text", ["KK saya di balikpapan, bukan cilegon", "bukan itu"])
def test_the_same_office_or_none_changes_nothing(text: str) -> None:
    player = at_shared_number("karang rejo")
    player.type(text)
    assert answers(player)["office"] == "BPP"
