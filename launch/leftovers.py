"""What an earlier `make run` left behind: killed, it could end nobody, and its processes hold the ports."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

MARK = "LOKET_RUN"  # in the environment of every process of a run: its folder, and the number of its launcher
PROCESSES = Path("/proc")  # where a system has none, nothing is found
ENDED = "ZX"  # and nobody has asked after it
PATIENCE, PAUSE = 10.0, 0.1  # seconds


def mark(environ: MutableMapping[str, str], root: Path) -> None:
    environ[MARK] = f"{root}:{os.getpid()}"


def end(root: Path) -> list[int]:
    """The numbers of the processes that were ended. Those of a run whose launcher lives are left alone."""
    marked = {number for number, launcher in _of(root) if not _lives(launcher)}
    left = sorted(marked | {number for number, group in _groups().items() if group in marked})
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for number in left:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(number, sign)
        if _gone(left):
            break
    return left


def running(root: Path) -> int | None:
    """The launcher of a run of this folder that goes on, if there is one."""
    return next((launcher for _, launcher in _of(root) if _lives(launcher)), None)


def _of(root: Path) -> list[tuple[int, int]]:
    """Process and launcher, of each process that a run of this folder began."""
    found = list[tuple[int, int]]()
    for folder in PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            for line in (folder / "environ").read_bytes().split(b"\0"):
                name, _, told = line.decode("utf-8", "replace").partition("=")
                where, _, launcher = told.rpartition(":")
                if name == MARK and where == str(root) and launcher.isdecimal():
                    found.append((int(folder.name), int(launcher)))
    return found


def _lives(launcher: int) -> bool:
    """The number may have been given to another since."""
    with suppress(OSError):
        return b"launch.run" in (PROCESSES / str(launcher) / "cmdline").read_bytes()
    return False


def _gone(numbers: list[int]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not _groups().keys() & set(numbers):
            return True
        time.sleep(PAUSE)
    return False


def _groups() -> dict[int, int]:
    """The group of each process that has not ended. Redis, which writes its title over its environment, is found by it:
    the shell that began it leads the group."""
    found = dict[int, int]()
    for folder in PROCESSES.glob("[0-9]*"):
        with suppress(OSError):
            state, _, group, *_ = (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if state not in ENDED:
                found[int(folder.name)] = int(group)
    return found
