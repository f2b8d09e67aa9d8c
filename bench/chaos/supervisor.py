"""Processes that are killed without warning, and started anew as whoever supervises an installation does."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bench.chaos.repeating import repeating
from bench.installation import ROOT

LOOKS_EVERY = 0.2  # seconds
PATIENCE = 15.0  # seconds until a process that was told to stop is killed
Command = Sequence[str | Path]


@dataclass
class Watched:
    """One process and all it starts, in a group of its own."""

    command: Command
    started: subprocess.Popen[bytes]


@contextmanager
def supervising(environ: Mapping[str, str], log: Path) -> Iterator[Supervisor]:
    """What they write goes to `log`; all end with the block."""
    with log.open("ab") as out:
        supervisor = Supervisor(environ, out)
        try:
            with repeating(supervisor.look, lambda: LOOKS_EVERY):
                yield supervisor
        finally:
            supervisor.end()


class Supervisor:
    """Starts what ended."""

    def __init__(self, environ: Mapping[str, str], out: IO[bytes]) -> None:
        self._environ, self._out = environ, out
        self._lock = threading.Lock()
        self.watched: dict[str, Watched] = {}

    def start(self, name: str, command: Command) -> None:
        with self._lock:
            self.watched[name] = Watched(command, self._begun(command))

    def kill(self, name: str) -> None:
        """With SIGKILL, in the middle of whatever it does, and its children with it."""
        with self._lock:
            _signal(self.watched[name], signal.SIGKILL)

    def look(self) -> None:
        with self._lock:
            for each in self.watched.values():
                if each.started.poll() is not None:
                    _signal(each, signal.SIGKILL)  # what outlived its parent
                    each.started = self._begun(each.command)

    def end(self) -> None:
        for each in reversed(self.watched.values()):
            _signal(each, signal.SIGTERM)
        for each in self.watched.values():
            with suppress(subprocess.TimeoutExpired):
                each.started.wait(PATIENCE)
            _signal(each, signal.SIGKILL)

    def _begun(self, command: Command) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own programs
            command, cwd=ROOT, env={**os.environ, **self._environ}, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=self._out, stderr=self._out,
        )  # fmt: skip


def _signal(each: Watched, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(each.started.pid, number)
