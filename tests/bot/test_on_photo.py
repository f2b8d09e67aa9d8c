"""Numbers that stand on a photo: read back, and an answer only once it is said that they are right."""

from __future__ import annotations

from typing import Any

import pytest

from registry.uploads.reading import Reading
from tests.bot.photographer import image, labels, text
from tests.bot.player import Player

MINE, THEIRS, FAMILY = "6471044506900000", "6471041708870000", "6471041203150000"
CARD, THEIR_CARD = Reading(("ktp", "damaged_ktp"), (MINE,)), Reading(("ktp", "damaged_ktp"), (THEIRS,))
FAMILY_CARD = Reading(("kk",), (FAMILY, MINE, THEIRS), family=FAMILY)


def at_nik(*readings: Reading, verdict: str = "fine") -> Player:
    """The photos came at the question before it."""
    player = Player()
    player.begin("application:KTP-R")
    player.press("self")
    player.press("here")
    player.show(*(image(reading, verdict) for reading in readings))
    player.type("Rina Contoh")
    return player


def answer(player: Player, key: str) -> Any:
    top = player.state.top
    assert top is not None
    return top.answers.get(key)


def test_the_nik_on_the_card_is_read_back_and_no_answer_yet() -> None:
    player = at_nik(CARD)
    assert player.says[-1].key == "number-on-photo" and labels(player) == ["accept", "retype"]
    assert answer(player, "nik") is None
    player.type("iya benar")
    assert answer(player, "nik") == MINE


def test_whose_it_is_not_types_it_and_is_not_offered_it_again() -> None:
    player = at_nik(CARD)
    assert text(player.type("bukan")).startswith("NIK Anda? 16 angka")
    assert text(player.type("entah")).endswith("NIK Anda? 16 angka di KTP.")
    player.type(THEIRS)
    assert answer(player, "nik") == THEIRS


def test_another_number_typed_to_it_is_the_answer() -> None:
    player = at_nik(CARD)
    player.type(THEIRS)
    assert answer(player, "nik") == THEIRS


@pytest.mark.parametrize(
    "readings",
    [
        (CARD, THEIR_CARD),  # of two people
        (Reading(("ktp",), (MINE, THEIRS)),),
        (Reading(("ktp",)),),
        (FAMILY_CARD,),  # of many
        (Reading(("police_letter",), (MINE,)),),
        (Reading(("ktp",), ("6471049906900000",)),),  # odd
    ],
)
def test_what_may_be_another_number_is_asked_for(readings: tuple[Reading, ...]) -> None:
    assert at_nik(*readings).says[-1].key == "ask-nik"


def test_a_photo_that_can_hardly_be_read_offers_nothing() -> None:
    assert at_nik(CARD, verdict="blurred").says[-1].key == "ask-nik"


def test_the_number_of_the_family_card_is_read_back_where_the_person_is_listed() -> None:
    player = at_nik(FAMILY_CARD)
    assert text(player.type(MINE)) == "No. KK di foto KK: ...0000. Benar?"
    player.press("accept")
    assert answer(player, "kk_number") == FAMILY


def test_a_family_card_without_the_person_offers_nothing() -> None:
    player = at_nik(Reading(("kk",), (FAMILY, THEIRS), family=FAMILY))
    player.type(MINE)
    assert player.says[-1].key == "ask-kk_number"


def test_of_the_dead_no_card_is_read_back() -> None:
    player = Player()
    player.begin("application:AKM")
    player.show(image(CARD))
    seen = set()
    for said in ("family", "letter"):
        player.press(said) if said in labels(player) else None
    for said in ("Budi Contoh", "lupa"):
        player.type(said)
        seen.add(player.says[-1].key)
    assert "number-on-photo" not in seen
