"""What a process and its children have used, as the system tells it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

TELLS = Path("/proc/self/smaps_rollup").exists()
TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):  # it has just ended
        children = [(task / "children").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
        for child in " ".join(children).split():
            yield from family(int(child))


def pss(pid: int) -> float:
    """MB that are its own, and its share of what it has in common with others. Raises OSError when it has ended."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def sizes(pid: int) -> list[float]:
    """PSS of it and of each of its children."""
    found = []
    for each in list(family(pid)):
        with suppress(OSError):
            found.append(pss(each))
    return found


def cpu_seconds(pid: int) -> float:
    """Of the whole family so far; nothing where the system does not tell."""
    return sum(_ticks(each) for each in family(pid)) / TICK if TELLS else 0.0


def _ticks(pid: int) -> int:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    user, system = stat.rpartition(")")[2].split()[11:13]
    return int(user) + int(system)
