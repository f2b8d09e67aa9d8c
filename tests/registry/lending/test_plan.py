"""The printing plan: the numbers that the province told the press, and small cases tried in every way there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

import pytest

from registry.lending.plan import Plan, alone, printable, propose
from registry.lending.programme import KEPT
from registry.lending.situation import Binds, Situation

# East Kalimantan on 12 May 2020, as told to the press: sukets, 53 printers of 200 cards a day, 26,855 blanks. How the
# last two spread over the offices was not told; here as its later figures suggest.
SUKET = {"Kukar": 50_645, "Balikpapan": 21_537, "Kutim": 15_354, "Samarinda": 8_018, "Berau": 2_505, "Paser": 2_505,
         "Bontang": 2_504, "PPU": 0, "Kubar": 0, "Mahulu": 0}  # fmt: skip
PRINTERS = (14, 5, 8, 10, 3, 3, 3, 3, 2, 2)
STOCK = (8_000, 7_000, 5_000, 3_000, 900, 900, 900, 755, 200, 200)
A_DAY = 200


def kaltim(*, blanks: Sequence[int] = STOCK) -> list[Situation]:
    rows = zip(SUKET.values(), PRINTERS, blanks, strict=True)
    return [Situation(n, work, {A_DAY: printers}, stock) for n, (work, printers, stock) in enumerate(rows, 1)]


def test_by_printers_alone_it_takes_ten_days() -> None:
    work, printers = sum(SUKET.values()), sum(PRINTERS)
    assert (work, printers) == (103_068, 53)
    one = Situation(1, work, {A_DAY: printers}, work)
    assert (round(work / one.capacity, 2), one.days, one.binds) == (9.72, 10, Binds.PRINTERS)


def test_the_blanks_in_stock_bind() -> None:
    one = Situation(1, sum(SUKET.values()), {A_DAY: sum(PRINTERS)}, sum(STOCK))
    assert sum(STOCK) == 26_855
    assert (one.printable, one.days, one.binds) == (26_855, 3, Binds.BLANKS)
    assert sum(SUKET.values()) - printable(kaltim()) == 76_213


def test_lending_ends_earlier_and_districts_without_suket_lend() -> None:
    enough = kaltim(blanks=[*list(SUKET.values())[:7], 500, 500, 500])
    plan = propose(enough)
    assert alone(enough) == 22 and plan.days == 12
    lenders = {move.lender for move in plan.moves if move.capacity}
    assert {8, 9, 10} & lenders
    assert alone(plan.after) == plan.days  # the moves do what the plan says, counted without the solver
    assert all(each.capacity >= KEPT * A_DAY for each in plan.after)


def test_a_printer_that_stands_still_prints_elsewhere() -> None:
    plan = propose([Situation(1, 4_000, {200: 1}, 4_000), Situation(2, 0, {200: 2}, 0)])
    assert [(m.lender, m.borrower, m.pieces, m.capacity) for m in plan.moves] == [(2, 1, 1, 200)]
    assert plan.days == 10


def test_blanks_that_lie_idle_are_printed_on_elsewhere() -> None:
    plan = propose([Situation(1, 1_000, {200: 2}, 300), Situation(2, 0, {200: 1}, 900)])
    assert [(m.lender, m.borrower, m.pieces, m.capacity) for m in plan.moves] == [(2, 1, 700, None)]
    assert plan.days == 3


def test_promised_blanks_are_waited_for() -> None:
    late = Situation(1, 1_000, {200: 5}, 0, {4: 1_000})
    assert (late.days, late.binds) == (5, Binds.BLANKS)
    assert propose([late, Situation(2, 0, {200: 1}, 0)]).days == 5


def test_what_needs_nothing_moves_nothing() -> None:
    even = [Situation(n, 400, {200: 1}, 400) for n in (1, 2)]
    assert propose(even) == Plan(2, [], even)


@pytest.mark.parametrize(
    ("situations", "days"),
    [
        ([], 0),
        ([Situation(1, 0, {}, 0)], 0),
        ([Situation(1, 500, {}, 500)], None),
        ([Situation(1, 500, {200: 1}, 0)], 0),
        ([Situation(1, 500, {200: 1}, 500)], 3),
        ([Situation(1, 100_000_000, {1: 1}, 100_000_000)], None),
    ],
)
def test_the_edges(situations: list[Situation], days: int | None) -> None:
    assert propose(situations).days == days


@pytest.mark.parametrize("seed", range(25))
def test_no_way_of_lending_ends_earlier(seed: int) -> None:
    """Two or three small offices, each way of sharing their printers and blanks tried."""
    chance = Random(seed)
    situations = [
        Situation(n, chance.randrange(0, 9), {2: chance.randrange(0, 3)}, chance.randrange(0, 6),
                  {chance.randrange(1, 4): chance.randrange(1, 4)} if chance.random() < 0.4 else {})
        for n in range(1, chance.choice((3, 4)))
    ]  # fmt: skip
    plan = propose(situations)
    assert plan.days == min(_ends(situations), default=None)
    if plan.days:
        assert alone(plan.after) == plan.days
        assert sum(each.printable for each in plan.after) == printable(situations)


def _ends(situations: list[Situation]) -> Iterator[int]:
    """The days of every sharing out that prints all that can be printed."""
    for printers in _shares([sum(each.printers.values()) for each in situations], KEPT):
        for blanks in _shares([each.blanks for each in situations], 0):
            shared = [
                Situation(each.office_id, each.work, {2: n} if n else {}, stock, each.arriving)
                for each, n, stock in zip(situations, printers, blanks, strict=True)
            ]
            days = alone(shared)
            if days is not None and sum(each.printable for each in shared) == printable(situations):
                yield days


def _shares(pieces: list[int], kept: int) -> Iterator[tuple[int, ...]]:
    whole = sum(pieces)
    for share in product(range(whole + 1), repeat=len(pieces)):
        if sum(share) == whole and all(n >= min(kept, own) for n, own in zip(share, pieces, strict=True)):
            yield share
