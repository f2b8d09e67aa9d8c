"""By SMS, what is answered in words is asked several at once; whatever comes of it is taken, and the rest asked."""

from __future__ import annotations

import pytest

from registry.models import Channel
from tests.bot.player import Player

NIK, KK, REJO = "6471044506900000", "6471041203150000", "64.71.04.1003"
ALL = {"name": "Rina Contoh", "nik": NIK, "kk_number": KK, "village": REJO}


def asked(channel: Channel = Channel.SMS) -> Player:
    player = Player(channel)
    player.type("kk saya rusak")
    return player


def given(player: Player) -> dict[str, str]:
    answers = player.state.stack[-1].answers
    return {key: answers[key] for key in ALL if key in answers}


@pytest.mark.parametrize(
    "reply",
    [
        f"rina contoh, {NIK}, {KK}, karang rejo",
        f"rina contoh#{NIK}#{KK}#karang rejo",
        f"rina contoh\n{NIK}\n{KK}\nkarang rejo",
        f"rina contoh {NIK} {KK} karang rejo",
        f"nama: rina contoh, nik: {NIK}, no kk: {KK}, kelurahan: karang rejo",
        f"#rina contoh * {NIK[:4]} {NIK[4:]} * {KK} * Karang Rejo * Balikpapan Tengah",
    ],
)
def test_all_of_them_in_one_reply(reply: str) -> None:
    player = asked()
    player.type(reply)
    assert given(player) == ALL
    assert player.says[-1].key == "ask-papers-page"


def test_what_is_left_out_is_asked_afterwards() -> None:
    player = asked()
    player.type("rina contoh")
    assert player.says[-1].key == "ask-together"
    player.type(f"{NIK}, lupa, karang rejo")
    assert given(player) == {**ALL, "kk_number": ""}


def test_two_are_as_soon_asked_one_by_one() -> None:
    player = asked()
    player.type(f"rina contoh, {NIK}")
    assert player.says[-1].key == "ask-kk_number"


def test_a_choice_may_be_among_them_where_its_name_says_how() -> None:
    player = Player(Channel.SMS)
    for reply in ("akta lahir anak", "1", "1", "1", f"{NIK}, lupa, sari contoh, 12-11-2026, balikpapan, P, 2"):
        player.type(reply)
    answers = player.state.stack[-1].answers
    assert (answers["sex"], answers["child_number"]) == ("female", 2)


def test_a_number_that_does_not_do_is_asked_for_alone_and_puts_no_other_in_its_place() -> None:
    player = asked()
    player.type(f"rina contoh, {NIK[:-1]}, {KK}, karang rejo")
    assert [say.key for say in player.says] == ["nik-length", "ask-nik"]
    assert given(player) == {key: each for key, each in ALL.items() if key != "nik"}


def test_after_something_else_the_question_comes_back_alone() -> None:
    player = asked()
    player.type("jam buka?")
    assert [say.key for say in player.says] == ["told-hours", "resumed", "ask-name"]
    player.type(f"rina contoh, {NIK}, {KK}, karang rejo")
    assert given(player) == ALL


def test_a_free_text_comes_last_with_all_its_commas() -> None:
    player = Player(Channel.SMS)
    player.type("tambah anak di kk")
    player.type("1")
    player.type(f"rina contoh, {NIK}, lupa, karang rejo, tambah Bima Contoh, lahir 12-11-2026")
    assert player.state.stack[-1].answers["what_changes"] == "tambah Bima Contoh, lahir 12-11-2026"


BIRTH = "6471044506900000, 6471041203150000, bagas contoh, 12-11-2026, balikpapan, L, 2"


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.WHATSAPP])
def test_a_row_of_answers_is_read_where_one_was_asked_for(channel: Channel) -> None:
    player = Player(channel)
    for reply in ("akta lahir anak saya", "1", "1", "0", BIRTH):
        player.type(reply)
    answers = player.state.stack[-1].answers
    assert (answers["child_name"], answers["sex"], answers["child_number"]) == ("Bagas Contoh", "male", 2)


def test_where_messages_cost_nothing_each_is_asked_by_itself() -> None:
    assert asked(Channel.WHATSAPP).says[-1].key == "ask-name"


MOVING = ("1", "2", "1")  # for oneself, the whole family, for work
LEAVING = {"new_town": "Tenggarong", "moving_to": "jl mawar 3"}


def moving(reply: str) -> Player:
    player = Player(Channel.SMS)
    for text in (f"PINDAH#{NIK}#{KK}#Rina Contoh#Karang Rejo", *MOVING, reply):
        player.type(text)
    return player


@pytest.mark.parametrize("day", ["1 des", "tgl 1 desember", "1 desember", "bulan depan", "tanggal 1", "31-02-2026"])
def test_a_day_that_is_not_whole_puts_nothing_out_of_place(day: str) -> None:
    answers = moving(f"{day}, tenggarong, jl mawar 3").state.stack[-1].answers
    assert {key: answers[key] for key in LEAVING} == LEAVING
    assert "move_date" not in answers


@pytest.mark.parametrize(("said", "day"), [("1", "2026-12-01"), ("ya", "2026-12-01"), ("tahun 2027", "2027-12-01")])
def test_the_year_alone_completes_the_day(said: str, day: str) -> None:
    player = moving("1 des, tenggarong, jl mawar 3")
    assert player.says[-1].key == "date-year"
    player.type(said)
    assert player.state.stack[-1].answers["move_date"] == day


def test_of_a_whole_list_only_the_year_is_asked() -> None:
    player = Player(Channel.SMS)
    for text in ("akta kematian", "1", "1", f"Fatimah,lupa,lupa,5 november,balikpapan,Dani Contoh,{NIK}", "ya"):
        player.type(text)
    given = {"deceased_name": "Fatimah", "death_date": "2026-11-05", "death_place": "Balikpapan"}
    given |= {"applicant_name": "Dani Contoh", "applicant_nik": NIK}
    assert {key: player.state.stack[-1].answers.get(key) for key in given} == given


def test_what_is_told_in_another_order_is_read_as_well() -> None:
    answers = moving("tenggarong, 1-12-2026, jl mawar 3").state.stack[-1].answers
    assert {key: answers[key] for key in LEAVING} == LEAVING
    assert answers["move_date"] == "2026-12-01"
