"""All of an installation at work, each process as the Procfile starts it, and citizens who write to it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import requests

from assembly.due import oldest
from bench import installation
from bench.chaos.town import Town, town
from bench.citizens import SMS_SENDER, WHATSAPP_SENDER, by_sms, number_of
from bench.loading import Load, Paced, Side, loading
from bench.pace import TO_WARM_UP
from bench.processes import sizes
from registry.models.columns import now

SHORTEST = 7  # messages of a citizen


@dataclass
class Whole:
    town: Town
    load: Load
    side: Side  # its web process
    _opened: int = 0  # windows

    def warm_up(self, rate: int) -> None:
        self.pace(rate, TO_WARM_UP)

    def pace(self, rate: int, seconds: float) -> Paced:
        self._open_windows(rate + round(rate * seconds) // SHORTEST)
        return self.load.pace(self.side.port, rate, seconds)

    def sizes(self, name: str) -> list[float]:
        """MB of each process that goes by this line of the Procfile."""
        return sizes(self.town.supervisor.watched[name].started.pid)

    def _open_windows(self, citizens: int) -> None:
        """Of those who write by WhatsApp next: the load goes past the simulator, which opens them otherwise."""
        until = self._opened + citizens
        for citizen in range(self._opened, until):
            if not by_sms(citizen):
                whose = {"from": f"whatsapp:{number_of(citizen)}", "to": WHATSAPP_SENDER}
                self.town.carrier("window", **whose, open=True)
        self._opened = until

    def settle(self, patience: float = 60) -> None:
        """Until nothing is due any more."""
        until = time.monotonic() + patience
        while any(self.waiting().values()):
            if time.monotonic() > until:
                raise RuntimeError(f"still waiting, for so many seconds: {dict(self.waiting())}")
            time.sleep(0.2)

    def waiting(self) -> Mapping[str, float]:
        with self.town.parts.database.reading() as session:
            return oldest(session, now())

    def heard(self) -> dict[str, float]:
        """When the carrier took each message, by SID: seconds since the epoch."""
        query = {"address": [WHATSAPP_SENDER, SMS_SENDER]}
        found = requests.get(f"{self.town.twilio}/simulator/messages", query, timeout=60).json()["messages"]
        return {each["sid"]: datetime.fromisoformat(each["date"]).timestamp() for each in found if not each["inbound"]}


@contextmanager
def whole(folder: Path) -> Iterator[Whole]:
    """On PostgreSQL."""
    folder.mkdir()
    with installation.postgresql(folder) as new, town(folder, new("whole")) as here, loading(here.web) as load:
        yield Whole(here, load, Side(int(here.web.rpartition(":")[2]), here.supervisor.watched["web"].started.pid))
