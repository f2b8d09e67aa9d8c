"""`python -m bench.chaos`: plays, harms, judges, prints; ends with 1 when anything was lost or stands otherwise."""

from __future__ import annotations

import secrets
import signal
import sys
import threading
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from bench import installation
from bench.chaos import databases, ledger, verdict
from bench.chaos.citizens import FAMILY_CARD, PARTS, Citizen, Crowd, Wait
from bench.chaos.officers import Officers
from bench.chaos.pauses import longest_delay, longest_recovery
from bench.chaos.repeating import repeating
from bench.chaos.town import Town, town
from bench.chaos.trouble import Fault, trouble
from bench.chaos.verdict import Verdict
from bench.table import table
from notifications.queues import Queue

DATABASES = {"sqlite": installation.sqlite, "postgresql": installation.postgresql}
SILENCE, LOOKS_EVERY = 120.0, 1.0  # seconds: a lost webhook is found within half of it
SETTLES = 180.0  # seconds after the last fault
CHORES_EVERY = 5.0  # seconds: the clock's minute is long for a run of two


@dataclass
class Run:
    """What one wild run gave."""

    seconds: float
    after: float  # seconds from the last fault until all was done
    faults: list[Fault]
    waits: list[Wait]
    verdict: Verdict
    complaints: list[str] = field(default_factory=list)


def main() -> None:
    told = _told()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started is ended
    with installation.scratch() as folder, DATABASES[told.on](folder) as new, town(folder, new("loket")) as here:
        try:
            run = _play(here, told)
        except KeyboardInterrupt:
            sys.exit(130)
    _print(run, told)
    sys.exit(0 if run.verdict.is_clean and not run.complaints else 1)


def _told() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.chaos", description="Nothing lost, nothing twice.")
    parser.add_argument("--on", choices=DATABASES, default="postgresql")
    parser.add_argument("--citizens", type=int, default=150, help="each plays one whole case")
    parser.add_argument("--at-once", type=int, default=48, help="so many of them at the same time")
    parser.add_argument("--asides", type=int, default=0, help="questions that each asks beside it")
    parser.add_argument("--seconds", type=float, default=90.0, help="of harm; then all is left to recover")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two faults")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6), help="of what goes wrong and when")
    parser.add_argument("--drop-one-in", type=int, default=0, help="break it: so many rows of the outbox lose one")
    return parser.parse_args()


def _play(here: Town, told: Namespace) -> Run:
    peaceful = [Citizen(number, part, told.asides) for number, part in enumerate(PARTS, 1)]
    crowd = Crowd.of(told.citizens, 1 + len(PARTS), told.asides)
    wake = partial(here.parts.waker.wake, Queue.CHORES)  # lost webhooks are looked for then
    here.settle(each for each in [*peaceful, *crowd.citizens] if each.part.script is FAMILY_CARD)
    with repeating(Officers(here).look, lambda: LOOKS_EVERY), repeating(wake, lambda: CHORES_EVERY):
        Crowd(peaceful).play(here.twilio, len(peaceful))
        if stuck := [citizen for citizen in peaceful if citizen.stuck]:
            raise RuntimeError(f"in peace, {stuck[0].part.name} did not hear {stuck[0].stuck!r}")
        peace = verdict.calm(here.twilio, peaceful)
        if told.drop_one_in:
            databases.drop_one_in(here.parts.database, told.drop_one_in)
        began = time.monotonic()
        playing = threading.Thread(target=crowd.play, args=(here.twilio, told.at_once), daemon=True)
        playing.start()
        with trouble(here, told.seed, told.every) as met:
            playing.join(told.seconds)
        healed = time.monotonic()
        _let_end(here, playing)
        crowd.over.set()
        settled = ledger.wait_for_quiet(here.parts.database, SETTLES)
        seconds, after = time.monotonic() - began, time.monotonic() - healed
    complaints = [] if settled else ["some work is still not done"]
    complaints += ledger.complaints(here.parts.database, [*peaceful, *crowd.citizens])
    complaints += [f"{each.part.name} {each.number} waits for {each.stuck!r}" for each in crowd.citizens if each.stuck]
    waits = [wait for citizen in crowd.citizens for wait in citizen.waits]
    return Run(seconds, after, met, waits, verdict.judge(here.twilio, crowd.citizens, peace, met), complaints)


def _let_end(here: Town, playing: threading.Thread) -> None:
    """Until all have come to their ends, or for so long nothing was left to do that nothing more can come."""
    silent = 0.0
    while playing.is_alive() and silent < SILENCE:
        playing.join(LOOKS_EVERY)
        silent = silent + LOOKS_EVERY if ledger.is_quiet(here.parts.database) else 0.0


def _print(run: Run, told: Namespace) -> None:
    by_name = Counter(fault.name for fault in run.faults)
    table("Faults", ("what", "times"), [(name, str(times)) for name, times in sorted(by_name.items())])
    seen = run.verdict
    figures: Sequence[tuple[str, str]] = (
        ("seed", str(told.seed)),
        ("database", told.on),
        ("citizens", str(told.citizens)),
        ("seconds", f"{run.seconds:.0f}"),
        ("of them after the last fault", f"{run.after:.0f}"),
        ("faults", str(len(run.faults))),
        ("messages", str(seen.messages)),
        ("lost", str(len(seen.lost))),
        ("out of order", str(len(seen.disordered))),
        ("twice", str(seen.twice.total())),
        ("faults that may have lost an answer", str(seen.doubtful)),
        ("longest delay of an answer, seconds", f"{longest_delay(run.waits):.1f}"),
        ("longest recovery, seconds", f"{longest_recovery(run.faults, run.waits):.1f}"),
    )
    table("Nothing lost, nothing twice", ("what", "figure"), figures)
    for citizen, text in seen.lost[:10]:
        sys.stdout.write(f"lost: {citizen.part.name} {citizen.number}: {text[:100]!r}\n")
    for text, times in seen.twice.most_common(10):
        sys.stdout.write(f"more than in peace, {times} times: {text[:100]!r}\n")
    for complaint in run.complaints[:20]:
        sys.stdout.write(f"{complaint}\n")


if __name__ == "__main__":
    main()
