"""What an earlier request was told of a person is offered in the next one for them, and for nobody else."""

from __future__ import annotations

import pytest

from bot.flow import ToldBefore
from tests.bot.player import Player

BIRTH = {
    "birth_proof": "letter", "parent": "yes", "marriage_proof": "have", "nik": "6471041506900000",
    "kk_number": "6471041203150000", "child_name": "Bima Contoh", "birth_date": "2026-11-12",
    "birth_place": "Balikpapan", "sex": "male", "child_number": "2",
}  # fmt: skip
CARD = {
    "for_whom": "self",
    "name": "Rina Contoh",
    "nik": "6471044506900000",
    "kk_number": "",
    "village": "64.71.04.1003",
}


def after(service: str, answers: dict[str, str]) -> Player:
    return Player(told=(ToldBefore("BPP-00412", service, answers),))


def answers(player: Player) -> dict[str, object]:
    return player.state.stack[-1].answers


def test_the_child_of_a_birth_certificate_is_offered_for_a_childs_card() -> None:
    player = after("AKL", BIRTH)
    player.type("mau bikin kia anak saya")
    assert player.says[-1].key == "told-before" and player.says[-1].args["name"] == "B... C..."
    player.type("ya")
    taken = ("child_name", "birth_date", "nik", "kk_number")
    assert {key: answers(player)[key] for key in taken} == {key: BIRTH[key] for key in taken}
    assert player.says[-1].key == "ask-village"


def test_another_name_is_another_person() -> None:
    player = after("KTP-R", CARD)
    player.type("kk rusak")
    player.type("rini contoh")
    assert player.says[-1].key == "ask-nik"


def test_somebody_else_is_asked_for_all() -> None:
    player = after("AKL", BIRTH)
    player.type("mau bikin kia anak saya")
    player.type("anak lain")
    player.type("siti contoh")
    assert answers(player).keys().isdisjoint(BIRTH.keys() - {"parent", "child_name"})
    assert player.says[-1].key == "ask-birth_date"


def test_it_is_not_offered_again_after_an_answer_that_does_not_do() -> None:
    player = after("AKL", BIRTH)
    for said in ("mau bikin kia anak saya", "anak lain", "1"):
        player.type(said)
    assert [say.key for say in player.says] == ["name-unclear", "ask-child_name"]


def test_the_same_number_brings_what_was_told_of_it() -> None:
    player = after("KTP-R", CARD)
    player.type("kk rusak nik 6471044506900000")
    assert player.says[-1].key == "told-before"
    player.type("iya")
    assert answers(player)["name"] == "Rina Contoh" and player.says[-1].key.startswith("ask-paper")


@pytest.mark.parametrize(
    ("service", "told", "wish"),
    [
        ("KTP-R", CARD, "ktp saya rusak"),  # it is done already
        ("KTP-R", CARD | {"for_whom": "same_kk"}, "ktp saya hilang"),  # of another person
        ("KTP-R", CARD, "mau bikin kia anak saya"),
        ("AKL", BIRTH, "ktp saya hilang"),  # a parent's NIK is no name
    ],
)
def test_nothing_is_offered_of_another(service: str, told: dict[str, str], wish: str) -> None:
    player = after(service, told)
    player.type(wish)
    if player.says[-1].key == "ask-domicile":
        player.type("ya")
    assert "told-before" not in [say.key for say in player.says]
    assert "name" in player.says[-1].key


def test_a_move_leaves_address_and_family_card_behind() -> None:
    player = after("PINDAH", CARD | {"kk_number": "6471041203150000"})
    player.type("ktp saya hilang")
    player.type("ya")
    player.type("ya")
    assert {"kk_number", "village"}.isdisjoint(answers(player)) and answers(player)["nik"] == CARD["nik"]


def test_who_sends_the_fields_by_sms_is_taken_at_their_word() -> None:
    player = after("KTP-R", CARD)
    player.type("kk rusak")
    player.type("Budi Contoh, 6471041506900000, lupa, karang rejo")
    assert answers(player)["name"] == "Budi Contoh"
