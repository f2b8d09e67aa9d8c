"""Waking through a real Redis, and without one."""

from __future__ import annotations

import json
import threading
import zlib
from queue import SimpleQueue

import pytest
from redis import Redis
from rq import Queue as RqQueue
from rq.serializers import JSONSerializer

from notifications.queues import FLAG_SECONDS, JOBS, Bell, Queue, Waker


def jobs(redis_url: str, queue: Queue) -> list[str | None]:
    with Redis.from_url(redis_url) as redis:
        return [job.func_name for job in RqQueue(queue.value, redis, serializer=JSONSerializer).jobs]


def test_many_wakes_make_one_job(redis_url: str) -> None:
    waker = Waker(redis_url)
    for _ in range(5):
        waker.wake(Queue.SEND)
    waker.wake(Queue.DRAIN)
    assert jobs(redis_url, Queue.SEND) == ["worker.send"]
    assert jobs(redis_url, Queue.DRAIN) == ["worker.drain"]


def test_after_the_job_cleared_the_flag_a_new_row_wakes_anew(redis_url: str) -> None:
    waker = Waker(redis_url)
    waker.wake(Queue.SEND)
    waker.clear(Queue.SEND)
    waker.wake(Queue.SEND)
    assert len(jobs(redis_url, Queue.SEND)) == 2


def test_a_flag_that_nobody_cleared_goes_by_itself(redis_url: str) -> None:
    Waker(redis_url).wake(Queue.CHORES)
    with Redis.from_url(redis_url) as redis:
        assert 0 < redis.ttl("loket:woken:chores") <= FLAG_SECONDS


def test_jobs_are_json_and_leave_nothing_behind(redis_url: str) -> None:
    Waker(redis_url).wake(Queue.UPLOADS)
    with Redis.from_url(redis_url) as redis:
        job = RqQueue("uploads", redis, serializer=JSONSerializer).jobs[0]
        assert json.loads(zlib.decompress(redis.hget(job.key, "data")))[0] == JOBS[Queue.UPLOADS]
    assert (job.result_ttl, job.retries_left) == (0, 3)


@pytest.mark.parametrize("address", ["redis://127.0.0.1:1/0", "unix:///nowhere/redis.sock"])
def test_without_redis_nothing_is_raised(address: str) -> None:
    waker = Waker(address)
    waker.wake(Queue.SEND)
    waker.clear(Queue.SEND)


class Slow:
    """Whose every call waits until it is let go."""

    def __init__(self) -> None:
        self.called: SimpleQueue[Queue] = SimpleQueue()
        self.let_go = threading.Semaphore(0)

    def wake(self, queue: Queue) -> None:
        self.called.put(queue)
        assert self.let_go.acquire(timeout=10)


def test_a_bell_rings_once_for_all_that_asked_meanwhile_and_never_before() -> None:
    slow = Slow()
    bell = Bell(slow)
    bell.wake(Queue.SEND)
    assert slow.called.get(timeout=10) is Queue.SEND  # under way: what is written now it may not see
    for _ in range(5):
        bell.wake(Queue.SEND)
    slow.let_go.release()
    assert slow.called.get(timeout=10) is Queue.SEND
    bell.wake(Queue.DRAIN)
    slow.let_go.release()
    assert slow.called.get(timeout=10) is Queue.DRAIN
    slow.let_go.release()


def test_a_bell_wakes_through_redis(redis_url: str) -> None:
    Bell(Waker(redis_url)).wake(Queue.SEND)
    with Redis.from_url(redis_url) as redis:
        assert redis.blpop(["rq:queue:send"], timeout=10)


def test_every_queue_has_its_job() -> None:
    assert set(JOBS) == set(Queue)
