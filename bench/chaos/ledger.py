"""What the database must tell when all is over: nothing waits, nothing is there twice, the audit's chain holds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from bench.chaos.citizens import Citizen
from registry.audit.sealing import verify
from registry.database import Database
from registry.models import Case, Document, Event, Outgoing, OutgoingState, Upload
from registry.models.columns import now
from registry.models.events import IS_PENDING, IS_UNSENT

SOON = timedelta(minutes=5)  # what is put off for longer is not waited for: a reminder, a question for a rating


def is_quiet(database: Database) -> bool:
    """Nothing is to be done now, nor soon."""
    try:
        with database.reading() as session:
            return not any(session.scalar(each) for each in _open())
    except SQLAlchemyError:
        return False


def wait_for_quiet(database: Database, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_quiet(database):
            return True
        time.sleep(0.5)
    return False


def _open() -> Iterator[SelectOfScalar[int]]:
    at = now()
    of_now = or_(col(Event.due_at) <= at, col(Event.received_at) > at - SOON)  # not those of an hour ago, in a long run
    yield select(func.count(col(Event.id))).where(IS_PENDING, col(Event.due_at) <= at + SOON, of_now)
    yield select(func.count(col(Outgoing.id))).where(IS_UNSENT, col(Outgoing.due_at) <= at + SOON)


def complaints(database: Database, citizens: Sequence[Citizen]) -> list[str]:
    """Where the records differ from one case and one document each, and the files that were sent."""
    with database.reading() as session:
        return [*_miscounted(session, citizens), *_given_up(session)]


def _miscounted(session: Session, citizens: Sequence[Citizen]) -> Iterator[str]:
    files = sum(citizen.files for citizen in citizens)
    for table, wanted in ((Case, len(citizens)), (Document, len(citizens)), (Upload, files)):
        there = session.exec(select(func.count()).select_from(table)).one()
        if there != wanted:
            yield f"{there} rows of {table.__name__} instead of {wanted}"


def _given_up(session: Session) -> Iterator[str]:
    failed = select(Outgoing.error, func.count()).where(Outgoing.state == OutgoingState.FAILED)
    for reason, there in session.exec(failed.group_by(col(Outgoing.error))):
        yield f"{there} messages given up: {reason}"
    if fault := verify(session, now()).fault:
        yield f"the audit's chain: {fault}"
