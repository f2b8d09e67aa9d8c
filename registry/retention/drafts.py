"""Which files a conversation still holds: those of drafts, whatever flow they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def uploads_in(data: Any) -> set[int]:
    """Ids under a key called uploads or album, at any depth of a conversation's data."""
    if isinstance(data, Mapping):
        held = {number for key in ("uploads", "album") for number in data.get(key) or () if isinstance(number, int)}
        return held.union(*(uploads_in(value) for value in data.values()))
    if isinstance(data, list):
        return set().union(*(uploads_in(value) for value in data))
    return set()
