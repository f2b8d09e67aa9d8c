"""How a message of ours is known in SMSD's tables, and a row of its tables in ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from secrets import token_hex

CREATOR = "Loket "
WRITTEN = re.compile(r"Loket (\d{1,12}\.\d{1,3}|) ([0-9a-f]{8})")
SID = re.compile(r"GM(\d{1,19})-([0-9a-f]{8})")


@dataclass(frozen=True)
class Mark:
    """`tag`: the row of our outbox and the attempt. The nonce tells it from a message of another life of either
    database, whose numbers begin anew."""

    tag: str
    nonce: str

    @property
    def written(self) -> str:
        """As it stands in CreatorID."""
        return f"{CREATOR}{self.tag} {self.nonce}"


@dataclass(frozen=True)
class Known:
    """A message by its number in SMSD's tables."""

    number: int
    nonce: str

    @property
    def sid(self) -> str:
        return f"GM{self.number}-{self.nonce}"


def mark(tag: str) -> Mark:
    return Mark(tag, token_hex(4))


def marked(creator: str) -> Mark | None:
    """None for what another program wrote."""
    found = WRITTEN.fullmatch(creator)
    return Mark(*found.groups()) if found else None


def known(sid: str) -> Known | None:
    found = SID.fullmatch(sid)
    return Known(int(found[1]), found[2]) if found else None


def attempts_of(tag: str) -> str:
    """How CreatorID begins for every attempt of the row that this tag is of."""
    return f"{CREATOR}{tag.partition('.')[0]}."
