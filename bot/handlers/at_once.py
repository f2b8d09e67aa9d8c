"""Answers a message in the request that brought it, while there is room for that; else a worker does."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from bot.conversations import Conversations
from notifications.queues import Queue, Wakes

log = structlog.get_logger()


class AtOnce:
    """One for all doors of a process. `waiting` tells how many requests no thread has taken up yet: with more of them
    than threads, or all threads but one at work, a worker answers, and storing stays quick."""

    def __init__(
        self, conversations: Conversations, waker: Wakes, web_threads: int, waiting: Callable[[], int] = lambda: 0
    ) -> None:
        self._conversations = conversations
        self._waker = waker
        self._most_waiting, self._waiting = web_threads, waiting
        self._room = threading.Semaphore(max(1, web_threads - 1))

    def answer(self, contact_id: int) -> None:
        """The message is safe by now: whatever goes wrong here, the clock finds it."""
        if self._waiting() > self._most_waiting or not self._room.acquire(blocking=False):
            return self._waker.wake(Queue.DRAIN)
        try:
            for queue in self._conversations.drain(contact_id):
                self._waker.wake(queue)
        except Exception as fault:  # stored is stored: it must not be sent again
            log.error("drain_failed", contact_id=contact_id, exc_info=fault)
        finally:
            self._room.release()
        return None
