"""The work beside the web: `python worker.py drain|send|uploads|chores|register|forms` works one queue, `clock` keeps
time for all, `modems` looks after those of the office.

Several names at once are a process each all the same.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import wait
from types import MappingProxyType
from typing import TYPE_CHECKING

import structlog
from redis import Redis
from redis.backoff import ConstantBackoff
from redis.exceptions import ConnectionError as RedisDown
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as RedisSlow
from redis.retry import Retry
from rq import SimpleWorker, Worker
from rq.serializers import JSONSerializer

from assembly.jobs import Ending, WordlessJob
from assembly.parts import parts
from notifications.pulse import Pulse
from notifications.queues import Queue
from registry.models.columns import now

if TYPE_CHECKING:
    from bot.conversations import Conversations
    from bot.uploads import Fetcher
    from notifications.dispatch import Dispatcher

log = structlog.get_logger()

# What strangers send is opened in a child process, which may die; the rest is quicker without a fork.
WORKERS: Mapping[Queue, type[SimpleWorker | Worker]] = MappingProxyType(
    {
        Queue.DRAIN: SimpleWorker,
        Queue.SEND: SimpleWorker,
        Queue.UPLOADS: Worker,
        Queue.CHORES: Worker,
        Queue.REGISTER: SimpleWorker,
        Queue.FORMS: SimpleWorker,
    }
)
# A killed worker's job is taken up by the next one after about a minute and a half.
WORKER_TTL, MAINTENANCE_INTERVAL = 25, 10  # seconds


def drain() -> None:
    """What the webhooks left: deferred rows, judged uploads, and citizens who had to wait their turn."""
    parts().waker.clear(Queue.DRAIN)
    for queue in conversations().drain_due():
        parts().waker.wake(queue)


def send() -> None:
    parts().waker.clear(Queue.SEND)
    if dispatcher().run(at=now()):
        parts().waker.wake(Queue.SEND)


def uploads() -> None:
    parts().waker.clear(Queue.UPLOADS)
    if fetcher().run():
        parts().waker.wake(Queue.DRAIN)


def chores() -> None:
    """What may take its time, each for itself: see there."""
    from assembly.chores import do_all

    parts().waker.clear(Queue.CHORES)
    if do_all(parts()):
        parts().waker.wake(Queue.DRAIN)


def register() -> None:
    """Cases that are to be compared with the centre's population data: a queue of its own, since it may be slow."""
    from assembly import outside

    parts().waker.clear(Queue.REGISTER)
    if outside.check_register(parts()):
        parts().waker.wake(Queue.REGISTER)


def forms() -> None:
    """Answers of offices' forms, which are not to wait behind citizens' photos."""
    from assembly import form_door

    parts().waker.clear(Queue.FORMS)
    if form_door.take_in(parts()):
        parts().waker.wake(Queue.FORMS)


# Imported by the one worker that needs it: six processes that load everything take long to start.


def conversations() -> Conversations:
    from assembly import chat

    return chat.conversations(parts())


def dispatcher() -> Dispatcher:
    from assembly import outside

    return outside.dispatcher(parts())


def fetcher() -> Fetcher:
    from assembly import outside

    return outside.fetcher(parts())


NEEDS: Mapping[Queue, Callable[[], object]] = MappingProxyType(
    {
        Queue.DRAIN: conversations,
        Queue.SEND: dispatcher,
        Queue.UPLOADS: fetcher,
        Queue.CHORES: parts,
        Queue.REGISTER: parts,
        Queue.FORMS: parts,
    }
)


def work(queue: Queue) -> None:
    """Until told to stop. What the job needs is joined before the first one, so that a forked one finds it ready."""
    NEEDS[queue]()
    redis_url = parts().settings.redis_url
    with Redis.from_url(redis_url, retry=Retry(ConstantBackoff(0.2), 300, (RedisDown, RedisSlow))) as starting:
        starting.ping()
    try:
        worker_of(queue, Redis.from_url(redis_url)).work(logging_level="WARNING")
    except RedisError as error:  # whoever supervises this process starts it anew
        log.error("worker_ended", queue=queue.value, error=type(error).__name__)


def worker_of(queue: Queue, connection: Redis) -> SimpleWorker | Worker:
    worker = WORKERS[queue](
        [queue.value],
        connection=connection,
        serializer=JSONSerializer,
        job_class=WordlessJob,
        worker_ttl=WORKER_TTL,
        maintenance_interval=MAINTENANCE_INTERVAL,
    )
    worker.death_penalty_class = Ending
    return worker


def main(names: list[str]) -> None:
    tasks: dict[str, Callable[[], None]] = {queue.value: partial(work, queue) for queue in Queue}
    tasks |= {"clock": run_clock, "modems": run_modems}
    if not names or not set(names) <= set(tasks):
        sys.exit(f"Usage: python worker.py {'|'.join(tasks)} ...")
    started = [partial(alive, name, tasks[name]) for name in names]
    if len(started) == 1:
        started[0]()
    else:
        together(started)


def alive(name: str, task: Callable[[], None]) -> None:
    """In the process of the task: /healthz misses it from half a minute after its end."""
    Pulse(parts().settings.redis_url).keep(name)
    task()


def together(tasks: Sequence[Callable[[], None]]) -> None:
    """A process each, forked from one that has loaded everything: quick to start, and the memory is shared."""
    for load in NEEDS.values():
        load()
    fork = multiprocessing.get_context("fork")
    children = [fork.Process(target=task) for task in tasks]
    for child in children:
        child.start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    try:
        wait([child.sentinel for child in children])  # one ends, all end
    finally:
        for child in children:
            child.terminate()


def run_clock() -> None:
    from assembly import clock

    clock.run(parts(), _told_to_stop())


def run_modems() -> None:
    """One process for all modems of the installation."""
    from assembly import modems

    modems.run(parts(), _told_to_stop())


def _told_to_stop() -> threading.Event:
    stop = threading.Event()
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: stop.set())
    return stop


if __name__ == "__main__":
    main(sys.argv[1:])
