"""What a carrier tells of a message that a citizen sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Incoming:
    """`files` is how many it brings."""

    sid: str
    sender: str
    body: str
    files: int
    at: datetime
