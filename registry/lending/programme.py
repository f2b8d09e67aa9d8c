"""The integer programme of lending, for one number of working days, in the words of HiGHS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Final

import highspy

from registry.lending.situation import Situation

KEPT: Final = 1  # printers that an office with any keeps: people ask for cards every day
PIECE: Final = 1e-6  # what one blank on its way costs beside the 1 of a move: fewest moves, then fewest pieces
PATIENCE: Final = 3.0  # seconds for the fewest moves; the best that was found until then ends as early


@dataclass(frozen=True)
class Move:
    """`capacity` is that of each printer, in cards a day; none: blanks."""

    lender: int
    borrower: int
    pieces: int
    capacity: int | None = None


class Programme:
    """Whether `cards` cards can be printed in `days` working days, and by which moves. Expressions are HiGHS's own."""

    def __init__(self, situations: Sequence[Situation], days: int, cards: int) -> None:
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._all = {each.office_id: each for each in situations}
        self._capacities = sorted({cards for each in situations for cards in each.printers})
        self._days = days
        self._blanks = dict(self._lent_blanks())
        self._printers = dict(self._lent_printers())
        printed = [self._office(each) for each in situations]
        self._at_least(sum(printed), cards)

    def is_possible(self) -> bool:
        self._highs.minimize()
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def fewest_moves(self) -> list[Move]:
        self._highs.setOptionValue("time_limit", PATIENCE)
        self._highs.minimize(sum(self._printers.values()) + sum(self._cost_of_blanks()))
        if self._highs.getInfo().primal_solution_status != highspy.kSolutionStatusFeasible:
            self._highs.setOptionValue("time_limit", highspy.kHighsInf)  # nothing yet, on a slow machine: any will do
            self._highs.setOptionValue("mip_max_improving_sols", 1)
            self._highs.run()
        moves = [Move(one, other, pieces) for (one, other), pieces in self._values(self._blanks)]
        moves += [Move(one, other, pieces, cards) for (one, other, cards), pieces in self._values(self._printers)]
        return [move for move in moves if move.pieces]

    def _lent_blanks(self) -> Iterator[tuple[tuple[int, int], Any]]:
        for lender, borrower in permutations(self._all.values(), 2):
            if lender.blanks and borrower.work:
                pieces = min(lender.blanks, borrower.work)
                yield (lender.office_id, borrower.office_id), self._highs.addIntegral(0, pieces)

    def _lent_printers(self) -> Iterator[tuple[tuple[int, int, int], Any]]:
        for lender, borrower in permutations(self._all.values(), 2):
            for cards, pieces in lender.printers.items() if borrower.work else ():
                yield (lender.office_id, borrower.office_id, cards), self._highs.addIntegral(0, pieces)

    def _office(self, office: Situation) -> Any:
        """Its limits. Returns how many of its cards are printed."""
        blanks = office.blanks + self._net_blanks(office.office_id)
        by_capacity = {cards: self._net_printers(office, cards) for cards in self._capacities}
        self._at_least(blanks, 0)
        for pieces in by_capacity.values():
            self._at_least(pieces, 0)
        self._at_least(sum(by_capacity.values()), min(KEPT, sum(office.printers.values())))
        printed = self._highs.addIntegral(0, office.work)
        a_day = sum(cards * pieces for cards, pieces in by_capacity.items())
        self._highs.addConstr(printed <= a_day * self._days)
        self._highs.addConstr(printed <= blanks + self._come_before(office, self._days))
        for day in (day for day in office.arriving if day < self._days):
            waiting = printed - blanks - self._come_before(office, day)  # of the blanks that come then and later
            self._highs.addConstr(waiting <= a_day * (self._days - day))
        return printed

    def _come_before(self, office: Situation, day: int) -> int:
        return sum(pieces for when, pieces in office.arriving.items() if when < day)

    def _net_blanks(self, office_id: int) -> Any:
        come = [lent for (_, borrower), lent in self._blanks.items() if borrower == office_id]
        gone = [lent for (lender, _), lent in self._blanks.items() if lender == office_id]
        return sum(come) - sum(gone)

    def _net_printers(self, office: Situation, cards: int) -> Any:
        alike = [(key, lent) for key, lent in self._printers.items() if key[2] == cards]
        come = [lent for (_, borrower, _), lent in alike if borrower == office.office_id]
        gone = [lent for (lender, _, _), lent in alike if lender == office.office_id]
        return office.printers.get(cards, 0) + sum(come) - sum(gone)

    def _at_least(self, pieces: Any, least: int) -> None:
        if not isinstance(pieces, int):  # nothing to be lent there: it is as it is
            self._highs.addConstr(pieces >= least)

    def _cost_of_blanks(self) -> Iterator[Any]:
        """1 for each transport, however many pieces it takes."""
        for (lender, borrower), lent in self._blanks.items():
            goes = self._highs.addBinary()
            self._highs.addConstr(lent <= min(self._all[lender].blanks, self._all[borrower].work) * goes)
            yield goes + PIECE * lent

    def _values(self, lent: Mapping[Any, Any]) -> Iterator[tuple[Any, int]]:
        return ((key, round(self._highs.val(variable))) for key, variable in lent.items())
