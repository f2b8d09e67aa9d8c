"""The round of the night dies at any point: the next one does what is left, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any

import pytest
from sqlmodel import Session

from registry.database import Database
from registry.models import Case, Contact, Document, Event, Outgoing, Paper, Remnant, Upload
from registry.retention.nightly import Retention
from tests.registry.desk import MONDAY
from tests.registry.retention.conftest import Kept


class Killed(Exception):
    """The power went."""


class Mortal:
    """A database whose process dies at its nth transaction that writes: what it did is undone."""

    def __init__(self, database: Database, transactions: int) -> None:
        self._database = database
        self._left = transactions
        self.reading = database.reading

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with self._database.writing() as session:
            yield session
            self._left -= 1
            if self._left < 0:
                raise Killed


def whole(kept: Kept) -> list[Any]:
    """All that the records say, but for times and random indexes."""
    tables: tuple[Any, ...] = (Case, Event, Outgoing, Upload, Contact, Paper, Document, Remnant)
    leave_out = {"address_index", "created_at", "due_at", "id"}
    rows = [row.model_dump(exclude=leave_out) for table in tables for row in kept.all(table)]
    return sorted(map(repr, rows))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_may_be_killed_at_any_point(kept: Kept) -> None:
    for _ in range(2):
        kept.case()
        kept.chat()
        kept.photo()
    with pytest.raises(Killed):
        Retention(Mortal(kept.database, 0), kept.journal).run(MONDAY, inf)  # type: ignore[arg-type]
    for survived in range(1, 20):
        try:
            Retention(Mortal(kept.database, survived % 3), kept.journal).run(MONDAY, inf)  # type: ignore[arg-type]
        except Killed:
            continue
        break
    done = whole(kept)
    Retention(kept.database, kept.journal).run(MONDAY, inf)
    assert whole(kept) == done
    assert all(case.erased_at for case in kept.all(Case)) and kept.all(Upload) == []
    assert len(kept.all(Remnant)) == 2 * (2 + 1 + 1 + 2)  # photos of papers, a PDF, a loose photo, two messages
