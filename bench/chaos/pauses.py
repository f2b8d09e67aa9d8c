"""How long citizens waited, and how long nothing came through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from bench.chaos.citizens import Wait
from bench.chaos.trouble import Fault


def longest_delay(waits: Iterable[Wait]) -> float:
    """Seconds from what a citizen wrote to the answer."""
    return max((wait.ended - wait.began for wait in waits), default=0.0)


def longest_recovery(faults: Sequence[Fault], waits: Iterable[Wait]) -> float:
    """Seconds from a fault until the next answer came to anybody."""
    answered = sorted(wait.ended for wait in waits)
    places = ((fault.at, bisect_right(answered, fault.at)) for fault in faults)
    return max((answered[place] - at for at, place in places if place < len(answered)), default=0.0)
