"""An installation as it is shipped, each of its processes apart, with a local Twilio that is never harmed."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import requests
from honcho.environ import parse_procfile

from assembly.chat import services, words
from assembly.parts import Parts, join
from bench.chaos.citizens import Citizen
from bench.chaos.supervisor import Supervisor, supervising
from bench.installation import BIN, ROOT, environ
from bot.forms import forms
from launch.embedded_redis import program
from launch.welcome import answers
from notifications.channels.twilio import TwilioCarrier
from notifications.pushing import push
from registry.demo.population import RINA, RINAS_KK
from registry.demo.stock import stock_up
from registry.issuing.certificates import make_demo_authority
from registry.migrating import migrate
from registry.models.columns import now
from registry.residents import HEAD as OF_THE_FAMILY
from registry.residents import enrol, family
from settings import Settings
from tests.conftest import free_port
from tests.whole.installation import furnish, simulator

HEAD = "kepala.bpp"
MORNING = 9  # o'clock, when it begins


@dataclass(frozen=True)
class Town:
    parts: Parts
    supervisor: Supervisor
    twilio: str
    web: str

    def settle(self, citizens: Iterable[Citizen]) -> None:
        """They are in the register, each alone on a family card, and else as Rina Contoh of the examples."""
        with self.parts.database.writing() as session:
            rina = next(one for one in family(session, RINAS_KK) if one.nik == RINA)
            alone = replace(rina, relation=OF_THE_FAMILY)
            enrol(session, (replace(alone, nik=her.nik, kk_number=her.nik, born_on=her.born) for her in citizens))

    def carrier(self, action: str, **given: Any) -> None:
        requests.post(f"{self.twilio}/simulator/{action}", json=given, timeout=30).raise_for_status()


@contextmanager
def town(folder: Path, database_url: str) -> Iterator[Town]:
    web, twilio, redis = free_port(), free_port(), free_port()
    redis_url = f"redis://127.0.0.1:{redis}/0"
    told = environ(folder, database_url, redis_url, web, f"http://127.0.0.1:{web}")
    told |= {"TWILIO_API_URL": f"http://127.0.0.1:{twilio}", "ISSUING": "sample"}
    parts = join(Settings.from_env(told))
    _furnish(parts)
    with supervising(told, folder / "log") as supervisor:
        supervisor.start("simulator", [sys.executable, *simulator(twilio, web)])
        supervisor.start("redis", [program(), "--bind", "127.0.0.1", "--port", str(redis), "--save", ""])
        for name, command in _procfile():
            supervisor.start(name, command)
        here = Town(parts, supervisor, f"http://127.0.0.1:{twilio}", f"http://127.0.0.1:{web}")
        if not (answers(f"{here.twilio}/simulator/state") and answers(f"{here.web}/healthz")):
            raise RuntimeError(f"the installation does not answer:\n{(folder / 'log').read_text()[-3000:]}")
        push(TwilioCarrier(parts.settings), parts.database, forms(services(), words()))
        yield here
    parts.database.dispose()


def _procfile() -> Iterator[tuple[str, list[str | Path]]]:
    """As the Procfile starts them, each by itself."""
    for name, line in parse_procfile((ROOT / "Procfile").read_text()).processes.items():
        first, *rest = shlex.split(line)
        if name != "release":
            yield name, [BIN / first, *rest]


def _furnish(parts: Parts) -> None:
    migrate(parts.database)
    at = now()
    office, staff = furnish(parts.database, make_demo_authority(at=at), parts.store)
    with parts.database.writing() as session:
        east = (MORNING - at.hour + 12) % 24 - 12  # hours
        office.timezone = f"Etc/GMT{-east:+d}"  # it is day there: what nobody asked for waits for no morning
        session.add(office)
        stock_up(session, office, staff, at)
