"""Processes that are killed without warning, and started anew as whoever supervises an installation does."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.installation import ROOT

LOOKS_EVERY = 0.2  # seconds
Command = Sequence[str | Path]


@dataclass
class Watched:
    """One process and all it starts, in a group of its own."""

    name: str
    command: Command
    started: subprocess.Popen[bytes] | None = None
    ends: int = 0  # how often it ended, killed or by itself


@dataclass
class Supervisor:
    """Starts what ended, until the block is left; what they write goes to `log`."""

    environ: Mapping[str, str]
    log: Path
    watched: dict[str, Watched] = field(default_factory=dict)

    def __enter__(self) -> Supervisor:
        self._over, self._lock = threading.Event(), threading.Lock()
        self._out = self.log.open("ab")
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        for each in reversed(self.watched.values()):
            self._signal(each, signal.SIGTERM)
        for each in self.watched.values():
            _wait(each)
            self._signal(each, signal.SIGKILL)  # what outlived its parent
        self._out.close()

    def start(self, name: str, command: Command) -> None:
        with self._lock:
            self.watched[name] = Watched(name, command)
            self._begin(self.watched[name])

    def kill(self, name: str) -> None:
        """With SIGKILL, in the middle of whatever it does, and its children with it."""
        with self._lock:
            self._signal(self.watched[name], signal.SIGKILL)

    def _begin(self, each: Watched) -> None:
        each.started = subprocess.Popen(  # noqa: S603 - our own programs
            each.command, cwd=ROOT, env={**os.environ, **self.environ}, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=self._out, stderr=self._out,
        )  # fmt: skip

    def _watch(self) -> None:
        while not self._over.wait(LOOKS_EVERY):
            with self._lock:
                for each in self.watched.values():
                    if each.started and each.started.poll() is not None:
                        each.ends += 1
                        self._signal(each, signal.SIGKILL)
                        self._begin(each)

    def _signal(self, each: Watched, number: signal.Signals) -> None:
        if each.started:
            with suppress(ProcessLookupError):
                os.killpg(each.started.pid, number)


def _wait(each: Watched, patience: float = 15) -> None:
    until = time.monotonic() + patience
    while each.started and each.started.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
