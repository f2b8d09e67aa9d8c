"""What is to be done about modems every second: take in what came, and hear what became of what went."""

from __future__ import annotations

import threading

import structlog
from sqlalchemy.exc import SQLAlchemyError

from assembly import outside
from assembly.parts import Parts
from bot.handlers.modems import take_in
from notifications import receipts
from notifications.channels.gammu.inbox import GammuInbox
from notifications.channels.gammu.reports import Reports
from notifications.queues import Queue
from registry.models.columns import now

log = structlog.get_logger()

TICK = 1.0  # seconds


class Modems:
    def __init__(self, parts: Parts, inbox: GammuInbox, reports: Reports) -> None:
        self._parts = parts
        self._inbox = inbox
        self._reports = reports

    def look(self) -> None:
        """Raises SQLAlchemyError when either database does not answer; nothing is lost by that."""
        if take_in(self._parts.database, self._inbox):
            self._parts.waker.wake(Queue.DRAIN)
        for report in self._reports.news():
            receipts.take(self._parts.database, report.sid, report.tag, report.fate, now())


def modems(parts: Parts) -> Modems | None:
    """None where no modems are set up."""
    engine = outside.modems(parts)
    return Modems(parts, GammuInbox(engine), Reports(engine)) if engine else None


def run(parts: Parts, stop: threading.Event) -> None:
    """Until `stop`. An installation without modems may have this process all the same: it waits."""
    found = modems(parts)
    if found is None:
        stop.wait()
        return
    away = False
    while not stop.wait(TICK):
        try:
            found.look()
            away = False
        except SQLAlchemyError as error:
            if not away:  # once, not every second
                log.error("modems_not_looked_at", error=type(error).__name__)
            away = True
