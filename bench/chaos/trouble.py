"""What goes wrong, by chance but from a seed: processes are killed, Redis emptied, the carrier fails in its ways."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

import requests
from redis import Redis, RedisError

from bench.chaos.databases import crash
from bench.chaos.repeating import repeating
from bench.chaos.town import Town

KILLED = ("web", "drain", "send", "uploads", "chores", "register", "forms", "clock", "redis")
OFTEN = ("web", "drain", "send")  # what a message goes through
PLANS: dict[str, dict[str, Any]] = {
    "webhooks twice, late, out of order": {
        "webhooks": {"duplicate": 0.3, "delay": 0.2, "delay_ms": 1500, "reorder": 0.2},
        "receipts": {"duplicate": 0.3, "delay": 0.2, "delay_ms": 1500, "reorder": 0.2},
    },
    "webhooks and receipts lost": {"webhooks": {"drop": 0.1}, "receipts": {"drop": 0.3}},
    "carrier answers 429": {"calls": [{"kind": "refuse", "code": 20429, "probability": 0.5}]},
    "carrier answers 503": {"calls": [{"kind": "refuse", "code": 20503, "probability": 0.5}]},
    "carrier takes it, then hangs up": {"calls": [{"kind": "timeout", "seconds": 0.3, "probability": 0.3}]},
    "carrier freezes": {"calls": [{"kind": "freeze", "on": "any", "probability": 0.5}]},
}
LOSE_AN_ANSWER = ("send killed", "carrier takes it, then hangs up", "PostgreSQL restarted")


class Fault(NamedTuple):
    name: str
    at: float  # by the monotonic clock


@contextmanager
def trouble(town: Town, seed: int, every: float) -> Iterator[list[Fault]]:
    """One fault after another until the block is left; then the carrier is healed. Yields those that were met."""
    chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
    faults, met = Faults(town, chance).all(), list[Fault]()

    def strike() -> None:
        name, harm = chance.choice(faults)
        met.append(Fault(name, time.monotonic()))
        harm()

    with repeating(strike, lambda: every * chance.uniform(0.5, 1.5)):
        yield met
    town.carrier("faults")


class Faults:
    def __init__(self, town: Town, chance: random.Random) -> None:
        self._town, self._chance = town, chance

    def all(self) -> list[tuple[str, Callable[[], None]]]:
        faults = [(f"{name} killed", self._killing(name)) for name in (*KILLED, *OFTEN)]
        faults += [(name, self._planning(name)) for name in PLANS]
        faults.append(("Redis emptied", self._empty))
        if not self._town.parts.database.is_sqlite:
            faults.append(("PostgreSQL restarted", lambda: crash(self._town.parts.database)))
        return faults

    def _killing(self, name: str) -> Callable[[], None]:
        return lambda: self._town.supervisor.kill(name)

    def _planning(self, name: str) -> Callable[[], None]:
        """In force until the carrier's next mood."""
        return lambda: self._carrier({"seed": self._chance.randrange(10**6), **PLANS[name]})

    def _carrier(self, plan: dict[str, Any]) -> None:
        with suppress(requests.RequestException):
            self._town.carrier("faults", **plan)

    def _empty(self) -> None:
        with suppress(RedisError), Redis.from_url(self._town.parts.settings.redis_url) as redis:
            redis.flushall()
