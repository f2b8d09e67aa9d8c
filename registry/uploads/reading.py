"""What a reader hands over, and what is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Line:
    """`sure`: 0 to 1. `cut`: it runs into the picture's left or right edge."""

    text: str
    sure: float
    cut: bool = False


@dataclass(frozen=True)
class Reading:
    """`kinds` are keys of papers, the surest first; `numbers` have sixteen digits, NIK or KK, `family` is the one under
    the heading of a family card; `dated` is an ISO date; `lost` is what a report of a loss speaks of. `trouble` says
    why something may be missing, glare or cut; `legible` that there are words at all."""

    kinds: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dated: str | None = None
    legible: bool = True
    trouble: str | None = None
    lost: tuple[str, ...] = ()
    family: str | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Also what was kept before it could be told what was lost."""
        listed = {name: tuple(data.get(name, ())) for name in ("kinds", "numbers", "lost")}
        return cls(**{**data, **listed})
