"""Parts of long messages come in any order, twice, late, or not at all."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations

import pytest

from notifications.channels.gammu.joining import PATIENCE, Piece, joined, place_of

AT = datetime(2026, 11, 27, 6, 0)  # noqa: DTZ001 - a clock of another program, without a zone
PARTS = ("kk saya ", "hilang ", "kemarin")


def piece(number: int, text: str, header: str = "", *, citizen: str = "+62812", at: datetime = AT) -> Piece:
    return Piece(number, "balikpapan", citizen, text, header, at, "2026-11-27 06:00:00")


def part(number: int, position: int, text: str = "", *, reference: str = "D3", citizen: str = "+62812") -> Piece:
    return piece(number, text or PARTS[position - 1], f"050003{reference}03{position:02}", citizen=citizen)


def said(*pieces: Piece, at: datetime = AT) -> list[str]:
    return [letter.text for letter in joined(pieces, at)]


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])))
def test_parts_are_joined_whatever_their_order(order: tuple[int, ...]) -> None:
    assert said(*[part(number, position) for number, position in enumerate(order, 1)]) == ["kk saya hilang kemarin"]


def test_one_that_misses_a_part_waits_for_it_and_then_no_longer() -> None:
    came = [part(1, 1), part(2, 3)]
    assert said(*came, at=AT + PATIENCE - timedelta(seconds=1)) == []
    assert said(*came, at=AT + PATIENCE) == ["kk saya  ... kemarin"]


def test_what_waits_holds_nobody_up() -> None:
    assert said(part(1, 1), piece(2, "menu", citizen="+62813"), piece(3, "status")) == ["menu", "status"]


def test_a_part_that_came_twice_is_read_once_and_goes_with_the_rest() -> None:
    (letter,) = joined([part(1, 1), part(2, 1), part(3, 2), part(4, 3)], AT)
    assert (letter.text, sorted(letter.ids)) == ("kk saya hilang kemarin", [1, 2, 3, 4])


def test_a_reference_that_is_used_again_is_another_message() -> None:
    first = [part(number, number) for number in (1, 2, 3)]
    second = [part(number + 3, number, f"lain {number} ") for number in (1, 2, 3)]
    assert said(*first, *second) == ["kk saya hilang kemarin", "lain 1 lain 2 lain 3 "]


def test_parts_of_two_citizens_with_the_same_reference_stay_apart() -> None:
    mixed = [part(1, 1), part(2, 1, "a", citizen="+62813"), part(3, 2), part(4, 2, "b", citizen="+62813"),
             part(5, 3), part(6, 3, "c", citizen="+62813")]  # fmt: skip
    assert said(*mixed) == ["kk saya hilang kemarin", "abc"]


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("050003D30201", (0xD3, 2, 1)),
        ("06080412340302", (0x1234, 3, 2)),
        ("0B0504158200000003D30201", (0xD3, 2, 1)),
        ("06050415820000", None),
        ("050003D30101", None),
        ("050003D30203", None),
        ("050003D302", None),
        ("not hex", None),
        ("", None),
    ],
)
def test_a_header_says_which_part_of_how_many(header: str, place: tuple[int, int, int] | None) -> None:
    found = place_of(header)
    assert (found and (found.reference, found.parts, found.position)) == place


def test_a_message_has_one_name_in_one_life_of_the_tables() -> None:
    def named(*pieces: Piece) -> str:
        return joined(pieces, AT)[0].sid

    whole = [part(1, 1), part(2, 2), part(3, 3)]
    assert named(*whole) == named(*reversed(whole)) and len(named(*whole)) <= 34
    later = Piece(1, "balikpapan", "+62812", "menu", "", AT, "2026-11-28 06:00:00")
    assert named(piece(1, "menu")) != named(later)
