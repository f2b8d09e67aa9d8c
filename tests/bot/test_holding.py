"""One turn at a time for a contact: who comes while it is held takes nothing and waits for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert
from sqlmodel import SQLModel

from bot.holding import hold, put_away
from bot.state import State
from registry.database import Database
from registry.models import EventState
from registry.models.columns import now
from registry.ready import Ready
from settings import Settings
from tests.bot.carrier_forms import numbered, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.transcripts.town import Town


@pytest.fixture
def two_waiting(carrier_anywhere: Carrier) -> Carrier:
    return wait_again(carrier_anywhere)


@pytest.fixture
def two_waiting_on_postgresql(postgresql_url: str, settings: Settings) -> Iterator[Carrier]:
    """On SQLite all writers wait for their turn."""
    database = Database(postgresql_url, pool=5)
    Town(database)
    yield wait_again(carrier_of(database, settings))
    database.dispose()


def wait_again(carrier: Carrier) -> Carrier:
    """A contact with two messages that nobody has worked off."""
    for number in (1, 2):
        carrier.post(numbered(whatsapp("kk saya hilang"), number))
    with carrier.database.writing() as session:
        for event in carrier.events():
            event.state, event.processed_at = EventState.PENDING, None
            session.add(event)
    return carrier


def taken(database: Database, contact_id: int) -> int | None:
    """By another, who does not keep it."""
    with hold(database, contact_id, now) as (session, held):
        session.rollback()
        return held.event.id if held else None


def test_while_a_contact_is_held_another_takes_nothing_and_waits_for_nobody(
    two_waiting_on_postgresql: Carrier,
) -> None:
    carrier = two_waiting_on_postgresql
    database, contact = carrier.database, carrier.events()[0].contact_id
    with ThreadPoolExecutor(1) as pool, hold(database, contact, now) as (session, held):
        assert held
        assert pool.submit(taken, database, contact).result(timeout=10) is None
        session.rollback()
    assert taken(database, contact) == held.event.id


def test_what_was_put_away_is_committed_and_nothing_can_follow(two_waiting: Carrier) -> None:
    database, contact = two_waiting.database, two_waiting.events()[0].contact_id
    with hold(database, contact, now) as (session, held):
        assert held
        assert put_away(database, session, held, State.from_json(held.kept), [], now(), private=True)
        with pytest.raises(Exception, match="permanently closed"):
            session.connection()
    first, second = two_waiting.events()[:2]
    assert (first.state, first.private, second.state) == (EventState.PROCESSED, True, EventState.PENDING)


def test_a_statement_with_a_default_that_only_the_library_knows_is_refused(database: Database) -> None:
    events = SQLModel.metadata.tables["event"]
    ready = Ready(insert(events), columns=["contact_id"])
    with pytest.raises(TypeError, match="no value is given for state"):
        database.write_at_once((ready, {"contact_id": 1}))
