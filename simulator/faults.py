"""Faults the carrier can be told to have: on webhooks, on receipts and on API calls."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass, field
from threading import Event, Lock
from typing import Any

KINDS = ("refuse", "fail", "timeout", "freeze")


@dataclass
class Mischief:
    """Chances from 0 to 1 for what is posted to the product; `next` limits them to so many posts."""

    duplicate: float = 0
    reorder: float = 0
    delay: float = 0
    delay_ms: int = 1000
    drop: float = 0
    next: int | None = None


@dataclass
class CallFault:
    """What happens to an API call.

    refuse: answered at once with `code` (20429 is a 429, 20500 to 20504 a 5xx, any other a 400).
    fail: accepted, then a failed receipt with `code`.
    timeout: accepted and delivered, but the line is cut after `seconds` without an answer.
    freeze: neither accepted nor answered until the faults change.
    """

    kind: str
    code: int = 0
    seconds: float = 0
    probability: float = 1
    next: int | None = None
    on: str = "create"

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.on not in ("create", "any"):
            raise ValueError(f"kind is one of {', '.join(KINDS)}; on is create or any")
        if self.kind in ("refuse", "fail") and not self.code:
            raise ValueError(f"{self.kind} needs a code, such as 20429 or 63016")


@dataclass
class Plan:
    seed: int = 0
    latency_ms: int = 0
    webhooks: Mischief = field(default_factory=Mischief)
    receipts: Mischief = field(default_factory=Mischief)
    calls: list[CallFault] = field(default_factory=list)


@dataclass(frozen=True)
class Fate:
    """What becomes of one post to the product."""

    drop: bool = False
    delay_seconds: float = 0
    hold: bool = False
    twice: bool = False


class Faults:
    """The plan in force. The same seed and the same order of events give the same faults."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.changed = Event()
        self._take(Plan())

    def _take(self, plan: Plan) -> None:
        self.plan = plan
        # One source of chance each, so that receipts do not shift what webhooks draw.
        self._chance = {name: random.Random(f"{plan.seed}{name}") for name in ("webhooks", "receipts", "calls")}  # noqa: S311 - repeatable on purpose

    def set(self, wanted: dict[str, Any]) -> None:
        """Replaces the whole plan, {} heals; frees what is frozen. Raises ValueError or TypeError."""
        plan = Plan(
            **{
                **wanted,
                "webhooks": Mischief(**wanted.get("webhooks", {})),
                "receipts": Mischief(**wanted.get("receipts", {})),
                "calls": [CallFault(**row) for row in wanted.get("calls", [])],
            }
        )
        with self._lock:
            self._take(plan)
            self.changed.set()
            self.changed = Event()

    def as_json(self) -> dict[str, Any]:
        return asdict(self.plan)

    def of_post(self, stream: str) -> Fate:
        """Draws the fate of one webhook or receipt."""
        with self._lock:
            mischief: Mischief = getattr(self.plan, stream)
            if not _still_on(mischief):
                return Fate()
            chance = self._chance[stream].random
            draws = [chance() for _ in range(4)]
            return Fate(
                drop=draws[0] < mischief.drop,
                delay_seconds=mischief.delay_ms / 1000 if draws[1] < mischief.delay else 0,
                hold=draws[2] < mischief.reorder,
                twice=draws[3] < mischief.duplicate,
            )

    def of_call(self, creates: bool) -> CallFault | None:
        """Draws the fault of one API call, the first in the list that applies."""
        with self._lock:
            for fault in self.plan.calls:
                if fault.on == "create" and not creates:
                    continue
                if self._chance["calls"].random() < fault.probability and _still_on(fault):
                    return fault
            return None


def _still_on(limited: Mischief | CallFault) -> bool:
    if limited.next is None:
        return True
    limited.next = max(limited.next - 1, -1)
    return limited.next >= 0
