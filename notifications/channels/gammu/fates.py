"""What became of a message, out of the rows SMSD keeps of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from notifications.channels.gammu import errors

UNSENT = ("SendingError", "Error")
LOST = "DeliveryFailed"
ARRIVED = "DeliveryOK"

Fate = tuple[str, str | None]  # as a receipt says it: the status, and the code of a failure
WAITING: Fate = ("queued", None)


def fate(parts: Sequence[Row[Any]]) -> Fate:
    """One part that failed is a message that failed: half of it is worse than none. It is delivered with the last."""
    for part in parts:
        if part.Status in UNSENT:
            return "failed", errors.sending(part.StatusCode)
        if part.Status == LOST:
            return "failed", errors.reported(part.StatusError)
    if not parts or len(parts) < parts_in_all(parts[0].UDH):
        return WAITING
    return ("delivered" if all(part.Status == ARRIVED for part in parts) else "sent"), None


def parts_in_all(header: str) -> int:
    """Of a header that we wrote."""
    return int(header[8:10], 16) if header else 1
