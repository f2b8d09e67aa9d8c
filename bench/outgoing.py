"""Messages a second from one dispatcher to a carrier that takes 150 ms for each, in every citizen's own order."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import requests
from sqlmodel import Session, select

from assembly.outside import dispatcher
from assembly.parts import join
from bench.citizens import ACCOUNT, SMS_SENDER, TOKEN
from bench.installation import NewDatabase, environ, fill, heard, process
from bench.table import beside, table
from notifications.outbox import Message, queue
from registry.models import Channel, Contact, Sender
from registry.models.columns import now
from registry.vault import vault
from settings import Settings
from tests.conftest import free_port

LATENCY = 150  # ms
AIM = 80  # messages a second
CONTACTS = 40


def measure(name: str, new: NewDatabase, folder: Path, redis_url: str, each: int) -> None:
    port = free_port()
    nobody = f"http://127.0.0.1:{free_port()}"  # receipts go there
    told = environ(folder, new(f"outgoing_{name.lower()}"), redis_url, free_port(), nobody)
    told["TWILIO_API_URL"] = f"http://127.0.0.1:{port}"
    parts = join(Settings.from_env(told))
    fill(parts.database)
    with parts.database.writing() as session:
        addresses = _queue(session, each)
    with _carrier(port) as url:
        began = time.perf_counter()
        dispatcher(parts).run(at=now())
        rate = CONTACTS * each / (time.perf_counter() - began)
        disordered = [address for address in addresses if _received(url, address) != _texts(each)]
    parts.database.dispose()
    if disordered:
        raise RuntimeError(f"{len(disordered)} of {CONTACTS} citizens got something else than was queued")
    what = f"{CONTACTS * each} messages to {CONTACTS} citizens"
    rows = [(what, f"{rate:.0f}", "kept", beside(rate >= AIM, f">= {AIM}"))]
    table(f"Outgoing, carrier takes {LATENCY} ms, {name}", ("what", "a second", "order", "aim"), rows)


def _texts(each: int) -> list[str]:
    return [f"Pesan {number}" for number in range(each)]


def _queue(session: Session, each: int) -> list[str]:
    sender = session.exec(select(Sender).where(Sender.address == SMS_SENDER)).one()
    addresses = [f"+62898{number:08d}" for number in range(CONTACTS)]
    contacts = [_contact(sender, address) for address in addresses]
    session.add_all(contacts)
    session.flush()
    for text in _texts(each):
        for contact in contacts:
            queue(session, contact.id, Message(text))
    return addresses


def _contact(sender: Sender, address: str) -> Contact:
    index = vault().blind("address", address)
    return Contact(sender_id=sender.id, channel=Channel.SMS, address=address, address_index=index)


@contextmanager
def _carrier(port: int) -> Iterator[str]:
    command: Sequence[str] = [
        sys.executable, "-m", "simulator", "--port", str(port), "--account", ACCOUNT, "--token", TOKEN,
        "--product", f"http://127.0.0.1:{free_port()}", "--sender", f"{SMS_SENDER}=SMS",
    ]  # fmt: skip
    url = f"http://127.0.0.1:{port}"
    with process(command, {}, talks=True) as simulator:
        heard(simulator, "handsets")
        requests.post(f"{url}/simulator/faults", json={"latency_ms": LATENCY}, timeout=5).raise_for_status()
        yield url


def _received(url: str, address: str) -> list[str]:
    answer = requests.get(f"{url}/simulator/messages", {"address": address}, timeout=5).json()
    return [message["body"] for message in sorted(answer["messages"], key=lambda message: int(message["serial"]))]
