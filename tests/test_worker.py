"""The clock finds what nobody woke, and a real worker takes up what is queued."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from redis import Redis
from rq import Queue as RqQueue
from rq.serializers import JSONSerializer
from sqlmodel import col, select

import worker
from assembly import chores, clock
from assembly.jobs import WordlessJob
from assembly.parts import Parts, join
from notifications.queues import JOBS, Queue
from registry import audit, troubles
from registry.actors import SYSTEM
from registry.database import Database
from registry.models import AuditEntry, Channel, Contact, Event, EventKind, EventState, Sender, Trouble, TroubleKind
from registry.models.columns import now
from settings import Settings

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def parts(settings: Settings, database_url: str, database: Database, redis_url: str) -> Iterator[Parts]:
    joined = join(replace(settings, database_url=database_url, redis_url=redis_url))
    yield joined
    joined.database.dispose()


@pytest.fixture
def queued(redis_url: str) -> Callable[[Queue], list[str | None]]:
    """The dotted paths of the jobs that wait in a queue."""
    redis = Redis.from_url(redis_url)
    return lambda queue: [job.func_name for job in RqQueue(queue.value, redis, serializer=JSONSerializer).jobs]


def remind(database: Database) -> None:
    album = {"name": "album", "since": now().isoformat()}
    with database.writing() as session:
        sender = Sender(channel=Channel.SMS, address="+62811000001")
        session.add(sender)
        session.flush()
        contact = Contact(sender_id=sender.id, channel=Channel.SMS, address="+62811000009", address_index=b"9")
        session.add(contact)
        session.flush()
        session.add(Event(contact_id=contact.id, channel=Channel.SMS, kind=EventKind.TIMER, body=album))


def test_the_clock_wakes_whoever_has_work(parts: Parts, queued: Callable[[Queue], list[str | None]]) -> None:
    remind(parts.database)
    clock.tick(parts, 1)
    assert queued(Queue.DRAIN) == [JOBS[Queue.DRAIN]]
    assert queued(Queue.SEND) == []


def test_the_clock_wakes_nobody_twice(parts: Parts, queued: Callable[[Queue], list[str | None]]) -> None:
    remind(parts.database)
    clock.tick(parts, 1)
    clock.tick(parts, 2)
    assert len(queued(Queue.DRAIN)) == 1


def test_a_flag_that_outlives_its_seconds_keeps_nobody_asleep(
    parts: Parts, queued: Callable[[Queue], list[str | None]], redis_url: str
) -> None:
    """As that of a Redis whose clock went back."""
    Redis.from_url(redis_url).set("loket:woken:drain", 1)
    remind(parts.database)
    clock.tick(parts, clock.CHORES_EVERY)
    assert queued(Queue.DRAIN) == []
    clock.tick(parts, clock.CHORES_EVERY + 1)
    assert queued(Queue.DRAIN) == [JOBS[Queue.DRAIN]]


def test_the_clock_has_a_carrier_that_is_away_looked_at(
    parts: Parts, queued: Callable[[Queue], list[str | None]]
) -> None:
    clock.tick(parts, clock.PROBE_EVERY - 1)
    assert queued(Queue.SEND) == []
    clock.tick(parts, clock.PROBE_EVERY)
    assert queued(Queue.SEND) == [JOBS[Queue.SEND]]


def test_the_clock_seals_the_audit_log(parts: Parts) -> None:
    with parts.database.writing() as session:
        audit.record(session, SYSTEM, "case_closed", case_id=1)
    clock.tick(parts, clock.SEAL_EVERY)
    with parts.database.reading() as session:
        assert session.exec(select(AuditEntry)).one().seq == 1


def test_the_clock_calls_for_chores_once_a_minute(parts: Parts, queued: Callable[[Queue], list[str | None]]) -> None:
    clock.tick(parts, clock.CHORES_EVERY - 1)
    assert queued(Queue.CHORES) == []
    clock.tick(parts, clock.CHORES_EVERY)
    assert queued(Queue.CHORES) == [JOBS[Queue.CHORES]]


def test_the_clock_goes_on_without_redis(settings: Settings, database_url: str, database: Database) -> None:
    remind(database)
    clock.tick(join(replace(settings, database_url=database_url)), 1)


class Thrice(threading.Event):
    """Lets the clock tick three times."""

    ticks = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.ticks += 1
        return self.ticks > 3


def test_the_clock_goes_on_without_the_database(settings: Settings, tmp_path: Path) -> None:
    stop = Thrice()
    clock.run(join(replace(settings, database_url=f"sqlite:///{tmp_path}/nowhere/loket.db")), stop)
    assert stop.ticks == 4


@pytest.fixture
def environ(settings: Settings, sqlite_url: str, redis_url: str) -> dict[str, str]:
    keys = settings.vault_keys
    sealing = {**keys.sealing, "index": keys.index}
    return os.environ | {
        "DATABASE_URL": sqlite_url,
        "REDIS_URL": redis_url,
        "PUBLIC_URL": settings.public_url,
        "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
        "TWILIO_API_URL": settings.twilio_api_url,
        "OBJECT_STORE": str(settings.object_store),
        "DELETION_JOURNAL": str(settings.deletion_journal),
        "VAULT_KEYS": ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in sealing.items()),
        "SECRET_KEY": settings.secret_key,
    }


def test_clock_and_worker_work_off_what_is_due(environ: dict[str, str], sqlite_url: str) -> None:
    database = Database(sqlite_url)
    remind(database)
    with subprocess.Popen([sys.executable, "worker.py", "drain", "clock"], cwd=ROOT, env=environ) as process:
        worked = eventually(lambda: state_of_the_first_event(database) is EventState.PROCESSED)
        process.terminate()
    assert worked
    assert process.returncode == 0
    database.dispose()


def burst(redis_url: str) -> RqQueue:
    """Works off the queue of the drains, tries that failed as well."""
    connection = Redis.from_url(redis_url)
    worker.worker_of(Queue.DRAIN, connection).work(burst=True)
    return RqQueue(Queue.DRAIN.value, connection, serializer=JSONSerializer)


def test_a_job_that_failed_for_good_is_called_for_again(
    parts: Parts, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    remind(parts.database)
    monkeypatch.setattr(worker, "parts", lambda: parts)
    with monkeypatch.context() as broken:
        broken.setattr(worker, "conversations", lambda: 1 // 0)
        clock.tick(parts, 1)
        assert burst(redis_url).failed_job_registry.count == 1
    assert state_of_the_first_event(parts.database) is EventState.PENDING
    clock.tick(parts, 2)
    burst(redis_url)
    assert state_of_the_first_event(parts.database) is EventState.PROCESSED


def test_what_a_job_raises_reaches_neither_the_log_nor_redis(
    parts: Parts, redis_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With RQ's own lines, which hold the whole of it."""
    monkeypatch.setattr(worker, "parts", lambda: parts)
    monkeypatch.setattr(worker, "conversations", lambda: int("kk saya hilang"))
    remind(parts.database)
    clock.tick(parts, 1)
    queue = burst(redis_url)
    (failed,) = queue.failed_job_registry.get_job_ids()
    result = WordlessJob.fetch(failed, queue.connection, JSONSerializer).latest_result()
    kept = str(result and result.exc_string)
    for told in (kept, caplog.text):
        assert "JobFailed: ValueError" in told and "kk saya hilang" not in told


def test_a_job_whose_time_is_over_ends_whatever_its_chore_bears_with(
    parts: Parts, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With RQ's own alarm."""

    def stands(parts: Parts) -> None:
        with troubles.apart(parts.database, "case:1"):
            time.sleep(30)

    monkeypatch.setattr(worker, "parts", lambda: parts)
    monkeypatch.setattr(chores, "do_all", partial(chores.do_all, chores={"promises": stands}))
    RqQueue(Queue.DRAIN.value, Redis.from_url(redis_url), serializer=JSONSerializer).enqueue(
        JOBS[Queue.CHORES], job_timeout=1
    )
    assert burst(redis_url).failed_job_registry.count == 1
    with parts.database.reading() as session:
        trouble = session.exec(select(Trouble)).one()
    assert (trouble.kind, trouble.subject, trouble.error) == (TroubleKind.CHORE, "promises", "TimeIsOver")


def test_a_job_that_nobody_can_do_keeps_no_row_waiting(
    parts: Parts, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "parts", lambda: parts)
    RqQueue(Queue.DRAIN.value, Redis.from_url(redis_url), serializer=JSONSerializer).enqueue("worker.of_no_such_name")
    remind(parts.database)
    clock.tick(parts, 1)
    burst(redis_url)
    assert state_of_the_first_event(parts.database) is EventState.PROCESSED


def test_a_worker_without_settings_names_them_all() -> None:
    # Set, though empty: where nothing is set .env speaks.
    missing = ("PUBLIC_URL", "TWILIO_ACCOUNT_SID", "VAULT_KEYS", "SECRET_KEY")
    environ = os.environ | dict.fromkeys(missing, "") | {"REDIS_URL": "nowhere"}
    command = [sys.executable, "-c", "from assembly.parts import parts; parts()"]
    run = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert all(name in run.stderr for name in ("REDIS_URL", *missing))


def state_of_the_first_event(database: Database) -> EventState:
    with database.reading() as session:
        return session.exec(select(Event).order_by(col(Event.id))).all()[0].state


def eventually(is_so: Callable[[], bool], seconds: float = 90) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return False
