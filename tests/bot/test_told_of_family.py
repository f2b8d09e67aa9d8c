"""The parents and the family card of an earlier request are offered for another child, or another of the card."""

from __future__ import annotations

import pytest

from registry.models import Channel
from tests.bot.player import CHANNELS
from tests.bot.test_told_before import BIRTH, CARD, after, answers

OWN = CARD | {"kk_number": "6471041203150000"}


@pytest.mark.parametrize("channel", CHANNELS)
def test_of_another_child_of_theirs_parents_are_not_asked_for_again(channel: Channel) -> None:
    player = after("AKL", BIRTH)
    player.channel = channel
    for said in ("mau buat akta lahir anak saya", "ada", "punya"):
        player.type(said)
    assert player.says[-1].key == "told-of-family" and player.says[-1].args["number"] == "BPP-00412"
    player.type("sama")
    assert {key: answers(player)[key] for key in ("nik", "kk_number")} == {
        key: BIRTH[key] for key in ("nik", "kk_number")
    }
    assert "child_name" not in answers(player) and player.says[-1].key in ("ask-own-or-child_name", "ask-together")


def test_by_sms_it_comes_before_what_is_asked_together() -> None:
    player = after("KIA-BARU", OWN | {"parent": "yes", "child_name": "Bima Contoh"})
    player.channel = Channel.SMS
    player.type("kia anak saya yang kedua")
    assert player.says[-1].key == "told-of-family"
    player.type("1")
    assert {key: answers(player)[key] for key in ("nik", "kk_number", "village")} == {
        key: OWN[key] for key in ("nik", "kk_number", "village")
    }
    player.type("siti contoh, 3-5-2021")
    assert answers(player)["child_name"] == "Siti Contoh"


def test_another_child_than_the_one_offered_may_have_the_same_parents() -> None:
    player = after("AKL", BIRTH)
    for said in ("mau bikin kia anak saya", "anak lain", "siti contoh", "12-11-2020"):
        player.type(said)
    assert player.says[-1].key == "told-of-family"
    player.type("beda")
    assert player.says[-1].key == "ask-parent-nik"
    player.type("647104150690")
    assert player.says[-1].key == "ask-parent-nik"
    player.type("6471041506900000")
    assert player.says[-1].key == "ask-kk_number"


def test_who_files_as_a_parent_is_known_from_their_own_request() -> None:
    player = after("KTP-R", OWN)
    for said in ("mau bikin kia anak saya", "siti contoh", "12-11-2020", "ya"):
        player.type(said)
    assert answers(player).items() >= {key: OWN[key] for key in ("nik", "kk_number", "village")}.items()


def test_another_of_the_same_card_is_asked_for_their_own_number_only() -> None:
    player = after("KTP-R", OWN)
    for said in ("ktp istri saya rusak", "ya", "siti contoh", "6471044506920000"):
        player.type(said)
    assert player.says[-1].key == "told-of-family"
    player.press("told_before")
    assert answers(player)["kk_number"] == OWN["kk_number"] and answers(player)["nik"] == "6471044506920000"


@pytest.mark.parametrize(
    ("service", "told", "wish"),
    [
        ("AKL", BIRTH | {"parent": "no"}, "mau bikin kia anak saya"),  # a midwife's
        ("AKL", BIRTH, "bidan mau bikin kia bayi pasien"),
        ("KTP-R", OWN | {"for_whom": "other"}, "mau bikin kia anak saya"),
        ("PINDAH", OWN, "mau bikin kia anak saya"),  # the card is another by now
    ],
)
def test_the_family_of_others_is_not_offered(service: str, told: dict[str, str], wish: str) -> None:
    player = after(service, told)
    for said in (wish, "bukan", "siti contoh", "12-11-2020"):
        player.type(said)
    assert "told-of-family" not in [say.key for say in player.says]
    assert player.says[-1].key.startswith("ask-")
