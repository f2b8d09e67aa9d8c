"""All of Loket as it runs: web, workers and clock as processes, a real Redis, and the local Twilio to speak through."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assembly.chat import services, words
from bot.forms import forms
from launch.welcome import answers
from notifications.channels.twilio import TwilioCarrier
from notifications.pushing import push
from registry.database import Database
from registry.demo.offices import SENDERS, make_offices, make_senders
from registry.demo.population import population
from registry.demo.staff import Staff, make_staff
from registry.issuing.certificates import Authority, make_demo_authority
from registry.models import Office
from registry.models.columns import now
from registry.places.regions import load_regions
from registry.residents import enrol
from registry.uploads.store import ObjectStore
from registry.vault import vault
from settings import Settings
from tests.conftest import VAULT_KEYS, free_port

ROOT = Path(__file__).resolve().parents[2]
ACCOUNT, TOKEN = "AC" + 32 * "0", "a made-up token"
PATIENCE = 20  # seconds until a process that was told to stop is killed


@dataclass(frozen=True)
class Installation:
    """`log` is what all processes wrote; `web` is the process that the carrier knows, `webs` are all of them."""

    web: str
    twilio: str
    database: Database
    authority: Authority
    log: Path
    webs: tuple[str, ...]


@contextmanager
def running(
    folder: Path, database_url: str, redis_url: str, *, webs: int = 1, workers: int = 1
) -> Iterator[Installation]:
    """So many web processes, and so many of each other."""
    ports, twilio = [free_port() for _ in range(webs)], free_port()
    web = ports[0]
    environ = _environ(folder, database_url, redis_url, web, twilio)
    database, authority = Database(database_url, pool=2), make_demo_authority(at=now())
    with (folder / "log").open("w") as log, _processes(environ, log.fileno(), ports, workers, twilio):
        furnish(database, authority, ObjectStore(folder / "objects", vault()))
        here = Installation(
            f"http://127.0.0.1:{web}",
            f"http://127.0.0.1:{twilio}",
            database,
            authority,
            folder / "log",
            tuple(f"http://127.0.0.1:{each}" for each in ports),
        )
        for url in (f"{here.twilio}/simulator/state", *(f"{each}/healthz" for each in here.webs)):
            assert any(answers(url) for _ in range(webs + workers)), f"{url} does not answer"
        carrier = TwilioCarrier(Settings.from_env(environ))
        push(carrier, database, forms(services(), words()))
        yield here
    database.dispose()


def _environ(folder: Path, database_url: str, redis_url: str, web: int, twilio: int) -> dict[str, str]:
    keys = {**VAULT_KEYS.sealing, "index": VAULT_KEYS.index}
    return os.environ | {
        "DATABASE_URL": database_url, "REDIS_URL": redis_url, "OBJECT_STORE": str(folder / "objects"),
        "DELETION_JOURNAL": str(folder / "deletions.jsonl"),
        "PORT": str(web), "PUBLIC_URL": f"http://127.0.0.1:{web}", "TWILIO_API_URL": f"http://127.0.0.1:{twilio}",
        "TWILIO_ACCOUNT_SID": ACCOUNT, "TWILIO_AUTH_TOKEN": TOKEN, "SECRET_KEY": "a made-up key that is long enough",
        "VAULT_KEYS": ",".join(f"{name}:{base64.b64encode(key).decode()}" for name, key in keys.items()),
        "ISSUING": "sample",
    }  # fmt: skip


@contextmanager
def _processes(environ: Mapping[str, str], log: int, ports: Sequence[int], workers: int, twilio: int) -> Iterator[None]:
    gunicorn = ["-m", "gunicorn", "wsgi:create_app()"]
    others = ["worker.py", "drain", "send", "uploads", "chores", "register", "forms", "clock", "modems"]
    commands = [*((port, gunicorn) for port in ports), *(workers * [(ports[0], others)])]
    started = [
        subprocess.Popen([sys.executable, *each], cwd=ROOT, env={**environ, "PORT": str(port)}, stdout=log, stderr=log)
        for port, each in (*commands, (twilio, simulator(twilio, ports[0])))
    ]
    try:
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            _ended(process)


def simulator(port: int, web: int) -> list[str]:
    """How python is told to be a local Twilio of the demo's numbers for a product at `web`."""
    command = ["-m", "simulator", "--port", str(port), "--product", f"http://127.0.0.1:{web}"]
    command += ["--account", ACCOUNT, "--token", TOKEN]
    for address, label, _ in SENDERS:
        command += ["--sender", f"{address}={label}"]
    return command


def _ended(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        raise


def furnish(database: Database, authority: Authority, store: ObjectStore) -> tuple[Office, Staff]:
    """The offices and numbers of the demo, the officers of Balikpapan (returned), and the families of the examples."""
    with database.writing() as session:
        enrol(session, population(load_regions(), families=0))
        offices = make_offices(session)
        make_senders(session, offices)
        return offices["BPP"], make_staff(session, offices["BPP"], authority, store, now())
