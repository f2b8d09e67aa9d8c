"""Corrections of a request that its citizen has not read yet: ten of one answer are told as one, from the first to the
last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry.models import Case, Event, EventKind, EventState, Letter, Outgoing, OutgoingState

NAME = "answer_corrected"
SETTLING = timedelta(seconds=30)  # who puts one answer right often puts the next right, too

Change = dict[str, Any]


def gathered(session: Session, case: Case, changes: Sequence[Change]) -> list[Change] | None:
    """`changes` with what stood there when the citizen last read of it, for news that stand for all of them. Empty: all
    is as it was, of which a notice has told already. None: as it was, and nobody has heard of it.

    What was still to be told goes; what waits for their answer is replaced when the new is said.
    """
    held, waiting = list(_held(session, case)), list(_waiting(session, case))
    found = _folded([*held, *waiting, *changes])
    return found if found or held else None


def _folded(changes: Iterable[Mapping[str, Any]]) -> list[Change]:
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for each in changes:
        first.setdefault(each["key"], each["before"])
        last[each["key"]] = each["after"]
    return [{"key": key, "before": first[key], "after": last[key]} for key in first if first[key] != last[key]]


def _held(session: Session, case: Case) -> Iterator[Change]:
    """Said, but outside the 24 hours: only the notice went."""
    said = select(Event).join(Outgoing, col(Outgoing.event_id) == Event.id).order_by(col(Event.id))
    mine = Outgoing.contact_id == _hearer(case), Outgoing.state == OutgoingState.HELD
    for event in session.exec(said.where(*mine, Event.kind == EventKind.CASE_EVENT)):
        yield from _of_case(event, case)


def _waiting(session: Session, case: Case) -> Iterator[Change]:
    """Nobody has said them, in the chat or by letter: they are taken out."""
    mine = Event.contact_id == _hearer(case), Event.kind == EventKind.CASE_EVENT
    rows = session.exec(select(Event).where(*mine, Event.state == EventState.PENDING).order_by(col(Event.id))).all()
    for event in rows:
        if changes := _of_case(event, case):
            yield from changes
            # A drain may be about to say it: then it stays, and is said twice rather than not at all.
            session.execute(delete(Event).where(col(Event.id) == event.id, col(Event.state) == EventState.PENDING))
    unprinted = Letter.case_id == case.id, Letter.name == NAME, col(Letter.printed_at).is_(None)
    for letter in session.exec(select(Letter).where(*unprinted).order_by(col(Letter.id))).all():
        yield from letter.fields["changes"]
        session.delete(letter)


def _of_case(event: Event, case: Case) -> Sequence[Change]:
    body = event.body
    return body["changes"] if (body.get("name"), body.get("case_id")) == (NAME, case.id) else ()


def _hearer(case: Case) -> int:
    return case.relative_id or case.contact_id
