"""All of Loket in one process that dies at a chosen commit, with SIGKILL: what it had in memory is gone."""

from __future__ import annotations

import os
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from multiprocessing.sharedctypes import RawValue
from typing import Any, NoReturn
from unittest.mock import patch

from werkzeug.serving import make_server

import worker
from assembly import outside
from assembly.due import due
from assembly.parts import Parts
from bot.handlers import missed
from bot.uploads import Fetcher
from launch.welcome import answers
from notifications.queues import Queue
from registry.database import Database
from registry.models.columns import now
from wsgi import create_app

ALIVE, STRUCK = -1, 0
PAUSE = 0.02  # seconds between two looks at what is due
ON_ITS_WAY = timedelta(minutes=1)  # after which the carrier is asked about a message
WORK: dict[Queue, Callable[[], None]] = {
    Queue.DRAIN: worker.drain,
    Queue.SEND: worker.send,
    Queue.UPLOADS: worker.uploads,
}


class Commits:
    """Counts the places right before and after each commit, once told at which of them to end the process."""

    def __init__(self) -> None:
        self._left = RawValue("i", ALIVE)  # shared with who started the process, and no lock: the dead keep theirs
        self._lock = threading.Lock()

    def arm(self, place: int) -> None:
        """1 is before the next commit, 2 after it."""
        self._left.value = place

    def disarm(self) -> bool:
        """Whether it has struck."""
        if not self.has_struck:
            self._left.value = ALIVE
        return self.has_struck

    @property
    def has_struck(self) -> bool:
        return bool(self._left.value == STRUCK)

    def watch(self, database: Database) -> None:
        """A commit of the library's, one statement that is a transaction, and the end of a turn."""
        for owner, name in ((database.engine.dialect, "do_commit"), (database, "write_at_once"), (database, "end")):
            setattr(owner, name, self._around(getattr(owner, name)))

    def _around(self, commits: Callable[..., Any]) -> Callable[..., Any]:
        def commit(*given: Any, **named: Any) -> Any:
            self._pass()
            done = commits(*given, **named)
            self._pass()
            return done

        return commit

    def _pass(self) -> None:
        with self._lock:
            if self._left.value > STRUCK:
                self._left.value -= 1
                if self._left.value == STRUCK:
                    os.kill(os.getpid(), signal.SIGKILL)


class Life:
    def __init__(self, pid: int, commits: Commits) -> None:
        self._pid = pid
        self.commits = commits

    def end(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)


@contextmanager
def life(joined: Parts) -> Iterator[Life]:
    """Web, workers and clock over these parts, which nobody has used in this process, until the block ends or it dies.

    It asks the carrier first what it has missed.
    """
    commits = Commits()
    pid = os.fork()
    if pid == 0:
        _live(joined, commits)
    begun = Life(pid, commits)
    try:
        assert answers(f"{joined.settings.public_url}/p")
        yield begun
    finally:
        begun.end()


def _live(joined: Parts, commits: Commits) -> NoReturn:
    try:
        with patch.object(worker, "parts", lambda: joined), patch.object(worker, "fetcher", lambda: _fetcher(joined)):
            app = create_app(joined)
            commits.watch(joined.database)
            missed.take_in(joined.database, outside.twilio(joined), now() + ON_ITS_WAY)
            port = int(joined.settings.public_url.rsplit(":", 1)[1])
            threading.Thread(target=make_server("127.0.0.1", port, app, threaded=True).serve_forever).start()
            while True:
                with joined.database.reading() as session:
                    waiting = due(session, now())
                for queue in waiting:
                    WORK[queue]()
                time.sleep(PAUSE)
    except BaseException:  # noqa: BLE001 - whatever ends it, this process must not go on as its parent
        traceback.print_exc()
    finally:
        os._exit(1)


def _fetcher(joined: Parts) -> Fetcher:
    """It reads nothing: how papers are read is tried elsewhere, and takes seconds."""
    return Fetcher(joined.database, outside.carrier(joined), joined.store, None)
