"""Something done again and again, beside all else."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def repeating(do: Callable[[], None], pause: Callable[[], float]) -> Iterator[None]:
    """In a thread of its own until the block is left, each time after so many seconds."""
    over = threading.Event()

    def work() -> None:
        while not over.wait(pause()):
            do()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
