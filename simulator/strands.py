"""Background jobs in order: jobs with the same key run one after another, different keys at once."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from threading import Lock, Thread

Job = Callable[[], object]


class Strands:
    """A thread per busy key, so that one held-up receiver never holds up another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, deque[Job]] = {}

    def submit(self, key: str, job: Job) -> None:
        with self._lock:
            if key in self._waiting:
                self._waiting[key].append(job)
                return
            self._waiting[key] = deque([job])
        Thread(target=self._run, args=(key,), daemon=True).start()

    def _run(self, key: str) -> None:
        while job := self._next(key):
            try:
                job()
            except Exception:
                logging.getLogger(__name__).exception("a background job of the simulator failed")

    def _next(self, key: str) -> Job | None:
        with self._lock:
            if self._waiting[key]:
                return self._waiting[key].popleft()
            del self._waiting[key]
            return None
