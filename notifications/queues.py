"""The queues, their jobs, and the wake-up call. Redis only wakes: what is due stands in the database."""

from __future__ import annotations

import threading
import time
from enum import StrEnum
from typing import Protocol

import structlog
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry as ConnectionRetry
from rq import Queue as RqQueue
from rq import Retry
from rq.serializers import JSONSerializer

log = structlog.get_logger()

FLAG_SECONDS = 5
APART = 0.02  # seconds between the calls of a bell
DAY = 86_400


class Queue(StrEnum):
    DRAIN = "drain"
    SEND = "send"
    UPLOADS = "uploads"
    CHORES = "chores"
    REGISTER = "register"
    FORMS = "forms"


# By dotted path, so that whoever wakes need not import the worker.
JOBS = {
    Queue.DRAIN: "worker.drain",
    Queue.SEND: "worker.send",
    Queue.UPLOADS: "worker.uploads",
    Queue.CHORES: "worker.chores",
    Queue.REGISTER: "worker.register",
    Queue.FORMS: "worker.forms",
}


class Wakes(Protocol):
    """Whoever writes rows tells it, after the commit, which queue has work."""

    def wake(self, queue: Queue) -> None: ...


def connected(redis_url: str) -> Redis:
    """One short try: the library's own retries would hold up a citizen's request for seconds."""
    never = ConnectionRetry(NoBackoff(), 0)
    return Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=1, retry=never)


class Waker:
    """Wakes the worker of a queue, at most once in five seconds until its job runs.

    Safe after a commit: with Redis away nothing is raised and nothing waits, the clock finds what is due.
    """

    def __init__(self, redis_url: str) -> None:
        self._redis = connected(redis_url)
        # JSON, because whoever can write to Redis could have a pickle run anything.
        self._queues = {queue: RqQueue(queue.value, self._redis, serializer=JSONSerializer) for queue in Queue}

    def wake(self, queue: Queue) -> None:
        try:
            if self._redis.set(_flag(queue), 1, nx=True, ex=FLAG_SECONDS):
                self._enqueue(queue)
        except RedisError as error:
            log.warning("wake_lost", queue=queue.value, error=type(error).__name__)

    def clear(self, queue: Queue) -> None:
        """Called by the job before it reads rows: a row written from now on wakes anew."""
        try:
            self._redis.delete(_flag(queue))
        except RedisError as error:
            log.warning("flag_not_cleared", queue=queue.value, error=type(error).__name__)

    def _enqueue(self, queue: Queue) -> None:
        # Retry without an interval: only then does a job whose worker was killed run again without a scheduler.
        self._queues[queue].enqueue(JOBS[queue], result_ttl=0, failure_ttl=DAY, retry=Retry(max=3))


class Bell:
    """Wakes from a thread of its own: who answers citizens does not wait for Redis, and whatever asks for a queue
    while another call is under way is one call with it. Each comes after what it was asked for.

    A call lost with its process is found by the clock, as any other.
    """

    def __init__(self, waker: Wakes) -> None:
        self._waker = waker
        self._asked: set[Queue] = set()
        self._changed = threading.Condition()
        self._ringer: threading.Thread | None = None

    def wake(self, queue: Queue) -> None:
        with self._changed:
            self._asked.add(queue)
            self._changed.notify()
            if self._ringer is None or not self._ringer.is_alive():  # a process that forks leaves its threads behind
                self._ringer = threading.Thread(target=self._ring, name="bell", daemon=True)
                self._ringer.start()

    def _ring(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._asked)
                asked, self._asked = self._asked, set()
            for queue in asked:
                self._waker.wake(queue)
            time.sleep(APART)


def _flag(queue: Queue) -> str:
    return f"loket:woken:{queue.value}"
