"""How gunicorn's requests wait for a thread: while many do, messages are only stored, and a worker answers them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]

T = TypeVar("T")


class Crowd:
    """Counts the requests of this process that came and that no thread has taken up yet."""

    def __init__(self) -> None:
        self._waiting = 0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        return self._waiting

    def counted(self, work: Callable[..., T]) -> Callable[..., T]:
        """It waits from now on until it is begun."""
        self._add(1)

        def begun(*given: Any, **named: Any) -> T:
            self._add(-1)
            return work(*given, **named)

        return begun

    def _add(self, change: int) -> None:
        with self._lock:
            self._waiting += change


crowd = Crowd()  # one a process: gunicorn makes the threads, and the app asks


class Counted(ThreadPoolExecutor):
    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        return super().submit(crowd.counted(fn), *args, **kwargs)


class Threads(ThreadWorker):  # type: ignore[misc]  # gunicorn tells no types
    def get_thread_pool(self) -> Counted:
        return Counted(max_workers=self.cfg.threads)
