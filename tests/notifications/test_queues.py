"""Waking through a real Redis, and without one."""

from __future__ import annotations

import json
import zlib

import pytest
from redis import Redis
from rq import Queue as RqQueue
from rq.serializers import JSONSerializer

from notifications.queues import FLAG_SECONDS, JOBS, Queue, Waker


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


def test_every_queue_has_its_job() -> None:
    assert set(JOBS) == set(Queue)
