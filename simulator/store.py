"""Every message and every open window, in memory; who waits for an address is told of its changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Condition, Lock

from simulator.messages import Message, new_sid, now

WINDOW = timedelta(hours=24)


class Store:
    """Thread-safe. A message changes only through `change`, which gives it the next revision."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: dict[str, set[Condition]] = defaultdict(set)  # by address
        self._clear()

    def _clear(self) -> None:
        self.epoch = new_sid("")
        self.revision = 0
        self._messages: dict[str, Message] = {}
        self._by_address: dict[str, list[Message]] = defaultdict(list)
        self._windows: dict[tuple[str, str], datetime] = {}

    def reset(self) -> None:
        with self._lock:
            self._clear()
            self._tell(self._waiting)

    def add(self, message: Message) -> None:
        with self._lock:
            self._messages[message.sid] = message
            message.serial = len(self._messages)
            for address in (message.sender, message.to):
                self._by_address[address].append(message)
            self._touch(message)

    def change(self, message: Message, **fields: object) -> None:
        with self._lock:
            for name, value in fields.items():
                setattr(message, name, value)
            message.updated = now()
            self._touch(message)

    def _touch(self, message: Message) -> None:
        self.revision += 1
        message.revision = self.revision
        self._tell((message.sender, message.to))

    def _tell(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            for waiting in self._waiting.get(address, ()):
                waiting.notify_all()

    def find(self, sid: str) -> Message | None:
        return self._messages.get(sid)

    def newest_first(self) -> Iterator[Message]:
        with self._lock:
            messages = list(self._messages.values())
        return reversed(messages)

    def since(self, addresses: Iterable[str], revision: int, wait: float = 0) -> tuple[int, list[Message]]:
        """Messages of these addresses changed after `revision`, as copies; waits up to `wait` seconds for the first."""
        wanted, epoch = list(addresses), self.epoch
        with self._lock:
            if wait:
                with self._told_of(wanted) as told:
                    told.wait_for(lambda: self.epoch != epoch or self._later(wanted, revision), wait)
            return self.revision, [replace(message) for message in self._later(wanted, revision)]

    @contextmanager
    def _told_of(self, addresses: Sequence[str]) -> Iterator[Condition]:
        """Only their own changes wake it: hundreds of handsets may wait at once."""
        told = Condition(self._lock)
        for address in addresses:
            self._waiting[address].add(told)
        try:
            yield told
        finally:
            for address in addresses:
                self._waiting[address].discard(told)

    def _later(self, addresses: list[str], revision: int) -> list[Message]:
        found = {m.sid: m for address in addresses for m in self._by_address.get(address, []) if m.revision > revision}
        return sorted(found.values(), key=lambda message: message.serial)

    def citizens(self) -> list[str]:
        with self._lock:
            return sorted({message.citizen for message in self._messages.values()})

    def open_window(self, citizen: str, office: str, since: datetime | None = None) -> None:
        with self._lock:
            self._windows[citizen, office] = since or now()

    def close_window(self, citizen: str, office: str) -> None:
        with self._lock:
            self._windows.pop((citizen, office), None)

    def window_open(self, citizen: str, office: str) -> bool:
        opened = self._windows.get((citizen, office))
        return opened is not None and now() - opened < WINDOW
