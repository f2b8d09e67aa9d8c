"""Several answers in one message."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.models import Channel
from tests.bot.player import Player

NIK, MAN, KK = "6471044506900000", "6471041703880000", "6471041203150000"
REJO, JATI = "64.71.04.1003", "64.71.04.1004"


def begun(wish: str, *texts: str, channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel)
    for text in (wish, *texts):
        player.type(text)
    return player


def answers(player: Player) -> dict[str, Any]:
    return {key: value for key, value in player.state.stack[-1].answers.items() if key != "reason"}


FORM = f"""Nama: RINA CONTOH
NIK: {NIK}
No. KK: {KK}
Alamat: Jl. Contoh 1
Kelurahan: Karang Rejo
Kecamatan: Balikpapan Tengah"""
WHOLE = {"name": "Rina Contoh", "nik": NIK, "kk_number": KK, "village": REJO}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"rina contoh {NIK} karang rejo", ("name", "nik", "village")),
        (f"rina contoh\n{NIK}\n{KK}", ("name", "nik", "kk_number")),
        (f"{NIK} {KK} rina contoh", ("name", "nik", "kk_number")),
        (f"{KK}\n{NIK}\nrina contoh", ("name", "nik", "kk_number")),
        (f"Rina Contoh / {NIK} / {KK} / Karang Rejo", ("name", "nik", "kk_number", "village")),
        (f"nama rina contoh nik {NIK} kk {KK} kelurahan karang rejo kec balikpapan tengah", tuple(WHOLE)),
        (FORM, tuple(WHOLE)),
        (FORM.replace("\n", " "), tuple(WHOLE)),
        (FORM.replace(": ", "=").upper(), tuple(WHOLE)),
        (f"NIK:{NIK}, Nama:Rina Contoh", ("name", "nik")),
        ("nama\t: rina contoh\nnik\t: 6471 0445 0690 0000\nkk\t: lupa", ("name", "nik")),
        (f"Rina Contoh, {NIK}", ("name", "nik")),
    ],
)
def test_all_that_can_be_read_is_taken_and_read_back(text: str, read: tuple[str, ...]) -> None:
    player = begun("kk rusak", text)
    taken = answers(player)
    assert {key: taken[key] for key in read} == {key: WHOLE[key] for key in read}
    assert player.says[0].key == "several-read"


def test_only_the_rest_is_asked() -> None:
    player = begun("kk rusak", f"rina contoh {NIK} karang rejo")
    assert player.says[-1].key == "ask-kk_number"
    player.type("lupa")
    assert player.says[-1].key == "ask-paper-first"


@pytest.mark.parametrize(("said", "sex"), [("lalaki", "male"), ("awewe", "female"), ("laki2", "male")])
def test_a_sex_is_no_place(said: str, sex: str) -> None:
    player = begun("akta lahir anak saya", "1", "1", NIK, "kesupen", "Bima Contoh", "12 november 2026", said)
    taken = answers(player)
    assert (taken["sex"], taken["kk_number"], "birth_place" in taken) == (sex, "", False)


def test_a_number_put_right_is_not_the_next_one() -> None:
    player = begun("kk rusak", "rina contoh", NIK, f"eh salah {MAN}")
    assert (answers(player)["nik"], player.says[-1].key) == (MAN, "ask-kk_number")


def test_numbers_are_read_back_masked() -> None:
    player = begun("kk rusak")
    (message,) = player.type(FORM)
    assert message.text.startswith(
        "Kami baca: Nama: Rina Contoh, NIK: ...0000, No. KK: ...0000, Kelurahan: Karang Rejo."
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (f"Nama: Rina Contoh\nNIK: 12345\nNo KK: {KK}", ["several-read", "nik-length", "ask-nik"]),
        ("Nama: Rina Contoh\nNIK: 6471O445O69OOOOO", ["several-read", "number-read"]),
        ("rina contoh 6471044513900000", ["several-read", "nik-odd"]),
        (f"Nama: Rina Contoh\nNIK: {NIK}\nKK: {NIK}", ["several-read", "kk-same", "ask-kk_number"]),
    ],
)
def test_what_does_not_do_is_said_where_it_is_asked_next(text: str, asked: list[str]) -> None:
    assert [say.key for say in begun("kk rusak", text).says] == asked


def test_what_is_read_back_can_be_confirmed() -> None:
    player = begun("kk rusak", "Nama: Rina Contoh\nNIK: 6471O445O69OOOOO")
    player.press("accept")
    assert (player.says[-1].key, answers(player)["nik"]) == ("ask-kk_number", NIK)


@pytest.mark.parametrize(
    ("wish", "texts", "expected"),
    [
        ("kk rusak", ["rina contoh", f"{NIK} karang rejo"], {"village": REJO}),
        ("kk rusak", ["rina contoh", f"{NIK}\n{KK}"], {"kk_number": KK}),
        ("kk rusak", ["rina contoh", f"nik {NIK} no kk {KK}"], {"kk_number": KK}),
        ("kk rusak", ["rina contoh", NIK, "Nama: Rini Contoh"], {"name": "Rini Contoh"}),
        ("kk rusak", ["Kelurahan: Karang Jati\nNama: Rina Contoh"], {"village": JATI}),
        ("akta lahir", [f"{NIK}, {KK}, 12-11-2026"], {"birth_date": "2026-11-12"}),
        ("akta lahir", [f"NIK: {NIK}\nNama anak: Bima Contoh\nTTL: Balikpapan, 12-11-2026\nJK: Laki-laki"],
         {"child_name": "Bima Contoh", "birth_place": "Balikpapan", "birth_date": "2026-11-12", "sex": "male"}),
        ("akta lahir", ["ya", "ada", "punya", NIK, "lupa", "bima contoh lahir 12-11-2026"],
         {"child_name": "Bima Contoh", "birth_date": "2026-11-12"}),
        ("akta lahir", ["ya", "ada", "punya", f"{NIK} terima kasih"], {"nik": NIK}),
    ],
)  # fmt: skip
def test_answers_to_later_questions_are_not_asked_again(wish: str, texts: list[str], expected: dict[str, str]) -> None:
    taken = answers(begun(wish, *texts))
    assert taken == taken | expected


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("nama saya rina contoh", "name", "Rina Contoh"),
        ("Rina Contoh, S.Pd.", "name", "Rina Contoh, S.Pd."),
        ("rina\ncontoh", "name", "Rina Contoh"),
    ],
)
def test_one_answer_is_one_answer(text: str, key: str, value: str) -> None:
    player = begun("kk rusak", text)
    assert answers(player) == {key: value}
    assert [say.key for say in player.says] == ["ask-nik"]


def test_one_village_with_its_larger_places_is_one_answer() -> None:
    player = begun(
        "kk rusak", "rina contoh", NIK, "lupa", "kelurahan karang rejo, kec. balikpapan tengah, kota balikpapan"
    )
    assert (answers(player)["village"], player.says[0].key) == (REJO, "village-found")


@pytest.mark.parametrize("text", ["pindah ke samarinda, nik tetap", "alamat: jl contoh", f"kepala keluarga {NIK}"])
def test_a_free_text_is_kept_as_it_is(text: str) -> None:
    player = begun("ubah kk", "data berubah", "saya", "rina contoh", NIK, KK, "karang rejo", text)
    assert answers(player)["what_changes"] == text


def test_an_answer_to_a_choice_with_more_is_taken_whole() -> None:
    player = begun("ktp hilang", f"Nama: Rina Contoh\nNIK: {NIK}\nKelurahan: Karang Rejo")
    assert player.says[-1].key == "ask-for_whom"
    player.press("self")
    player.press("here")
    assert player.says[-1].key == "ask-kk_number"


@pytest.mark.parametrize("text", [f"NIK {NIK}", NIK])
def test_a_number_given_at_a_choice_is_not_asked_for_again(text: str) -> None:
    player = begun("ktp hilang", text)
    assert answers(player)["nik"] == NIK and player.says[-1].key == "ask-for_whom"


def test_a_date_given_at_a_choice_is_kept() -> None:
    player = begun("akta lahir anak saya", "12 november 26")
    assert answers(player)["birth_date"] == "2026-11-12"


def test_a_number_alone_where_several_answers_are_asked_is_kept() -> None:
    player = begun("bpjs minta kk rusak", channel=Channel.SMS)
    player.begin("application:KK-HR")
    player.type("2")
    player.type(NIK)
    assert answers(player)["nik"] == NIK and player.says[0].key == "several-read"


LINES = st.lists(
    st.sampled_from(
        ["Nama: ", "NIK: ", "No. KK:", "kel ", "karang rejo", NIK, KK, "rina", "\n", " ", ",", "TTL:", "lupa"]
    )
    | st.text(max_size=12),
    max_size=14,
)


@settings(deadline=None, max_examples=100)
@given(LINES, st.sampled_from([(), ("rina contoh",), ("rina contoh", NIK), ("rina contoh", NIK, "lupa")]))
def test_any_message_is_answered(parts: list[str], before: tuple[str, ...]) -> None:
    player = begun("kk rusak", *before)
    text = "".join(parts)
    assert player.type(text) or not text.strip()


@pytest.mark.parametrize("given", [(), ("tidak ada", "rina contoh")])
def test_a_village_at_a_choice_or_a_number_is_kept(given: tuple[str, ...]) -> None:
    player = Player()
    for text in ("kk hilang", *given):
        player.type(text)
    (message,) = player.type("karang rejo")
    assert message.text.startswith("Kami baca: Kelurahan: Karang Rejo. ")
    assert player.state.stack[-1].answers["village"] == "64.71.04.1003"


@pytest.mark.parametrize("text", ["nik saya 6471044506900000", "nik saya itu 6471044506900000"])
def test_a_number_with_whose_it_is_asks_for_nothing_else(text: str) -> None:
    player = Player()
    player.type("kk hilang")
    player.type(text)
    assert player.state.stack[-1].answers == {"reason": "lost", "nik": "6471044506900000"}
