"""From the webhook to the carrier's ear: through web, workers and Redis as shipped, to a carrier that takes 150 ms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlmodel import col, select

from bench.loading import percentile
from bench.outgoing import LATENCY
from bench.table import beside, table
from bench.whole import whole
from registry.database import Database
from registry.models import Event, Outgoing

RATE = 50  # messages a second
AIM = 400  # ms, of 95 in 100
HEADER = ("from the webhook's time until", "of them", "p50 ms", "p95 ms", "p99 ms", "aim")


def measure(folder: Path, seconds: float) -> None:
    """Heard is what the carrier has taken: at the end of its 150 ms, just before it answers."""
    with whole(folder / "ear") as here:
        here.town.carrier("faults", latency_ms=LATENCY)
        here.warm_up(RATE)
        found = here.pace(RATE, seconds)
        here.settle()
        answered = waits(found.sent, _answers(here.town.parts.database), here.heard())
    rows = [
        _row("its first answer is heard", [each[0] for each in answered], AIM),
        _row("its last answer is heard", [each[-1] for each in answered]),
        _row("it is acknowledged", found.latencies),
    ]
    what = f"{len(found.sent)} webhooks at {RATE} a second, carrier takes {LATENCY} ms, PostgreSQL"
    table(f"To the carrier's ear: {what}; late by the load {found.late:.0f} ms", HEADER, rows)


def waits(
    sent: Mapping[str, float], answers: Mapping[str, Sequence[str]], heard: Mapping[str, float]
) -> list[list[float]]:
    """For each message with an answer of its own, after how many ms each part of that was heard, in order. Words that
    wait for the next line are answered with it."""
    return [sorted((heard[part] - at) * 1000 for part in answers[sid]) for sid, at in sent.items() if sid in answers]


def _answers(database: Database) -> Mapping[str, Sequence[str]]:
    """SIDs of what each message was answered with, by its own SID."""
    found = defaultdict[str, list[str]](list)
    told = select(col(Event.message_sid), col(Outgoing.sid)).join(Outgoing, col(Outgoing.event_id) == Event.id)
    with database.reading() as session:
        for message, part in session.exec(told.where(col(Event.message_sid).is_not(None))):
            if part is None:
                raise RuntimeError("the carrier did not take an answer")
            found[str(message)].append(part)
    return found


def _row(what: str, times: list[float], aim: int | None = None) -> tuple[str, ...]:
    cuts = [percentile(times, percent) for percent in (50, 95, 99)]
    told = beside(cuts[1] <= aim, f"p95 <= {aim} ms") if aim else ""
    return what, str(len(times)), *(f"{cut:.0f}" for cut in cuts), told
