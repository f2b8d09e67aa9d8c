"""Which printers and blanks to lend between offices so that all of them are done earliest: an integer programme.

For a number of working days it is asked whether the offices can be done by then; the least such number is found by
halving, and of all ways to keep to it one with the fewest moves is proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from registry.lending.programme import Move, Programme
from registry.lending.situation import LONGEST, Situation


@dataclass(frozen=True)
class Plan:
    """`days` are working days until what can be printed is, none where that never ends; `after` the situations once
    every move was made."""

    days: int | None
    moves: Sequence[Move]
    after: Sequence[Situation]


def alone(situations: Sequence[Situation]) -> int | None:
    """The working days until the last office is done without any lending; none where one never is."""
    days = [each.days for each in situations]
    return None if None in days else max((each for each in days if each is not None), default=0)


def printable(situations: Sequence[Situation]) -> int:
    """Cards that there are blanks for when these may go anywhere; what is still to come stays where it is sent."""
    come = sum(each.blanks + min(each.work, sum(each.arriving.values())) for each in situations)
    return min(sum(each.work for each in situations), come)


def propose(situations: Sequence[Situation]) -> Plan:
    cards = printable(situations)
    if not cards:
        return Plan(0, [], situations)
    if not any(each.capacity for each in situations):
        return Plan(None, [], situations)
    days = _earliest(situations, cards)
    if days is None:
        return Plan(None, [], situations)
    moves = Programme(situations, days, cards).fewest_moves()
    return Plan(days, moves, [_after(each, moves) for each in situations])


def _earliest(situations: Sequence[Situation], cards: int) -> int | None:
    """From what all printers together need; none: not within years."""
    low = -(-cards // sum(each.capacity for each in situations)) - 1
    high = low + 1
    while high <= LONGEST and not Programme(situations, high, cards).is_possible():
        low, high = high, 2 * high
    if high > LONGEST:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if Programme(situations, middle, cards).is_possible() else (middle, high)
    return high


def _after(situation: Situation, moves: Sequence[Move]) -> Situation:
    blanks, printers = situation.blanks, dict(situation.printers)
    for move in moves:
        sign = (move.borrower == situation.office_id) - (move.lender == situation.office_id)
        if move.capacity is None:
            blanks += sign * move.pieces
        elif sign:
            printers[move.capacity] = printers.get(move.capacity, 0) + sign * move.pieces
    return replace(situation, blanks=blanks, printers={cards: pieces for cards, pieces in printers.items() if pieces})


def left_over(situations: Sequence[Situation], days: int) -> list[int]:
    """The cards that wait in all offices together when 0, 1, 2, ... `days` working days are over."""
    runs = [list(islice(each.run(), days + 1)) for each in situations]
    work = sum(each.work for each in situations)
    return [work - sum(done) for done in zip(*runs, strict=True)]
