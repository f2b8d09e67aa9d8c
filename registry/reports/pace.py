"""When nothing is left, at the pace of the last weeks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

FURTHEST = 20 * 365  # days: what would take longer has no date


def none_left(told: Sequence[tuple[date, int]]) -> date | None:
    """From what was left on some days, the earliest first; none where it does not get less, or too slowly to say."""
    if len(told) < 2:
        return None
    (first, before), (last, left) = told[0], told[-1]
    if left == 0:
        return last
    if left >= before:
        return None
    days = math.ceil(left * (last - first).days / (before - left))
    return last + timedelta(days=days) if days <= FURTHEST else None
