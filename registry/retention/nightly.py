"""The round of each night: whatever is older than its office keeps it is deleted, in many short transactions."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry import audit, troubles
from registry.actors import SYSTEM
from registry.database import Database
from registry.models import Night
from registry.retention import due, steps
from registry.retention.cases import erase_case
from registry.retention.journal import Journal
from registry.retention.limits import Limits
from registry.sole import make_sure

BEGINS, ZONE = timedelta(hours=1), ZoneInfo("Asia/Jakarta")  # 01.00 WIB, 02.00 WITA
NIGHTLY = timedelta(days=1)

Find = Callable[[Database, Limits], Iterator[Any]]
Step = Callable[[Session, Any, datetime], Counter[str]]

# Cases first: their end lets go of the chats. The copies of data before their requests, which are marked at last.
ROUND: tuple[tuple[str, Find, Step], ...] = (
    ("cases", due.cases, erase_case),
    ("messages", due.messages, steps.let_messages_go),
    ("photos", due.uploads, steps.drop_uploads),
    ("forms", due.forms, steps.drop_forms),
    ("filings", due.filings, steps.drop_filings),
    ("complaints", due.complaints, steps.clear_complaint),
    ("van_entries", due.van_entries, steps.drop_van_entry),
    ("answers", due.answers, steps.empty_answer),
    ("copies", due.copies, steps.drop_copy),
    ("requests", due.requests, steps.clear_request),
)


def night_of(at: datetime) -> date:
    """The night's own date: a round that was missed is made up for by day."""
    return (at.astimezone(ZONE) - BEGINS).date()


@dataclass(frozen=True)
class Retention:
    database: Database
    journal: Journal

    def tonight(self, at: datetime, seconds: float) -> Counter[str] | None:
        """The round of this night, or what is left of it; none when it was finished before, or waits for the next."""
        day = night_of(at)
        with self.database.reading() as session:
            night, last = session.get(Night, day), session.exec(_last_before(day)).first()
        if night is not None and night.finished_at is not None:
            return None
        if _comes_of_a_sudden(last, day):
            if night is None:
                with self.database.writing() as session:
                    make_sure(session, Night(day=day), "day")
            return None
        return self.run(at, seconds)

    def run(self, at: datetime, seconds: float) -> Counter[str]:
        """Works until nothing is due or the time is over. Safe to run twice at once, and to be killed: the next run
        finds what is left."""
        deadline, done, finished = time.monotonic() + seconds, Counter[str](), True
        for name, step in self._steps(at):
            if time.monotonic() > deadline:
                finished = False
                break
            with troubles.apart(self.database, f"deletion:{name}"), self.database.writing() as session:
                done += step(session)
        self._note(night_of(at), done, at, finished=finished)
        return done

    def owed(self, at: datetime) -> Counter[str]:
        """How much is due now. Changes nothing."""
        limits = self._limits(at)
        found = {name: find(self.database, limits) for name, find, _ in ROUND}
        return Counter({name: sum(map(_rows, each)) for name, each in found.items()})

    def _limits(self, at: datetime) -> Limits:
        with self.database.reading() as session:
            return Limits.of(session, at)

    def _steps(self, at: datetime) -> Iterator[tuple[str, Callable[[Session], Counter[str]]]]:
        limits = self._limits(at)
        for name, find, step in ROUND:
            yield from ((name, partial(self._do, step, found, at)) for found in find(self.database, limits))

    def _do(self, step: Step, found: Any, at: datetime, session: Session) -> Counter[str]:
        """What goes by its age alone a restored backup deletes by itself; a case may still run in it."""
        done = step(session, found, at)
        if step is erase_case:
            self.journal.case_erased(session, found)
        return done

    def _note(self, day: date, done: Counter[str], at: datetime, *, finished: bool) -> None:
        with self.database.writing() as session:
            make_sure(session, Night(day=day), "day")
            night = session.get_one(Night, day, with_for_update=True)
            night.counts = dict(Counter(night.counts) + done)
            session.add(night)
            if finished and night.finished_at is None:
                night.finished_at = at
                fields = tuple(f"{kind}:{count}" for kind, count in sorted(night.counts.items()))
                audit.record(session, SYSTEM, "retention_run", subject=f"night:{day}", fields=fields, at=at)


def _last_before(day: date) -> SelectOfScalar[Night]:
    return select(Night).where(col(Night.day) < day).order_by(col(Night.day).desc()).limit(1)


def _comes_of_a_sudden(last: Night | None, day: date) -> bool:
    """After nights without a round either the machine was off, or its clock stands ahead and is set right before the
    next one: what is deleted does not come back. A round that waited is not waited for twice."""
    return last is not None and last.finished_at is not None and day - last.day > NIGHTLY


def _rows(found: Any) -> int:
    return len(found) if isinstance(found, due.OfContact) else 1
