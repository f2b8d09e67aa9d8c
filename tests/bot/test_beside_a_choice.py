"""While a choice stands open, what else is plainly told is kept, and nothing is put in a wrong place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bot.player import Player

MAN, WOMAN, CHILD, KK = "6471040101800000", "6471044506900000", "6471041103210000", "6471041203150000"


def answered(wish: str, *texts: str) -> dict[str, Any]:
    player = Player()
    for text in (wish, *texts):
        player.type(text)
    return player.state.stack[-1].answers


@pytest.mark.parametrize(
    ("wish", "text", "told"),
    [
        ("akta kematian", "Budi Contoh", {"deceased_name": "Budi Contoh"}),
        ("akta kematian", f"nik nya {MAN}", {"deceased_nik": MAN}),
        ("akta kematian", "tgl 12 november 2026", {"death_date": "2026-11-12"}),
        ("akta kematian", f"sy Rahmat Contoh NIK {MAN}", {"applicant_name": "Rahmat Contoh", "applicant_nik": MAN}),
        ("akta lahir", "Bima Contoh", {"child_name": "Bima Contoh"}),
        ("akta lahir", "my son Bima Contoh", {"child_name": "Bima Contoh"}),
        ("akta lahir", f"{WOMAN}, {KK}", {"nik": WOMAN, "kk_number": KK}),
        ("akta lahir", "Bima Contoh, laki laki, lahir 12 november 2026 di rs balikpapan, anak ke 2",
         {"child_name": "Bima Contoh", "sex": "male", "birth_date": "2026-11-12", "birth_place": "Balikpapan",
          "child_number": 2}),
        ("akta lahir", "samarinda", {"birth_place": "Samarinda"}),
        ("pindah keluar kota", "surabaya", {"new_town": "Surabaya"}),
        ("ktp hilang", "Rina Contoh", {"name": "Rina Contoh"}),
    ],
)  # fmt: skip
def test_it_is_kept_for_its_question(wish: str, text: str, told: dict[str, Any]) -> None:
    assert answered(wish, text).items() >= told.items()


@pytest.mark.parametrize(
    "text", ["sakit tua", "laki laki", "tadi sudah", "jalan merdeka", "the mother", "kel sidodadi"]
)
def test_what_may_be_anything_is_not_kept(text: str) -> None:
    assert answered("akta kematian", text) == {}


@pytest.mark.parametrize("text", ["kutipan kedua", "sidik jari", "tukar suket", "next month"])
def test_words_of_our_matters_are_no_name(text: str) -> None:
    assert "name" not in answered("akta saya hilang", text) and "name" not in answered("ktp rusak", text)


def test_an_option_may_be_said_with_more() -> None:
    assert answered("akta lahir", f"ada, nik saya {WOMAN}") == {"birth_proof": "letter", "nik": WOMAN}


def test_a_name_is_put_right_there() -> None:
    told = answered("akta lahir", "Bima Contoh", "nama anak saya Bhima Contoh bukan Bima")
    assert told["child_name"] == "Bhima Contoh"


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ("ktp sy ilang", {"for_whom": "self"}),
        ("ktp kulo rusak", {"for_whom": "self"}),
        ("I lost my ID card", {"for_whom": "self"}),
        ("akta kelahiran sy hilang", {"for_whom": "self"}),
        ("ktp mama ulun hilang", {}),
        ("ktp saya dan istri hilang", {}),
        ("old certificate, i want the one with qr", {}),
    ],
)
def test_whose_it_is_need_not_be_said_twice(wish: str, told: dict[str, str]) -> None:
    given = answered(wish)
    assert {key: given[key] for key in given if key == "for_whom"} == told


def test_and_may_be_taken_back() -> None:
    player = Player()
    player.type("ktp sy ilang")
    player.type("bukan punya saya, ibu saya")
    assert player.says[-1].key == "ask-for_whom"
    player.type("rina contoh")
    assert player.says[-1].key == "ask-for_whom"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("balikpapan", "here"),
        ("masih samarinda", "elsewhere"),
        ("surabaya", "elsewhere"),
        ("rina contoh", None),
        ("wonosobo", None),
    ],
)
def test_a_town_says_whether_it_is_here(text: str, told: str | None) -> None:
    assert answered("ktp hilang", "saya sendiri", text).get("domicile") == told


def test_a_town_that_nobody_has_named_yet_is_asked_about() -> None:
    player = Player()
    for said in ("ktp hilang", "saya sendiri", "wonosobo"):
        player.type(said)
    assert player.says[-1].key == "town-sure"
    player.type("ya")
    assert player.state.stack[-1].answers["domicile"] == "elsewhere"
    assert answered("ktp hilang", "saya sendiri", "myself").get("domicile") is None


def test_a_childs_number_is_asked_about_where_an_adults_is_wanted() -> None:
    player = Player()
    for text in ("kia anak saya", "sari contoh", "11 maret 2021", CHILD):
        player.type(text)
    assert player.says[-1].key == "nik-of-child"
    player.type(WOMAN)
    assert player.state.stack[-1].answers["nik"] == WOMAN


def test_two_services_that_were_offered_wait_for_the_choice_with_what_is_told() -> None:
    player = Player()
    player.type("nama di akta sama ktp beda")
    assert player.says[-1].key == "which-two"
    player.type(f"rina contoh {WOMAN}")
    assert [say.key for say in player.says[-2:]] == ["noted-first", "which-two"]
    player.press("service:BETUL")
    assert player.state.stack[-1].answers["nik"] == WOMAN


def test_an_option_of_another_question_answers_that() -> None:
    told = answered("pindah ke samarinda", "saya sendiri", "kerja")
    assert told["move_reason"] == "work" and "movers" not in told


def test_no_and_yes_answer_only_what_is_asked() -> None:
    told = answered("baru pindah ke sini", "blm ada, hrs balik ke banjar lg kah?")
    assert told == {"moving_letter": "none"}


def test_a_village_is_no_town() -> None:
    told = answered("baru pindah, surat pindah ada", "saya sendiri", "satu orang", "rumah sendiri", "rina contoh",
                    WOMAN, KK, "karang rejo")  # fmt: skip
    assert "origin" not in told and told["village"] == "64.71.04.1003"


def test_back_from_an_answer_that_was_told_with_others_loses_nothing() -> None:
    player = Player()
    for text in ("tukar suket", f"dewi contoh, {WOMAN}, {KK}", "saya sendiri", "ubah nik"):
        player.type(text)
    before = dict(player.state.stack[-1].answers)
    player.type("kembali")
    player.type("kembali")
    assert player.state.stack[-1].answers == before
