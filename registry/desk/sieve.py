"""Which of an office's cases a list shows, and in which order: what an officer narrows it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, String, cast
from sqlmodel import col

from registry.models import Case
from registry.models.cases import is_late, was_moved


@dataclass(frozen=True)
class Sieve:
    """What is left out narrows nothing. `state` and `sent_back` narrow a list within what it shows anyway; the others
    are of the case, so that they narrow every list alike."""

    service: str | None = None
    district: str | None = None  # a kecamatan's code
    held_by: int | None = None  # an officer
    unclaimed: bool = False
    late_at: datetime | None = None  # those whose promise ran out before
    moved: bool = False  # those whose citizen was told of a later promise
    due: tuple[datetime, datetime] | None = None  # those promised for a time between
    flagged: bool = False
    state: str | None = None  # of the case, or of the document where documents are listed
    sent_back: bool = False  # of the documents in SIAK, those that the signatory sent back
    ended_since: datetime | None = None  # ended cases are many: sifted, they are looked through no further back

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        if self.service:
            yield col(Case.service) == self.service
        if self.district:
            yield col(Case.district) == self.district
        if self.held_by:
            yield col(Case.officer_id) == self.held_by
        if self.unclaimed:
            yield col(Case.officer_id).is_(None)
        if self.flagged:
            yield cast(col(Case.flags), String) != "[]"
        yield from self._promises()

    def _promises(self) -> Iterator[ColumnElement[bool]]:
        if self.late_at:
            yield is_late(self.late_at)
        if self.moved:
            yield was_moved()
        if self.due:
            yield is_due(*self.due)


def is_due(start: datetime, end: datetime) -> ColumnElement[bool]:
    """Promised for a time between, and not ended."""
    return col(Case.closed_at).is_(None) & col(Case.promised_at).between(start, end)


EVERYTHING = Sieve()
