"""The citizens' side of the line, a process of its own: `python -m bench.load`.

Reads one JSON job a line and writes one JSON answer a line. With `connections` each of them is kept alive and writes on
as soon as it is answered; with a `rate` messages go at their planned time, whatever the answers do, and what one waits
counts from then. Requests are made and signed before the clock starts, so that the load takes little of the machine:
`cpu` tells the share of one core.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Iterator
from typing import Any

from bench.citizens import requests

MOST = 2_500  # turns a second to have ready: more than two cores give
LONGEST = 9  # messages of a citizen
KEPT = 1.0  # seconds in which a connection is used again
SID = b"MessageSid="
Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Scripts = Iterator[list[bytes]]


class WentWrong(Exception):
    """The server answered with something else than 200, or the citizens ran out."""


async def play(port: int, connections: int, seconds: float, citizens: Scripts) -> dict[str, Any]:
    began = time.perf_counter()
    until = began + seconds
    lines = await asyncio.gather(*(_line(port, citizens, until) for _ in range(connections)))
    took = time.perf_counter() - began  # the last answers come when the time is over
    return {"seconds": took, "latencies": [_ms(latency) for line in lines for latency in line]}


async def _line(port: int, citizens: Scripts, until: float) -> list[float]:
    """One keep-alive connection: a citizen at a time, each waiting for the answer before writing on."""
    line = await _connected(port)
    latencies: list[float] = []
    for script in citizens:
        for request in script:
            began = time.perf_counter()
            if began >= until:
                line[1].close()
                return latencies
            await _exchange(line, request)
            latencies.append(time.perf_counter() - began)
    raise WentWrong("the citizens ran out: raise MOST in bench/load.py")


async def pace(port: int, rate: float, messages: list[bytes]) -> dict[str, Any]:
    """A message that finds no idle connection takes a new one, as the carrier's do."""
    idle = Idle(port)
    began, epoch = time.perf_counter(), time.time()
    under_way = []
    for number, message in enumerate(messages):
        planned = began + number / rate
        await asyncio.sleep(planned - time.perf_counter())
        under_way.append(asyncio.create_task(_sent(idle, message, planned)))
    times = await asyncio.gather(*under_way)
    idle.close()
    late = sorted(began_late for _, began_late in times)
    return {
        "latencies": [_ms(latency) for latency, _ in times],
        "late": _ms(late[len(late) * 99 // 100]),
        "sent": {sid_of(message): epoch + number / rate for number, message in enumerate(messages)},
    }


class Idle:
    """Connections that wait for their next message. The server closes one that has waited for two seconds."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lines: list[tuple[Line, float]] = []

    async def taken(self) -> Line:
        while self._lines:
            line, since = self._lines.pop()
            if time.perf_counter() - since < KEPT:
                return line
            line[1].close()
        return await _connected(self._port)

    def back(self, line: Line) -> None:
        self._lines.append((line, time.perf_counter()))

    def close(self) -> None:
        for (_, writer), _ in self._lines:
            writer.close()


async def _sent(idle: Idle, message: bytes, planned: float) -> tuple[float, float]:
    """Seconds from the planned time to the answer, and to the moment when it went."""
    late = time.perf_counter() - planned
    line = await idle.taken()
    await _exchange(line, message)
    idle.back(line)
    return time.perf_counter() - planned, late


def sid_of(message: bytes) -> str:
    start = message.index(SID) + len(SID)
    return message[start : start + 34].decode()


async def _connected(port: int) -> Line:
    return await asyncio.open_connection("127.0.0.1", port)


async def _exchange(line: Line, request: bytes) -> None:
    reader, writer = line
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(int(length[15:]))
    if not head.startswith(b"HTTP/1.1 200"):
        raise WentWrong(f"the server answered {head[9:12].decode()}")


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 3)


def ready(citizens: Scripts, turns: float) -> Scripts:
    made: list[list[bytes]] = []
    while turns > 0:
        made.append(next(citizens))
        turns -= len(made[-1])
    return iter(made)


def mixed(citizens: Scripts, crowd: int, count: int) -> Iterator[bytes]:
    """Messages of so many citizens at a time, each in their own order; who is done makes room for the next one."""
    chance = random.Random(crowd)  # noqa: S311 - the same in each run
    scripts = [iter(next(citizens)) for _ in range(crowd)]
    for _ in range(count):
        whose = chance.randrange(crowd)
        if (message := next(scripts[whose], None)) is None:
            scripts[whose] = iter(next(citizens))
            message = next(scripts[whose])
        yield message


def measured(job: dict[str, Any], citizens: Scripts) -> dict[str, Any]:
    seconds = job["seconds"]
    if rate := job.get("rate"):
        messages = list(mixed(citizens, round(rate), round(rate * seconds)))
        load = pace(job["port"], rate, messages)
    else:
        load = play(
            job["port"], job["connections"], seconds, ready(citizens, MOST * seconds + LONGEST * job["connections"])
        )
    began, cpu = time.perf_counter(), time.process_time()
    answer = asyncio.run(load)
    return answer | {"cpu": round((time.process_time() - cpu) / (time.perf_counter() - began), 3)}


def main() -> None:
    citizens = requests(sys.argv[1])
    for line in sys.stdin:
        sys.stdout.write(json.dumps(measured(json.loads(line), citizens)) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
