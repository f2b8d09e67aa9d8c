"""What one office has to print its cards with, and how far that takes it by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

LONGEST = 2_500  # working days, ten years: what takes longer is never done


class Binds(StrEnum):
    """What the end waits for."""

    NOTHING = "nothing"
    PRINTERS = "printers"
    BLANKS = "blanks"
    NEVER = "never"  # no printer works, or too few


@dataclass(frozen=True)
class Situation:
    """`work` are cards that wait to be printed; `printers` how many work, by the cards each prints a day; `blanks` lie
    there; `arriving` are pieces of the promised quota, by the working days until they come."""

    office_id: int
    work: int
    printers: Mapping[int, int]
    blanks: int
    arriving: Mapping[int, int] = field(default_factory=dict)

    @property
    def capacity(self) -> int:
        """Cards a day."""
        return sum(cards * pieces for cards, pieces in self.printers.items())

    @property
    def printable(self) -> int:
        """Cards that there are or will be blanks for."""
        return min(self.work, self.blanks + sum(self.arriving.values()))

    @property
    def days(self) -> int | None:
        """Working days until all that can be printed is; None where no printer works, and after LONGEST."""
        waiting = sum(1 for _ in takewhile(lambda done: done < self.printable, self.run()))
        return waiting if waiting < LONGEST else None

    @property
    def binds(self) -> Binds:
        if not self.work:
            return Binds.NOTHING
        if self.days is None:
            return Binds.NEVER
        by_printers = -(-self.work // self.capacity) if self.capacity else 0
        short = self.printable < self.work or self.days > by_printers
        return Binds.BLANKS if short else Binds.PRINTERS

    def run(self) -> Iterator[int]:
        """Cards printed when 0, 1, 2, ... working days are over."""
        done = 0
        for day in range(LONGEST):
            yield done
            come = self.blanks + sum(pieces for when, pieces in self.arriving.items() if when <= day)
            done = min(done + self.capacity, come, self.printable)
