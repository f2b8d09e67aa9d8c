"""What is said before it is asked for: a number at the menu, BAWA before the papers, an answer beside an offer."""

from __future__ import annotations

import pytest

from bot.says import Say
from registry.models import Channel
from tests.bot.player import Player

NIK, KK = "6471044506900000", "6471041203150000"


def after(*texts: str, channel: Channel = Channel.WHATSAPP) -> Player:
    player = Player(channel)
    for text in texts:
        player.type(text)
    return player


def answers(player: Player) -> dict[str, object]:
    return player.state.stack[-1].answers


def keys(player: Player) -> list[str]:
    return [say.key for say in player.says]


def last(player: Player) -> Say:
    return player.says[-1]


@pytest.mark.parametrize("wish", [("kk hilang",), ("kartu keluarga", "KK hilang atau rusak", "hilang")])
def test_a_number_at_the_menu_is_kept_for_the_request(wish: tuple[str, ...]) -> None:
    player = after("menu", NIK)
    assert last(player).args["how"] == "number"
    for text in wish:
        player.type(text)
    assert answers(player)["nik"] == NIK and answers(player)["reason"] == "lost"


def test_the_name_of_a_service_says_no_more_than_the_list() -> None:
    player = after("kk", "kk hilang atau rusak")
    assert "reason" not in answers(player)


def test_of_a_number_that_nobody_asked_for_none_is_needed() -> None:
    assert "number-not-needed" in keys(after("menu", "ga punya nomor nya"))


def test_papers_to_be_brought_are_not_asked_for_any_more() -> None:
    player = after("kk rusak", "bawa", "rina contoh", NIK, "lupa", "karang rejo")
    assert answers(player)["paper:ktp"] == answers(player)["paper:damaged_kk"] == "bring"
    assert last(player).key == "summary"


def test_papers_to_be_brought_by_sms() -> None:
    player = after("kk rusak", "bawa", f"rina contoh, {NIK}, lupa, karang rejo", channel=Channel.SMS)
    assert last(player).key == "summary" and answers(player)["paper:ktp"] == "bring"


@pytest.mark.parametrize("text", ["bima contoh", f"Bima Contoh {NIK}", "buat anak saya"])
def test_an_answer_beside_the_offer_of_a_request_begins_it(text: str) -> None:
    player = after("syarat bikin kia apa?", text)
    assert player.state.stack[-1].flow == "application:KIA-BARU" and answers(player)


def test_beside_two_requests_an_answer_begins_neither() -> None:
    player = Player()
    player.begin("which", asks="which-two", options=[{"id": "service:KK-HR", "label": "service-KK-HR"},
                 {"id": "service:KTP-H", "label": "service-KTP-H"}],
                 told={"application:KK-HR": [{}, {}], "application:KTP-H": [{}, {}]}, service="")  # fmt: skip
    player.type(f"rina contoh {NIK}")
    assert player.state.stack[-1].flow == "which" and keys(player)[0] == "noted-first"


@pytest.mark.parametrize("text", ["ya", "iya min", "betul"])
def test_yes_to_a_list_asks_which(text: str) -> None:
    player = after("kk", text)
    assert keys(player)[0] == "choose-one" and player.state.stack[-1].flow == "menu"


@pytest.mark.parametrize("text", ["ga tau", "nda tau", "i don't know"])
def test_who_does_not_know_says_no_to_nothing(text: str) -> None:
    assert "parent" not in answers(after("kia hilang", text))


@pytest.mark.parametrize("text", ["nomor kk ga ada", "no kk nya lupa", "nomor kk nya ga punya"])
def test_a_number_that_is_not_there_is_no_answer_to_a_choice(text: str) -> None:
    player = after("lapor kematian bapak", text)
    assert answers(player)["kk_number"] == "" and "death_proof" not in answers(player)


def test_a_family_card_number_before_the_nik_finds_its_place() -> None:
    player = after("lapor kematian bapak", "1", "1", KK, "6471041506500000", channel=Channel.SMS)
    assert answers(player)["deceased_nik"] == "6471041506500000" and answers(player)["kk_number"] == KK


def test_in_the_order_that_was_asked_for_both_stay() -> None:
    player = after("lapor kematian bapak", "1", "1", "6471041506500000", KK, channel=Channel.SMS)
    assert answers(player)["deceased_nik"] == "6471041506500000" and answers(player)["kk_number"] == KK


@pytest.mark.parametrize("text", ["LAMA BANGET KTP SAYA", "lama sekali kk saya ga jadi2"])
def test_who_has_waited_long_wants_no_list(text: str) -> None:
    assert "sorry-to-wait" in keys(after("menu", text))


@pytest.mark.parametrize("text", ["NIK saya ga kedetect di bpjs", "nik sy ditolak bank", "nik ga terdaftar kata bank"])
def test_where_a_nik_is_refused_is_enough(text: str) -> None:
    assert after(text).state.stack[-1].flow == "application:NIK-KONSOL"


@pytest.mark.parametrize("text", ["cara daftar bpjs gimana", "bpjs saya ga aktif"])
def test_of_bpjs_alone_nothing_is_begun(text: str) -> None:
    assert "application:NIK-KONSOL" not in [frame.flow for frame in after(text).state.stack]


def test_what_a_request_asks_first_begins_it_beside_its_offer() -> None:
    player = after("syarat kk hilang atau rusak", "rusak")
    assert player.state.stack[-1].flow == "application:KK-HR" and answers(player)["reason"] == "damaged"


@pytest.mark.parametrize("told", ["Rina Contoh, {}, lupa, karang rejo", "rina contoh nik {}, kk lupa, kel karang rejo"])
def test_what_was_forgotten_is_told_among_other_answers(told: str) -> None:
    player = after("ktp saya rusak", told.format(NIK))
    assert answers(player)["kk_number"] == "" and answers(player)["village"] == "64.71.04.1003"
