"""A watchman is told whether Loket runs, and how long the oldest message waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlmodel import SQLModel

from assembly.due import due, oldest
from assembly.parts import join
from notifications.queues import Queue
from registry.database import Database
from registry.models import (
    Case,
    Channel,
    Contact,
    Event,
    EventKind,
    FormAnswer,
    Office,
    Outgoing,
    OutgoingState,
    RegisterCheck,
    Sender,
    Upload,
    UploadState,
    WebForm,
)  # fmt: skip
from registry.models.columns import now
from settings import Settings
from wsgi import create_app


@pytest.fixture
def client(settings: Settings, database_url: str, database: Database) -> FlaskClient:
    return create_app(join(replace(settings, database_url=database_url))).test_client()


@pytest.fixture
def contact(database: Database) -> int:
    with database.writing() as session:
        sender = Sender(channel=Channel.SMS, address="+62811000001")
        session.add(sender)
        session.flush()
        contact = Contact(sender_id=sender.id, channel=Channel.SMS, address="+62811000009", address_index=b"9")
        session.add(contact)
    return contact.id


def add(database: Database, row: SQLModel) -> None:
    with database.writing() as session:
        session.add(row)


def test_a_sound_installation_answers_200(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json == {
        "database": "ok",
        "migrations": "current",
        "oldest_undrained_seconds": 0.0,
        "oldest_unsent_seconds": 0.0,
    }


def test_a_database_without_tables_answers_503(settings: Settings) -> None:
    answer = create_app(join(settings)).test_client().get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"database": "ok", "migrations": "behind"})


def test_a_lost_database_answers_503(settings: Settings, tmp_path: Path) -> None:
    nowhere = replace(settings, database_url=f"sqlite:///{tmp_path}/nowhere/loket.db")
    answer = create_app(join(nowhere)).test_client().get("/healthz")
    assert (answer.status_code, answer.json) == (503, {"database": "unreachable", "migrations": "unknown"})


def test_the_oldest_row_of_each_box_is_told(client: FlaskClient, database: Database, contact: int) -> None:
    long_ago = now() - timedelta(minutes=5)
    add(database, Event(contact_id=contact, channel=Channel.SMS, kind=EventKind.TIMER, body={}, due_at=long_ago))
    add(database, Outgoing(contact_id=contact, body={}, due_at=long_ago))
    told = client.get("/healthz").json or {}
    assert told["oldest_undrained_seconds"] >= 300
    assert told["oldest_unsent_seconds"] >= 300
    assert "loket_oldest_unsent_seconds 30" in client.get("/metrics").text


def test_what_is_due_later_waits_for_nobody(database: Database, contact: int) -> None:
    later = now() + timedelta(hours=1)
    add(database, Event(contact_id=contact, channel=Channel.SMS, kind=EventKind.TIMER, body={}, due_at=later))
    with database.reading() as session:
        assert due(session, now()) == []
        assert oldest(session, now()) == {"undrained": 0.0, "unsent": 0.0}
        assert due(session, later) == [Queue.DRAIN]


def test_a_row_that_is_being_sent_is_left_to_its_sender(database: Database, contact: int) -> None:
    lease = now() + timedelta(minutes=1)
    add(database, Outgoing(contact_id=contact, body={}, state=OutgoingState.SENDING, leased_until=lease))
    with database.reading() as session:
        assert due(session, now()) == []
        assert due(session, lease) == [Queue.SEND]


@pytest.mark.parametrize("state", UploadState)
def test_uploads_are_due_until_they_are_read(database: Database, contact: int, state: UploadState) -> None:
    add(database, Upload(contact_id=contact, state=state))
    with database.reading() as session:
        assert due(session, now()) == ([Queue.UPLOADS] if state in (UploadState.TO_FETCH, UploadState.TO_READ) else [])


def test_a_request_is_due_to_be_compared_until_that_is_done(database: Database, contact: int) -> None:
    case_id, later = _case(database, contact), now() + timedelta(minutes=5)
    add(database, RegisterCheck(case_id=case_id, office_id=1, due_at=later))
    with database.reading() as session:
        assert (due(session, now()), due(session, later)) == ([], [Queue.REGISTER])


@pytest.mark.parametrize("mapped_at", [None, now()])
def test_answers_of_a_form_are_due_once_its_columns_are_paired(
    database: Database, contact: int, mapped_at: datetime | None
) -> None:
    _case(database, contact)
    add(database, WebForm(id=1, office_id=1, service="KK-HR", name="KK", token="t", mapped_at=mapped_at))
    add(database, FormAnswer(form_id=1, office_id=1, key=b"1", cells={"NIK": "1"}))
    with database.reading() as session:
        assert due(session, now()) == ([Queue.UPLOADS] if mapped_at else [])


def _case(database: Database, contact: int) -> int:
    add(database, Office(id=1, code="BPP", name="-", region="64.71", timezone="Asia/Makassar", hours={}, address="-"))
    case = Case(number="BPP-1", office_id=1, contact_id=contact, service="KK-HR", answers={})
    add(database, case)
    return case.id


def test_every_answer_is_curtained(client: FlaskClient) -> None:
    headers = client.get("/nothing-here").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
