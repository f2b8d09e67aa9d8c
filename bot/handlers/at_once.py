"""Answers a message in the request that brought it, while there is room for that; else a worker does."""

from __future__ import annotations

import threading

import structlog

from bot.conversations import Conversations
from notifications.queues import Queue, Wakes

log = structlog.get_logger()


class AtOnce:
    """One for all doors of a process: with more requests at work a worker answers, and storing stays quick."""

    def __init__(self, conversations: Conversations, waker: Wakes, web_threads: int) -> None:
        self._conversations = conversations
        self._waker = waker
        self._room = threading.Semaphore(max(1, web_threads - 1))

    def answer(self, contact_id: int) -> None:
        """The message is safe by now: whatever goes wrong here, the clock finds it."""
        if not self._room.acquire(blocking=False):
            return self._waker.wake(Queue.DRAIN)
        try:
            for queue in self._conversations.drain(contact_id):
                self._waker.wake(queue)
        except Exception as fault:  # stored is stored: it must not be sent again
            log.error("drain_failed", contact_id=contact_id, exc_info=fault)
        finally:
            self._room.release()
        return None
