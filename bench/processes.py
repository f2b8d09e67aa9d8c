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
