"""The carrier's side of the webhooks, over the real drain."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier
from typing import Any

import pytest
from sqlmodel import col, select
from twilio.request_validator import RequestValidator
from werkzeug.test import Client

from assembly.chat import conversations
from assembly.parts import Parts
from bot.conversations import Conversations
from bot.handlers import webhooks
from bot.handlers.at_once import AtOnce
from notifications.outbox import Message
from notifications.queues import Waker
from registry.database import Database
from registry.models import Event, Outgoing
from registry.retention.journal import Journal
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.transcripts.town import Town


@dataclass
class Carrier:
    """Signs and posts. Redis is away in these tests, so what is deferred waits for `conversations.drain_due`."""

    door: webhooks.Door
    database: Database
    conversations: Conversations
    settings: Settings

    def sign(self, form: dict[str, str], path: str = webhooks.INBOUND) -> str:
        validator = RequestValidator(self.settings.twilio_auth_token)
        return str(validator.compute_signature(self.settings.public_url + path, form))

    def post(self, form: dict[str, str], signature: str | None = None, path: str = webhooks.INBOUND) -> int:
        """The status of the answer. Without a signature given, the carrier's own is used."""
        signature = self.sign(form, path) if signature is None else signature
        return Client(self.door).post(path, data=form, headers={"X-Twilio-Signature": signature}).status_code

    def post_at_once(self, forms: Sequence[dict[str, str]]) -> list[int]:
        together = Barrier(len(forms))

        def run(form: dict[str, str]) -> int:
            together.wait(10)
            return self.post(form)

        with ThreadPoolExecutor(len(forms)) as pool:
            return list(pool.map(run, forms))

    def rows(self, table: type[Any]) -> list[Any]:
        with self.database.reading() as session:
            return list(session.exec(select(table).order_by(col(table.id))))

    def events(self) -> list[Event]:
        return self.rows(Event)

    def texts(self) -> list[str]:
        return [Message.from_body(row.body).text for row in self.rows(Outgoing)]


@pytest.fixture
def carrier(sqlite: Database, settings: Settings) -> Carrier:
    Town(sqlite)
    return carrier_of(sqlite, settings)


@pytest.fixture
def carrier_anywhere(database: Database, settings: Settings) -> Carrier:
    """Once over each database."""
    Town(database)
    return carrier_of(database, settings)


def carrier_of(database: Database, settings: Settings) -> Carrier:
    waker, vault = Waker(settings.redis_url), Vault(settings.vault_keys.sealing, settings.vault_keys.index)
    talk = conversations(
        Parts(settings, database, waker, ObjectStore(settings.object_store, vault), Journal(settings.deletion_journal))
    )
    door = webhooks.Door(settings, database, AtOnce(talk, waker, settings.web_threads))
    return Carrier(door, database, talk, settings)
