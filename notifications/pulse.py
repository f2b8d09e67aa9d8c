"""Which of the processes beside the web are alive: each says so every few seconds, and Redis forgets it by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog
from redis.exceptions import RedisError

from notifications.queues import connected

log = structlog.get_logger()

EVERY, LIVES = 5.0, timedelta(seconds=30)


class Pulse:
    def __init__(self, redis_url: str) -> None:
        self._redis = connected(redis_url)

    def keep(self, name: str) -> None:
        """Beats from a thread of its own until the process ends: a job may take minutes."""
        threading.Thread(target=self._keep, args=(name,), name="pulse", daemon=True).start()

    def beat(self, name: str) -> None:
        try:
            self._redis.set(_key(name), 1, ex=LIVES)
        except RedisError as error:
            log.warning("pulse_lost", process=name, error=type(error).__name__)

    def dead(self, names: Sequence[str]) -> list[str]:
        """Those of which no process is alive. Raises RedisError when nobody can tell."""
        heard = self._redis.mget([_key(name) for name in names])
        return [name for name, beat in zip(names, heard, strict=True) if beat is None]  # type: ignore[arg-type]

    def clock(self) -> datetime:
        """Redis's own clock. Raises RedisError."""
        seconds, micros = self._redis.time()  # type: ignore[misc]
        return datetime.fromtimestamp(seconds + micros / 1e6, UTC)

    def _keep(self, name: str) -> None:
        while True:
            self.beat(name)
            time.sleep(EVERY)


def _key(name: str) -> str:
    return f"loket:alive:{name}"
