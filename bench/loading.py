"""A load at work on a web process, and what it gave."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bench.installation import heard, process, say
from bench.processes import cpu_seconds


@dataclass
class Side:
    """One of those that are served: its port and process, and what its rounds gave."""

    port: int
    pid: int
    rates: list[float] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)  # ms
    cpu: list[float] = field(default_factory=list)  # ms a turn, of the web process alone

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            f"{statistics.median(self.rates):.0f}",
            f"{percentile(self.latencies, 50):.1f}",
            f"{percentile(self.latencies, 99):.1f}",
            f"{statistics.median(self.cpu):.2f}",
        )


@dataclass(frozen=True)
class Paced:
    """`sent` is when each message was to go, by its SID: seconds since the epoch, as everything else tells them."""

    latencies: list[float]  # ms, from the planned time
    late: float  # ms that the load itself was late with, p99
    sent: dict[str, float]
    cpu: float  # the load's share of a core


class Load:
    def __init__(self, started: subprocess.Popen[str]) -> None:
        self._started = started
        self.shares: list[float] = []

    def play(self, side: Side, connections: int, seconds: float) -> int:
        """As fast as the answers come. How many turns it were."""
        before = cpu_seconds(side.pid)
        answer = self._ask(port=side.port, connections=connections, seconds=seconds)
        turns = len(answer["latencies"])
        side.rates.append(turns / answer["seconds"])
        side.latencies += answer["latencies"]
        side.cpu.append((cpu_seconds(side.pid) - before) * 1000 / turns)
        self.shares.append(answer["cpu"])
        return turns

    def pace(self, port: int, rate: float, seconds: float) -> Paced:
        """At this rate, whatever the answers do."""
        return Paced(**self._ask(port=port, rate=rate, seconds=seconds))

    def _ask(self, **job: float) -> dict[str, Any]:
        say(self._started, json.dumps(job))
        answer: dict[str, Any] = json.loads(heard(self._started))
        return answer


@contextmanager
def loading(public_url: str) -> Iterator[Load]:
    with process([sys.executable, "-m", "bench.load", public_url], {}, talks=True) as started:
        yield Load(started)


def percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]
