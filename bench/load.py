"""The citizens' side of the line, a process of its own: `python -m bench.load`.

Reads one JSON job a line (port, connections, seconds) and writes one JSON answer a line. Requests are made and signed
before the clock starts; then each connection is kept alive and only writes bytes and reads the answer, so that the
load takes little of the machine. `cpu` tells how much: the share of one core.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Iterator

from bench.citizens import requests

MOST = 1_500  # turns a second to have ready: more than two cores give


class WentWrong(Exception):
    """The server answered with something else than 200, or the citizens ran out."""


async def play(port: int, connections: int, seconds: float, citizens: Iterator[list[bytes]]) -> dict[str, object]:
    began, cpu = time.perf_counter(), time.process_time()
    until = began + seconds
    lines = await asyncio.gather(*(_line(port, citizens, until) for _ in range(connections)))
    return {
        "seconds": seconds,
        "latencies": [round(latency * 1000, 3) for line in lines for latency in line],
        "cpu": round((time.process_time() - cpu) / (time.perf_counter() - began), 3),
    }


async def _line(port: int, citizens: Iterator[list[bytes]], until: float) -> list[float]:
    """One keep-alive connection: a citizen at a time, each waiting for the answer before writing on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    latencies: list[float] = []
    for script in citizens:
        for request in script:
            began = time.perf_counter()
            if began >= until:
                writer.close()
                return latencies
            writer.write(request)
            await _answer(reader)
            latencies.append(time.perf_counter() - began)
    raise WentWrong("the citizens ran out: raise MOST in bench/load.py")


async def _answer(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(int(length[15:]))
    if not head.startswith(b"HTTP/1.1 200"):
        raise WentWrong(f"the server answered {head[9:12].decode()}")


def _ready(citizens: Iterator[list[bytes]], turns: float) -> Iterator[list[bytes]]:
    made: list[list[bytes]] = []
    while turns > 0:
        made.append(next(citizens))
        turns -= len(made[-1])
    return iter(made)


def main() -> None:
    citizens = requests(sys.argv[1])
    for line in sys.stdin:
        job = json.loads(line)
        scripts = _ready(citizens, MOST * job["seconds"])
        answer = asyncio.run(play(job["port"], job["connections"], job["seconds"], scripts))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
