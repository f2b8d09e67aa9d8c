"""The office's work by what it waits for: tabs of cases, and of the documents of approved cases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from backoffice import officers
from registry.desk import queue
from registry.desk.sieve import EVERYTHING, Sieve
from registry.lifecycle import ENDED, CaseState, DocumentState
from registry.models import Case, Document

PAGE = 50
C, D = CaseState, DocumentState
State = TypeVar("State", CaseState, DocumentState)

CASE_TABS: dict[str, tuple[CaseState, ...]] = {
    "check": (C.SUBMITTED, C.IN_REVIEW),
    "waiting": (C.NEEDS_CORRECTION, C.ON_HOLD),
    "all": queue.LIVE,
}
DOCUMENT_TABS: dict[str, tuple[DocumentState, ...]] = {
    "siak": (D.IN_SIAK, D.WAITING_PRR),
    "sign": (D.AWAITING_SIGNATURE, D.TO_SIGN_BY_HAND, D.SIGNED),
    "print": (D.TO_PRINT, D.PRINTED),
    "post": (D.CHOOSING_HANDOVER, D.TO_POST, D.POSTED, D.RETURNED, D.READY_FOR_PICKUP),
}
TABS = ("check", "waiting", *DOCUMENT_TABS, "all", "closed")
STATES: Mapping[str, Sequence[CaseState | DocumentState]] = {**CASE_TABS, **DOCUMENT_TABS, "closed": ENDED}


@dataclass(frozen=True)
class Row:
    case: Case
    officer: str | None
    document: Document | None = None

    @property
    def state(self) -> CaseState | DocumentState:
        return self.document.state if self.document else self.case.state

    def late(self, at: datetime) -> bool:
        return self.case.late(at)

    @property
    def moved(self) -> bool:
        """The citizen was told of a later promise."""
        return self.case.closed_at is None and self.case.promise_moves > 0


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    after: int | None  # where the next page begins


def page(
    session: Session,
    office_id: int,
    tab: str,
    after: int | None = None,
    size: int = PAGE,
    sieve: Sieve = EVERYTHING,
) -> Page:
    """At most three statements, however many rows."""
    if tab in DOCUMENT_TABS:
        states = _narrowed(DOCUMENT_TABS[tab], sieve)
        pairs = queue.documents(session, office_id, states, sieve=sieve, after=after or 0, limit=size + 1)
        names = officers.names(session, [case.officer_id for _, case in pairs])
        found = [Row(case, names.get(case.officer_id), document) for document, case in pairs[:size]]
        return Page(found, pairs[size - 1][0].id if len(pairs) > size else None)
    listed = _cases(session, office_id, tab, after, size + 1, sieve)
    return Page(rows(session, listed[:size]), listed[size - 1].id if len(listed) > size else None)


def _narrowed(states: tuple[State, ...], sieve: Sieve) -> tuple[State, ...]:
    """To the one asked for, where the tab has it."""
    return tuple(state for state in states if state.value == sieve.state) or states


def rows(session: Session, cases: Sequence[Case]) -> list[Row]:
    """One statement more, for the names of those who hold them."""
    names = officers.names(session, [case.officer_id for case in cases])
    return [Row(case, names.get(case.officer_id)) for case in cases]


def counts(session: Session, office_id: int, sieve: Sieve = EVERYTHING) -> dict[str, int]:
    """How much each tab lists in all its states. The closed are many, and not counted."""
    cases = queue.counts(session, office_id, sieve=sieve)
    live = [state for states in DOCUMENT_TABS.values() for state in states]
    documents = queue.document_counts(session, office_id, live, sieve)
    found = {tab: sum(cases[state] for state in states) for tab, states in CASE_TABS.items()}
    return found | {tab: sum(documents[state] for state in states) for tab, states in DOCUMENT_TABS.items()}


def _cases(session: Session, office_id: int, tab: str, after: int | None, limit: int, sieve: Sieve) -> Sequence[Case]:
    last = session.get(Case, after) if after else None
    if tab in CASE_TABS:
        start = (last.queued_at, last.id) if last else None
        states = _narrowed(CASE_TABS[tab], sieve)
        return queue.page(session, office_id, states, sieve=sieve, after=start, limit=limit)
    return queue.ended(session, office_id, _narrowed(ENDED, sieve), sieve=sieve, after=last, limit=limit)
