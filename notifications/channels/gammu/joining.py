"""Joins the parts of a long SMS: they come in any order, twice, late, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

# SMSD itself has waited ten minutes for the missing part before it shows the others.
PATIENCE = timedelta(minutes=5)
GAP = " ... "  # where a part never came
SHORT, LONG = 0x00, 0x08  # the information elements of joined messages: a reference of one byte, or of two


@dataclass(frozen=True)
class Piece:
    """One row of SMSD's inbox. `at` is by the clock of its database, `received` as it stands there."""

    id: int
    modem: str
    number: str
    text: str
    header: str
    at: datetime
    received: str
    is_text: bool = True


@dataclass(frozen=True)
class Place:
    reference: int
    parts: int
    position: int  # 1 is the first


@dataclass
class Letter:
    """A message as its sender wrote it, as far as it has come."""

    parts: int
    pieces: dict[int, Piece] = field(default_factory=dict)  # by position
    again: list[int] = field(default_factory=list)  # rows of parts that came twice

    @property
    def first(self) -> Piece:
        return min(self.pieces.values(), key=lambda piece: piece.id)

    @property
    def modem(self) -> str:
        return self.first.modem

    @property
    def number(self) -> str:
        return self.first.number

    @property
    def ids(self) -> list[int]:
        return [piece.id for piece in self.pieces.values()] + self.again

    @property
    def is_text(self) -> bool:
        return all(piece.is_text for piece in self.pieces.values())

    @property
    def text(self) -> str:
        came = [self.pieces[place].text if place in self.pieces else GAP for place in range(1, self.parts + 1)]
        return "".join(came)

    @property
    def sid(self) -> str:
        """The same for the same rows, another in another life of SMSD's tables, and nothing of what they say."""
        rows = sorted((piece.id, piece.received) for piece in self.pieces.values())
        told = hashlib.sha256(repr((self.first.modem, rows)).encode()).hexdigest()
        return f"GI{self.first.id}-{told[:12]}"

    def is_ready(self, at: datetime) -> bool:
        return len(self.pieces) == self.parts or at - self.first.at >= PATIENCE


def joined(pieces: Iterable[Piece], at: datetime) -> list[Letter]:
    """What is whole, or has waited long enough for the rest; in the order in which it began to come."""
    letters: list[Letter] = []
    waiting: dict[tuple[str, str, int, int], list[Letter]] = {}
    for piece in sorted(pieces, key=lambda each: each.id):
        place = place_of(piece.header)
        if place is None:
            letters.append(Letter(1, {1: piece}))
            continue
        key = (piece.modem, piece.number, place.reference, place.parts)
        begun = waiting.setdefault(key, [])
        if _belongs(begun, piece, place):
            continue
        begun.append(Letter(place.parts, {place.position: piece}))
        letters.append(begun[-1])
    return [letter for letter in letters if letter.is_ready(at)]


def place_of(header: str) -> Place | None:
    """None for a message of one part, and for a header that tells something else."""
    for kind, data in _elements(header):
        if kind == SHORT and len(data) == 3:
            return _place(data[0], data[1], data[2])
        if kind == LONG and len(data) == 4:
            return _place(int.from_bytes(data[:2], "big"), data[2], data[3])
    return None


def _place(reference: int, parts: int, position: int) -> Place | None:
    return Place(reference, parts, position) if parts > 1 and 1 <= position <= parts else None


def _elements(header: str) -> Iterator[tuple[int, bytes]]:
    try:
        data = bytes.fromhex(header)[1:]  # its length comes first
    except ValueError:
        return
    while len(data) >= 2:
        kind, length = data[0], data[1]
        yield kind, data[2 : 2 + length]
        data = data[2 + length :]


def _belongs(begun: Sequence[Letter], piece: Piece, place: Place) -> bool:
    """References are used again after 256 messages: the same place with other words is another message."""
    for letter in begun:
        there = letter.pieces.get(place.position)
        if there is None:
            letter.pieces[place.position] = piece
            return True
        if there.text == piece.text:
            letter.again.append(piece.id)
            return True
    return False
