"""The process that keeps time for all, of which there is one: it wakes who has work, and looks after the records."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType

import structlog
from sqlalchemy.exc import SQLAlchemyError

from assembly.due import due
from assembly.parts import Parts
from assembly.time_gone_back import make_good
from notifications.queues import Queue
from notifications.recovery import PROBE
from registry import troubles
from registry.audit.sealing import seal
from registry.database import is_away
from registry.models import TroubleKind
from registry.models.columns import now

log = structlog.get_logger()

TICK, SEAL_EVERY, CHORES_EVERY = 1.0, 5, 60  # seconds, ticks, ticks
PROBE_EVERY = int(PROBE.total_seconds() / TICK)  # ticks


def run(joined: Parts, stop: threading.Event) -> None:
    """Once a second, until `stop`: finds what a lost wake-up, a crash or a deferred row has left."""
    _tell_of_stray_files(joined)
    ticks = 0
    while not stop.wait(TICK):
        ticks += 1
        try:
            tick(joined, ticks)
        except Exception as fault:
            log.error("clock_missed", exc_info=fault)


def _tell_of_stray_files(joined: Parts) -> None:
    """By the clock, of which there is one."""
    from assembly import chat, office_files

    try:
        with joined.database.reading() as session:
            office_files.tell(session, chat.services())
    except SQLAlchemyError as error:
        log.error("office_files_unread", error=type(error).__name__)


def tick(joined: Parts, ticks: int) -> None:
    """Each errand for itself. What fails is among what needs attention until it goes well; of a database that is away
    /healthz tells."""
    for name, (every, do) in ERRANDS.items():
        if ticks % every:
            continue
        try:
            do(joined, ticks)
        except Exception as fault:
            log.error("clock_missed", errand=name, exc_info=fault)
            if not is_away(fault):
                troubles.note(joined.database, TroubleKind.CLOCK, name, fault, None)
        else:
            troubles.end(joined.database, TroubleKind.CLOCK, name)


def _wake(joined: Parts, ticks: int) -> None:
    with joined.database.reading() as session:
        waiting = due(session, now())
    for queue in waiting:
        joined.waker.wake(queue)
    if ticks % PROBE_EVERY == 0:
        joined.waker.wake(Queue.SEND)  # is a carrier back, though nothing is due?
    if ticks % CHORES_EVERY == 0:
        for queue in Queue:  # a flag outlives its seconds where the clock of Redis went back
            joined.waker.clear(queue)
        joined.waker.wake(Queue.CHORES)


def _set_right(joined: Parts, ticks: int) -> None:
    with joined.database.writing() as session:
        if mended := make_good(session, now()):
            log.error("clock_went_back", rows=mended)


def _seal(joined: Parts, ticks: int) -> None:
    with joined.database.writing() as session:
        seal(session)


ERRANDS: Mapping[str, tuple[int, Callable[[Parts, int], None]]] = MappingProxyType(
    {"wake": (1, _wake), "set_right": (CHORES_EVERY, _set_right), "seal": (SEAL_EVERY, _seal)}
)
