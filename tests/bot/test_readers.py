"""What people write, and how each kind of answer is read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flow import Accepted, Answer
from bot.flows.forgotten import forgets, or_forgotten, or_helped
from bot.flows.readers import READERS, read_kk_number, read_nik
from bot.flows.villages import read_destination
from bot.says import AskAgain
from bot.turn import Turn
from tests.bot.player import Player


def read(kind: str, text: str, pick: str | None = None, **answers: Any) -> Any:
    player = Player()
    talk = Turn(player.context(), player.state).talk_about("application:KK-HR", answers)
    value = READERS[kind](talk, Answer(text, pick))
    return value.value if isinstance(value, Accepted) else value


def refusal(kind: str, text: str, **answers: Any) -> AskAgain:
    with pytest.raises(AskAgain) as again:
        read(kind, text, **answers)
    return again.value


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("nik", "6471044506900000", "6471044506900000"),
        ("nik", "6471 0445 0690 0000", "6471044506900000"),
        ("nik", "NIK saya 6471.0445.0690.0000 ya", "6471044506900000"),
        ("kk_number", "6471-0412-0315-0000", "6471041203150000"),
        ("name", "rina contoh", "Rina Contoh"),
        ("name", "RINA CONTOH", "Rina Contoh"),
        ("name", "nama saya Rina Contoh", "Rina Contoh"),
        ("name", "Nama: Siti Nur'aini", "Siti Nur'aini"),
        ("name", "SITI NUR'AINI", "Siti Nur'aini"),
        ("name", "nama lengkap anak saya adalah bima contoh", "Bima Contoh"),
        ("name", "saya rina", "Rina"),
        ("name", "rina contoh pak", "Rina Contoh"),
        ("name", "rina contoh min ya", "Rina Contoh"),
        ("name", "Tan Siok Min", "Tan Siok Min"),
        ("name", "atas nama: Ibu rina contoh", "Rina Contoh"),
        ("name", "alm. budi contoh", "Budi Contoh"),
        ("name", "rina\ncontoh", "Rina Contoh"),
        ("name", "RINA CONTOH , S.KOM", "Rina Contoh, S.Kom"),
        ("name", "I'm Rina Contoh", "Rina Contoh"),
        ("name", "H. Moh. Contoh, S.Pd.", "H. Moh. Contoh, S.Pd."),
        ("name", "José Contoh", "José Contoh"),
        ("village", "karang rejo", "64.71.04.1003"),
        ("village", "kel. Karang Rejo", "64.71.04.1003"),
        ("village", "kelurahan karang rejo kec balikpapan tengah", "64.71.04.1003"),
        ("village", "KARANGREJO, BPP TENGAH", "64.71.04.1003"),
        ("village", "saya tinggal di krang rejo pak", "64.71.04.1003"),
        ("village", "gn bahagia balikpapan", "64.71.05.1006"),
        ("birth_date", "5 juni 1990", "1990-06-05"),
        ("birth_date", "05-06-1990", "1990-06-05"),
        ("birth_date", "5/6/90", "1990-06-05"),
        ("date", "30-11-2026", "2026-11-30"),
        ("place", "di balikpapan", "Balikpapan"),
        ("place", "Long Bagun", "Long Bagun"),
        ("place", "kota bpp", "Balikpapan"),
        ("place", "kukar", "Kutai Kartanegara"),
        ("place", "lahir di surabaya", "Surabaya"),
        ("place", "RS di Balikpapan", "Balikpapan"),
        ("number", "2", 2),
        ("number", "anak ke-2", 2),
        ("number", "anak ketiga", 3),
        ("number", "pertama", 1),
        ("number", "ke-3", 3),
        ("number", "3 pak", 3),
        ("number", "III", 3),
        ("number", "anak ke 2 dari 3 bersaudara", 2),
        ("number", "dua", 2),
        ("number", "sulung", 1),
        ("number", "the second child", 2),
        ("text", "  dua   kata ", "dua kata"),
    ],
)
def test_it_is_read(kind: str, text: str, value: object) -> None:
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [
        ("nik", "647104450690000", "nik-length"),
        ("nik", "12345", "nik-length"),
        ("nik", "tidak ada", "nik-missing"),
        ("nik", "6471044506900000 dan 6471041703880000", "nik-several"),
        ("nik", "6471044513900000", "nik-odd"),
        ("kk_number", "12", "kk-length"),
        ("kk_number", "5 juni 90", "kk-missing"),
        ("nik", "Sumiati binti Karto, 25 november 2026 di rumah", "nik-missing"),
        ("nik", "31-02-2026", "nik-missing"),
        ("name", "ya", "name-expected"),
        ("name", "R2D2", "name-unclear"),
        ("name", "<script>", "name-expected"),
        ("name", "", "name-expected"),
        ("name", "x", "name-expected"),
        ("name", "nama saya", "name-expected"),
        ("name", "saya sendiri", "name-expected"),
        ("name", "berapa ongkirnya", "name-expected"),
        ("name", "mau urus ktp", "name-expected"),
        ("name", "bpjs kesehatan", "name-sure"),
        ("name", "karang rejo", "name-sure"),
        ("name", "surat pindah", "name-sure"),
        ("name", "Contoh " * 10, "name-long"),
        ("village", "entah di mana", "village-none"),
        ("village", "", "village-none"),
        ("birth_date", "entah kapan", "date-missing"),
        ("birth_date", "31 februari 1990", "date-impossible"),
        ("birth_date", "5 juni", "date-year"),
        ("birth_date", "tgl 12", "date-year"),
        ("birth_date", "juni 2025", "date-day"),
        ("birth_date", "24-11-2026", "date-future"),
        ("place", "12", "place-unclear"),
        ("place", "di rumah", "place-is-site"),
        ("place", "rumah sakit", "place-is-site"),
        ("place", "at home", "place-is-site"),
        ("place", "laki2", "place-unclear"),
        ("place", "x" * 61, "place-unclear"),
        ("number", "2 atau 3", "number-unclear"),
        ("number", "bungsu", "number-unclear"),
        ("number", "0", "number-unclear"),
        ("number", "31", "number-unclear"),
        ("number", "9" * 4000, "number-unclear"),
        ("text", " ", "text-expected"),
        ("text", "x" * 501, "text-long"),
    ],
)
def test_it_is_asked_again(kind: str, text: str, key: str) -> None:
    assert refusal(kind, text).say.key == key


def test_the_length_of_a_nik_is_told() -> None:
    assert refusal("nik", "12345").say.args == {"n": 5}


def test_letters_typed_for_digits_are_read_back() -> None:
    again = refusal("nik", "6471 O445 O69O OOOO")
    assert (again.say.key, again.pending) == ("number-read", "6471044506900000")
    assert [option.id for option in again.say.options] == ["accept", "retype"]
    assert again.say.args == {"number": "...0000"}


@pytest.mark.parametrize(("kind", "other"), [("nik", "kk_number"), ("kk_number", "nik")])
def test_nik_and_kk_number_are_not_the_same(kind: str, other: str) -> None:
    assert refusal(kind, "6471044506900000", **{other: "6471044506900000"}).say.key.endswith("-same")


def test_a_nik_typed_for_the_kk_number_is_known_by_its_day() -> None:
    assert refusal("kk_number", "6471044506900000").say.key == "kk-is-nik"
    assert refusal("kk_number", "6471047706900000").say.key == "kk-odd"


@pytest.mark.parametrize(
    "text",
    [
        "lupa", "LUPA", "lupa pak", "saya lupa nomornya", "tidak ingat", "ga tau", "ga ada kk", "kk nya hilang",
        "tidak punya kk", "belum punya", "nggak hafal", "kada ingat", "ora eling", "forgot", "I don't know", "none",
    ],
)  # fmt: skip
def test_what_is_forgotten_is_an_answer_where_it_may_be(text: str) -> None:
    value = or_forgotten(read_kk_number)(_talk(), Answer(text))
    assert isinstance(value, Accepted) and value.value == ""


@pytest.mark.parametrize("text", ["6471041203150000", "tidak 6471041203150000", "karang rejo", "", "ada"])
def test_what_is_said_is_not_forgotten(text: str) -> None:
    assert not forgets(text)


def test_where_it_may_not_be_forgotten_there_is_a_way_on() -> None:
    for kind, key in (("nik", "forgotten-nik"), ("village", "forgotten-village"), ("place", "forgotten-other")):
        with pytest.raises(AskAgain, match=key):
            or_helped(READERS[kind], kind)(_talk(), Answer("lupa min"))
    assert or_helped(read_nik, "nik")(_talk(), Answer("6471044506900000")) == "6471044506900000"


def _talk(note: object = None) -> Any:
    talk = Turn(Player().context(), Player().state).talk_about("application:KK-HR", {})
    return replace(talk, note=note)


def test_several_villages_become_a_list_with_a_way_out() -> None:
    again = refusal("village", "karang")
    labels = [option.label for option in again.say.options]
    assert again.say.key == "village-which" and {"Karang Rejo", "Karang Jati"} < set(labels)
    assert labels[-1] == "option-elsewhere" and len(labels) <= 10


def test_a_district_leads_to_its_villages() -> None:
    assert refusal("village", "balikpapan tengah").say.key == "village-in-district"


def test_villages_of_one_name_are_told_apart_by_their_kecamatan() -> None:
    again = _unclear(replace(_talk(), office=None), "gunung sari")
    labels = [option.label for option in again.say.options]
    assert (again.say.key, labels) == ("village-several", ["Tabang", "Segah", "option-elsewhere"])
    found = READERS["village"](replace(_talk(again.note), office=None), Answer("kecamatan segah"))
    assert found.value.startswith("64.03")


def test_the_kecamatan_asked_for_finds_the_village_named_before() -> None:
    again = refusal("village", "krng rjo")
    assert (again.say.key, again.note) == ("village-none", "krng rjo")
    found = READERS["village"](_talk("karang reja"), Answer("balikpapan tengah"))
    assert found.value == "64.71.04.1003"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("masigit", "village-none"),
        ("masigit cilegon", "village-outside"),
        ("masigit jombang", "village-outside"),
        ("cilegon", "village-outside"),
        ("samarinda", "village-outside"),
    ],
)
def test_a_village_of_another_town_is_not_taken(text: str, key: str) -> None:
    assert refusal("village", text).say.key == key


def test_a_card_may_go_to_another_town() -> None:
    assert read_destination(_talk(), Answer("masigit cilegon")).value == "36.72.05.1003"
    assert read_destination(_talk(), Answer("karang rejo")).value == "64.71.04.1003"


def _unclear(talk: Any, text: str) -> AskAgain:
    with pytest.raises(AskAgain) as again:
        READERS["village"](talk, Answer(text))
    return again.value


@settings(deadline=None)
@given(st.sampled_from(sorted(READERS)), st.text(max_size=300), st.one_of(st.none(), st.text(max_size=30)))
def test_any_text_gives_a_value_or_a_reason(kind: str, text: str, note: str | None) -> None:
    for read in (READERS[kind], or_forgotten(READERS[kind]), or_helped(READERS[kind], kind)):
        try:
            read(_talk(note), Answer(text))
        except AskAgain as again:
            assert again.say.key
