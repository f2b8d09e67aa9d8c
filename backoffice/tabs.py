"""The office's work by what it waits for: tabs of cases, and of the documents of approved cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import tuple_
from sqlmodel import Session, col, select

from backoffice import officers
from registry.desk import queue
from registry.desk.queue import EVERYTHING, Sieve
from registry.lifecycle import ENDED, CaseState, DocumentState
from registry.models import Case, Document
from registry.models.cases import HAS_ENDED

PAGE = 50
C, D = CaseState, DocumentState

CASE_TABS: dict[str, tuple[CaseState, ...]] = {
    "check": (C.SUBMITTED, C.IN_REVIEW),
    "waiting": (C.NEEDS_CORRECTION, C.ON_HOLD),
}
DOCUMENT_TABS: dict[str, tuple[DocumentState, ...]] = {
    "siak": (D.IN_SIAK, D.WAITING_PRR),
    "sign": (D.AWAITING_SIGNATURE, D.TO_SIGN_BY_HAND, D.SIGNED),
    "print": (D.TO_PRINT, D.PRINTED),
    "post": (D.CHOOSING_HANDOVER, D.TO_POST, D.POSTED, D.RETURNED, D.READY_FOR_PICKUP),
}
TABS = (*CASE_TABS, *DOCUMENT_TABS, "closed")


@dataclass(frozen=True)
class Row:
    case: Case
    officer: str | None
    document: Document | None = None

    @property
    def state(self) -> CaseState | DocumentState:
        return self.document.state if self.document else self.case.state

    def late(self, at: datetime) -> bool:
        return self._runs and self.case.promised_at is not None and self.case.promised_at < at

    @property
    def moved(self) -> bool:
        """The citizen was told of a later promise."""
        return self._runs and self.case.promise_moves > 0

    @property
    def _runs(self) -> bool:
        return self.case.state not in ENDED


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
    """At most three statements, however many rows. Only the cases that wait are sifted."""
    if tab in DOCUMENT_TABS:
        states = DOCUMENT_TABS[tab]
        pairs = queue.documents(session, office_id, states, sieve=sieve, after=after or 0, limit=size + 1)
        names = officers.names(session, [case.officer_id for _, case in pairs])
        found = [Row(case, names.get(case.officer_id), document) for document, case in pairs[:size]]
        return Page(found, pairs[size - 1][0].id if len(pairs) > size else None)
    listed = _cases(session, office_id, tab, after, size + 1, sieve)
    return Page(rows(session, listed[:size]), listed[size - 1].id if len(listed) > size else None)


def rows(session: Session, cases: Sequence[Case]) -> list[Row]:
    """One statement more, for the names of those who hold them."""
    names = officers.names(session, [case.officer_id for case in cases])
    return [Row(case, names.get(case.officer_id)) for case in cases]


def counts(session: Session, office_id: int, sieve: Sieve = EVERYTHING) -> dict[str, int]:
    """How much each tab will list: the cases that wait are sifted. The closed are many, and not counted."""
    cases = queue.counts(session, office_id, sieve=sieve)
    live = [state for states in DOCUMENT_TABS.values() for state in states]
    documents = queue.document_counts(session, office_id, live)
    found = {tab: sum(cases.get(state, 0) for state in states) for tab, states in CASE_TABS.items()}
    return found | {tab: sum(documents[state] for state in states) for tab, states in DOCUMENT_TABS.items()}


def unclaimed(session: Session, office_id: int, officer_id: int, sieve: Sieve, most: int = 10) -> list[int]:
    """The oldest cases nobody holds; one of mine that came back from the citizen counts as well."""
    waiting = queue.page(session, office_id, (C.SUBMITTED,), sieve=sieve, limit=most * 5)
    return [case.id for case in waiting if case.officer_id in (None, officer_id)][:most]


def _cases(session: Session, office_id: int, tab: str, after: int | None, limit: int, sieve: Sieve) -> Sequence[Case]:
    last = session.get(Case, after) if after else None
    if tab in CASE_TABS:
        start = (last.queued_at, last.id) if last else None
        return queue.page(session, office_id, CASE_TABS[tab], sieve=sieve, after=start, limit=limit)
    newest_first = select(Case).where(Case.office_id == office_id, HAS_ENDED)
    if last:
        newest_first = newest_first.where(tuple_(col(Case.closed_at), col(Case.id)) < (last.closed_at, last.id))
    return session.exec(newest_first.order_by(col(Case.closed_at).desc(), col(Case.id).desc()).limit(limit)).all()
