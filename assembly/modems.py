"""What is to be done about modems every second: take in what came, and hear what became of what went."""

from __future__ import annotations

import threading
from collections.abc import Iterable

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from assembly import outside
from assembly.parts import Parts
from bot.handlers.modems import take_in
from notifications import receipts
from notifications.channels.gammu.inbox import GammuInbox
from notifications.channels.gammu.phones import phones
from notifications.channels.gammu.reports import Report, Reports
from notifications.queues import Queue
from registry.models import Modem
from registry.models.columns import now
from registry.offices.modems import numbers_by

log = structlog.get_logger()

TICK = 1.0  # seconds
ASKED_EVERY = 15  # ticks: how the modems do
LOOKED_BACK_EVERY = 600  # ticks


class Modems:
    def __init__(self, parts: Parts, engine: Engine) -> None:
        self._parts = parts
        self._engine = engine
        self._inbox = GammuInbox(engine)
        self._reports = Reports(engine)

    def look(self) -> None:
        """Raises SQLAlchemyError when either database does not answer; nothing is lost by that."""
        if take_in(self._parts.database, self._inbox):
            self._parts.waker.wake(Queue.DRAIN)
        self._hear(self._reports.news())

    def look_back(self) -> None:
        """For reports that come late. Raises as `look` does."""
        self._hear(self._reports.late_news())

    def _hear(self, news: Iterable[Report]) -> None:
        for report in news:
            receipts.take(self._parts.database, report.sid, report.tag, report.fate, now())

    def ask_how_they_do(self) -> None:
        """For the office's page. Raises as `look` does."""
        with self._parts.database.reading() as session:
            names = numbers_by(session).keys()
        found, at = phones(self._engine, names), now()
        with self._parts.database.writing() as session:
            for name, phone in found.items():
                seen_at = at - phone.silent if phone.silent is not None else None
                session.merge(
                    Modem(
                        name=name,
                        looked_at=at,
                        seen_at=seen_at,
                        signal=phone.signal,
                        network=phone.network[:60],
                        waiting=phone.waiting,
                    )
                )


def modems(parts: Parts) -> Modems | None:
    """None where no modems are set up."""
    engine = outside.modems(parts)
    return Modems(parts, engine) if engine else None


def run(parts: Parts, stop: threading.Event) -> None:
    """Until `stop`. An installation without modems may have this process all the same: it waits."""
    found = modems(parts)
    if found is None:
        stop.wait()
        return
    away, ticks = False, 0
    while not stop.wait(TICK):
        try:
            found.look()
            if ticks % ASKED_EVERY == 0:
                found.ask_how_they_do()
            if ticks % LOOKED_BACK_EVERY == 0:
                found.look_back()
            ticks += 1
            away = False
        except SQLAlchemyError as error:
            if not away:  # once, not every second
                log.error("modems_not_looked_at", error=type(error).__name__)
            away = True
