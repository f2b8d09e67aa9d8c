"""A process of its own for one stranger's file: whatever the file does, it does it to that process alone.

The process writes READY once it can work, then parts: each a line of JSON and the bytes that it announces. What is
written whole counts, whatever comes after."""

from __future__ import annotations

import json
import logging
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

READY = b"ready\n"
LONGEST = 30  # seconds an answer may take; the process limits its own CPU time and memory
MOST_MEMORY = 1 << 30  # bytes of address space, for the largest photo
MOST_CPU = 20  # seconds

_ROOT = Path(__file__).parents[2]
Part = tuple[dict[str, Any], bytes]

log = logging.getLogger(__name__)


def parts_of(module: str, *arguments: str, data: bytes = b"", longest: int = LONGEST) -> list[Part]:
    """What the module's process answers to `data`. Its death once it was ready is the file's doing, before that it is
    ours. Blocks: not for use inside a transaction."""
    command = [sys.executable, "-s", "-m", module, *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, cwd=_ROOT, env={}, timeout=longest)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        log.warning("%s was stopped after %d s", module, longest)
        return _whole((late.stdout or b"").removeprefix(READY))
    if not done.stdout.startswith(READY):
        raise RuntimeError(f"{module} does not start: {done.stderr.decode(errors='replace')[-500:]}")
    if done.returncode:
        log.warning("%s ended with %d", module, done.returncode)
    return _whole(done.stdout.removeprefix(READY))


def confine() -> None:
    """Called by the process itself before it touches the file, with everything imported that it needs."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()


def answer(header: dict[str, object], data: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps({**header, "bytes": len(data)}).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


def _whole(answered: bytes) -> list[Part]:
    """One that is not there whole was cut off by the process's death."""
    parts = list[Part]()
    while b"\n" in answered:
        line, _, answered = answered.partition(b"\n")
        header = json.loads(line)
        size = header.pop("bytes")
        if len(answered) < size:
            break
        parts.append((header, answered[:size]))
        answered = answered[size:]
    return parts
