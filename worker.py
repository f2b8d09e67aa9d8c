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
from sqlalchemy.exc import SQLAlchemyError

from assembly.due import due
from assembly.jobs import Ending, WordlessJob
from assembly.parts import Parts, parts
from assembly.time_gone_back import make_good
from notifications.pulse import Pulse
from notifications.queues import Queue
from notifications.recovery import PROBE
from registry import troubles
from registry.audit.sealing import seal
from registry.database import is_away
from registry.models import TroubleKind
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

TICK, SEAL_EVERY, CHORES_EVERY = 1.0, 5, 60  # seconds, ticks, ticks
PROBE_EVERY = int(PROBE.total_seconds() / TICK)  # ticks


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


def clock(joined: Parts, stop: threading.Event) -> None:
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
    clock(parts(), _told_to_stop())


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
