"""Sends what is due. Several may run at once: a lease keeps each row with one of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import datetime, timedelta

import structlog

from notifications import windows
from notifications.channels.carrier import AnswerLost, Carrier, DeliveryFailed, Remedy
from notifications.claiming import Task, claim
from notifications.lateness import Sorry, apologise, is_late
from notifications.outbox import Message
from notifications.outcomes import Outcome, asleep, broke, looked_up, lost, queued, record, refused, sent, withheld
from notifications.recovery import Carriage, hurry, put_off
from notifications.shapes import Forms, comparable, is_template, load_forms, shape
from registry.actors import NotFound
from registry.database import Database
from registry.lifecycle import Refused
from registry.models import Channel, OutgoingKind
from registry.telling import not_at_night

log = structlog.get_logger()

THREADS = 24  # calls to the carrier at once: each waits some 150 ms for it
RUN_SECONDS = 60  # well under the time after which RQ kills a job
POLL_SECONDS = 0.05  # how soon free threads see new rows while calls are under way

LinkMaker = Callable[[Message, datetime], str]  # message with a file, at -> a URL the carrier may fetch for minutes


class Dispatcher:
    def __init__(self, database: Database, carrier: Carrier, links: LinkMaker, sorry: Sorry) -> None:
        self._database = database
        self._carrier = carrier
        self._links = links
        self._sorry = sorry
        self._carriage = Carriage()

    def run(self, *, at: datetime) -> bool:
        """Sends until nothing is due; True when it stopped for time and should be woken again."""
        clock = _Clock(at)
        with self._database.reading() as session:
            forms = load_forms(session)
        calls: set[Future[Outcome | None]] = set()
        with ThreadPoolExecutor(THREADS, "send") as pool:
            while True:
                tasks = self._claim(THREADS - len(calls), clock) or ([] if calls else self._probe(clock))
                calls |= {pool.submit(self._attempt, task, forms, clock) for task in tasks}
                if not calls:
                    return clock.ran_out
                done, calls = wait(calls, POLL_SECONDS, FIRST_COMPLETED)
                self._record([outcome for call in done if (outcome := call.result())], clock.now())

    def _claim(self, limit: int, clock: _Clock) -> list[Task]:
        if limit == 0 or clock.ran_out:
            return []
        with self._database.writing() as session:
            return claim(session, limit, clock.now())

    def _probe(self, clock: _Clock) -> list[Task]:
        """Nothing is due: one row of each carrier that put some off, in case it is back."""
        if clock.ran_out:
            return []
        at = clock.now()
        probes = list[Task]()
        for by_modem in self._carriage.to_ask(at):
            with self._database.writing() as session:
                found = claim(session, 1, at, put_off(by_modem, at))
            if found:
                self._carriage.failed_before(by_modem, at)
            probes += found
        return probes

    def _record(self, outcomes: list[Outcome], at: datetime) -> None:
        if outcomes:
            with self._database.writing() as session:
                record(session, outcomes, at)
        for by_modem in self._carriage.back(outcomes, at):
            with self._database.writing() as session:
                log.info("carrier_is_back", modem=by_modem, hurried=hurry(session, by_modem, at))

    def _attempt(self, task: Task, forms: Forms, clock: _Clock) -> Outcome | None:
        """None: the row was held instead."""
        try:
            if task.look_up:
                return self._look_up(task, clock)
            return _not_now(task, clock.now()) or self._send(task, forms, clock)
        except AnswerLost as error:
            return lost(task, error.reason, clock.now())
        except DeliveryFailed as error:
            return refused(task, error, clock.now()) if not task.look_up else lost(task, error.reason, clock.now())
        except Exception as error:  # noqa: BLE001 - one row's bug must not stop the others; it ends as failed
            log.error("send_broke", outgoing=task.row_id, error=type(error).__name__)
            return broke(task, type(error).__name__, clock.now())

    def _send(self, task: Task, forms: Forms, clock: _Clock) -> Outcome | None:
        began = clock.now()
        template = is_template(task.message)
        closed = not template and not windows.is_open(task.channel, task.window_until, began)
        if closed and self._hold(task, began):
            return None
        if not template and is_late(task, began):
            with self._database.writing() as session:
                task = apologise(session, task, self._sorry, began)
        outbound = shape(task.message, task.channel, task.language, forms, self._media_url(task, began))
        try:
            sid = self._carrier.send(task.sender_address, task.address, outbound, task.tag)
            return sent(task, sid, clock.now())
        except DeliveryFailed as error:
            if error.remedy is not Remedy.TEMPLATE or template:
                raise
            return None if self._hold(task, began, closed_at=began) else queued(task, clock.now())

    def _look_up(self, task: Task, clock: _Clock) -> Outcome:
        words = comparable(task.message, task.channel)
        found = self._carrier.look_up(task.sender_address, task.address, words, task.created_at, task.tag)
        return looked_up(task, found, clock.now())

    def _hold(self, task: Task, at: datetime, *, closed_at: datetime | None = None) -> bool:
        with self._database.writing() as session:
            if closed_at is not None:
                windows.close(session, task.contact_id, closed_at, at)
            return windows.hold(session, task.row_id, task.contact_id, at)

    def _media_url(self, task: Task, at: datetime) -> str | None:
        """Made at the moment of sending, for the link lives minutes. The page makes its own when it is asked for."""
        if not task.message.has_file or is_template(task.message) or task.channel is Channel.WEB:
            return None
        try:
            return self._links(task.message, at)
        except (NotFound, Refused) as error:
            raise DeliveryFailed("file-withheld", Remedy.NONE) from error


def _not_now(task: Task, at: datetime) -> Outcome | None:
    """Looked at here, too, for a row may have lain long, or been said before BERHENTI was."""
    if task.kind is OutgoingKind.ANSWER:
        return None
    if task.opted_out_at is not None:
        return withheld(task, at)
    morning = not_at_night(task.window_until, task.timezone, at) if task.kind is OutgoingKind.NOTICE else at
    return asleep(task, morning) if morning > at else None


class _Clock:
    """Goes on from `at` with the time that passes."""

    def __init__(self, at: datetime) -> None:
        self._at, self._started = at, time.monotonic()

    def now(self) -> datetime:
        return self._at + timedelta(seconds=self._passed)

    @property
    def ran_out(self) -> bool:
        return self._passed > RUN_SECONDS

    @property
    def _passed(self) -> float:
        return time.monotonic() - self._started
