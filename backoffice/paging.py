"""Lists in pages: each begins after a row of the one before, so that the last page takes no longer than the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import request
from sqlmodel import Session

from registry.desk import queue
from registry.lifecycle import DocumentState
from registry.models import Case, Document

PAGE = 50
Row = TypeVar("Row")


@dataclass(frozen=True)
class Part(Generic[Row]):
    """`after` is the id of the last row, where another page follows."""

    rows: Sequence[Row]
    after: int | None = None


def asked(name: str = "after") -> int | None:
    """Where in the list of this name the page begins; none: at its start."""
    return request.args.get(name, type=int)


def part(rows: Sequence[Row], id_of: Callable[[Row], int], size: int = PAGE) -> Part[Row]:
    """Of rows that were looked up with one more than a page holds."""
    return Part(rows[:size], id_of(rows[size - 1]) if len(rows) > size else None)


def documents(session: Session, office_id: int, *states: DocumentState, name: str) -> Part[tuple[Document, Case]]:
    found = queue.documents(session, office_id, states, after=asked(name) or 0, limit=PAGE + 1)
    return part(found, document_of)


def document_of(row: tuple[Document, Any]) -> int:
    return row[0].id
