"""What people write, and how each kind of answer is read."""

from __future__ import annotations

from typing import Any

import pytest

from bot.flow import Accepted, Answer, AskAgain
from bot.flows.readers import READERS, or_forgotten, read_kk_number
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
        ("name", "H. Moh. Contoh, S.Pd.", "H. Moh. Contoh, S.Pd."),
        ("name", "José Contoh", "José Contoh"),
        ("village", "karang rejo", "64.71.04.1003"),
        ("village", "kel. Karang Rejo", "64.71.04.1003"),
        ("birth_date", "5 juni 1990", "1990-06-05"),
        ("birth_date", "05-06-1990", "1990-06-05"),
        ("birth_date", "5/6/90", "1990-06-05"),
        ("date", "30-11-2026", "2026-11-30"),
        ("place", "di balikpapan", "Balikpapan"),
        ("place", "Long Bagun", "Long Bagun"),
        ("number", "2", 2),
        ("number", "anak ke-2", 2),
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
        ("name", "ya", "name-unclear"),
        ("name", "R2D2", "name-unclear"),
        ("name", "<script>", "name-unclear"),
        ("name", "", "name-unclear"),
        ("name", "x", "name-unclear"),
        ("name", "Contoh " * 10, "name-long"),
        ("village", "entah di mana", "village-none"),
        ("village", "", "village-none"),
        ("birth_date", "entah kapan", "date-missing"),
        ("birth_date", "31 februari 1990", "date-impossible"),
        ("birth_date", "5 juni", "date-no-year"),
        ("birth_date", "24-11-2026", "date-future"),
        ("place", "12", "place-unclear"),
        ("place", "x" * 61, "place-unclear"),
        ("number", "dua", "number-unclear"),
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


@pytest.mark.parametrize(("kind", "other"), [("nik", "kk_number"), ("kk_number", "nik")])
def test_nik_and_kk_number_are_not_the_same(kind: str, other: str) -> None:
    assert refusal(kind, "6471044506900000", **{other: "6471044506900000"}).say.key.endswith("-same")


@pytest.mark.parametrize("text", ["lupa", "LUPA", "tidak ingat", "ga tau", "forgot"])
def test_what_is_forgotten_is_an_answer_where_it_may_be(text: str) -> None:
    talk = Turn(Player().context(), Player().state).talk_about("application:KK-HR", {})
    value = or_forgotten(read_kk_number)(talk, Answer(text))
    assert isinstance(value, Accepted) and value.value == ""


def test_several_villages_become_a_list_with_a_way_out() -> None:
    again = refusal("village", "karang")
    labels = [option.label for option in again.say.options]
    assert again.say.key == "village-which" and {"Karang Rejo", "Karang Jati"} < set(labels)
    assert labels[-1] == "option-elsewhere" and len(labels) <= 10


def test_a_district_leads_to_its_villages() -> None:
    assert refusal("village", "balikpapan tengah").say.key == "village-in-district"


@pytest.mark.parametrize("text", ["masigit", "masigit cilegon", "masigit jombang", "cilegon"])
def test_a_village_of_another_town_is_not_taken(text: str) -> None:
    assert refusal("village", text).say.key == "village-none"
