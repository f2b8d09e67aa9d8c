"""A watchman is told whether Loket runs, and how long the oldest message waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families
from sqlmodel import SQLModel

from assembly import vitals
from assembly.due import due, oldest
from assembly.parts import Parts, join
from assembly.vitals import BESIDE_THE_WEB
from notifications.pulse import Pulse
from notifications.queues import Queue
from registry.database import Database
from registry.models import (
    Case,
    Channel,
    Contact,
    Event,
    EventKind,
    EventState,
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
def parts(settings: Settings, database_url: str, database: Database, redis_url: str) -> Parts:
    """With a real Redis."""
    return join(replace(settings, database_url=database_url, redis_url=redis_url))


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


def alerts(client: FlaskClient) -> set[str]:
    return set((client.get("/healthz").json or {})["alerts"])


def test_a_sound_installation_answers_200(parts: Parts) -> None:
    pulse = Pulse(parts.settings.redis_url)
    for name in BESIDE_THE_WEB:
        pulse.beat(name)
    client = create_app(parts).test_client()
    answer = client.get("/healthz")
    told = answer.json or {}
    assert (answer.status_code, told.pop("disk_free_mb") > 512) == (200, True)
    assert told == {
        "alerts": [], "database": "ok", "migrations": "current", "redis": "ok", "objects": "ok", "disk": "ok",
        "carrier": "ok", "clock": "ok", "workers": dict.fromkeys(BESIDE_THE_WEB, "ok"),
        "oldest_undrained_seconds": 0.0, "oldest_unsent_seconds": 0.0, "oldest_unread_seconds": 0.0,
        "stuck": 0,
    }  # fmt: skip


def test_a_worker_that_is_gone_is_named(parts: Parts) -> None:
    Pulse(parts.settings.redis_url).beat("send")
    client = create_app(parts).test_client()
    assert alerts(client) == {f"worker_missing_{name}" for name in BESIDE_THE_WEB if name != "send"}


def test_without_redis_it_serves_and_says_so(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    told = answer.json or {}
    assert (answer.status_code, told["redis"], told["workers"]) == (200, "unreachable", "unknown")
    assert alerts(client) == {"redis_unreachable"}


def test_a_database_without_tables_answers_503(settings: Settings) -> None:
    answer = create_app(join(settings)).test_client().get("/healthz")
    told = answer.json or {}
    assert (answer.status_code, told["database"], told["migrations"]) == (503, "ok", "behind")
    assert "migrations_behind" in told["alerts"]


def test_a_lost_database_answers_503(settings: Settings, tmp_path: Path) -> None:
    nowhere = replace(settings, database_url=f"sqlite:///{tmp_path}/nowhere/loket.db")
    client = create_app(join(nowhere)).test_client()
    answer = client.get("/healthz")
    told = answer.json or {}
    assert (answer.status_code, told["database"], told["migrations"]) == (503, "unreachable", "unknown")
    assert 'loket_alert{alert="database_unreachable"} 1.0' in client.get("/metrics").text


def test_a_store_that_takes_no_files_is_told(client: FlaskClient, settings: Settings) -> None:
    settings.object_store.touch()  # a file where the folder should be
    assert "objects_unwritable" in alerts(client)


def test_a_mount_that_does_not_answer_is_told(
    settings: Settings, database_url: str, database: Database, tmp_path: Path
) -> None:
    """As a stale or forbidden one, the system refuses to say whether there is such a folder."""
    refused = tmp_path / (300 * "x") / "objects"
    joined = join(replace(settings, database_url=database_url, object_store=refused))
    answer = create_app(joined).test_client().get("/healthz")
    told = answer.json or {}
    assert (answer.status_code, told["objects"], told["disk"]) == (200, "unwritable", "unreadable")
    assert told["disk_free_mb"] > 0 and {"objects_unwritable", "disk_unreadable"} <= set(told["alerts"])


def test_a_disk_that_is_nearly_full_is_told(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    free = (client.get("/healthz").json or {})["disk_free_mb"]
    monkeypatch.setattr(vitals, "FREE_MB", free * 2)
    assert "disk_full" in alerts(client)


@pytest.mark.parametrize(("error", "fails"), [("20503", True), ("night", False), (None, False)])
def test_a_carrier_that_takes_nothing_is_told(
    client: FlaskClient, database: Database, contact: int, error: str | None, fails: bool
) -> None:
    add(database, Outgoing(contact_id=contact, body={}, attempts=2, error=error))
    assert ("carrier_failing" in alerts(client)) is fails


def test_a_clock_that_went_back_is_told(client: FlaskClient, database: Database, contact: int) -> None:
    tomorrow = now() + timedelta(days=1)
    add(database, Event(contact_id=contact, channel=Channel.SMS, kind=EventKind.TIMER, body={}, received_at=tomorrow))
    assert "clock_behind" in alerts(client)


def test_and_one_that_differs_from_the_others(parts: Parts) -> None:
    client = create_app(parts).test_client()
    assert "clock_astray" not in alerts(client)
    with time_machine.travel(now() + timedelta(minutes=5)):
        assert "clock_astray" in alerts(client)


def test_the_figures_can_be_read_by_prometheus(client: FlaskClient, database: Database, contact: int) -> None:
    at = now()
    event = Event(contact_id=contact, channel=Channel.SMS, kind=EventKind.MESSAGE, body={}, received_at=at,
                  state=EventState.PROCESSED, processed_at=at + timedelta(seconds=2))  # fmt: skip
    add(database, event)
    add(database, Outgoing(contact_id=contact, body={}, state=OutgoingState.FAILED, error="63016"))
    add(database, Outgoing(contact_id=contact, body={}, error="20503", attempts=1))
    add(database, Outgoing(contact_id=contact, body={}, state=OutgoingState.SENT, created_at=at, sent_at=at))
    figures = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
    }
    assert figures["loket_inbox_rows_total",] == event.id and figures["loket_outbox_rows_total",] == 3
    assert (figures["loket_turn_seconds", "0.95"], figures["loket_send_seconds", "0.5"]) == (2, 0)
    assert (figures["loket_failed_messages", "63016"], figures["loket_retried_messages", "20503"]) == (1, 1)
    assert (figures["loket_waiting", "unsent"], figures["loket_awaiting_signature",]) == (1, 0)
    assert (
        figures["loket_alert", "carrier_failing"] == 1 and "process_resident_memory_bytes" in dict(figures).__repr__()
    )


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
        assert oldest(session, now()) == {"undrained": 0.0, "unsent": 0.0, "unread": 0.0}
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
        assert due(session, now()) == ([Queue.FORMS] if mapped_at else [])


def _case(database: Database, contact: int) -> int:
    add(database, Office(id=1, code="BPP", name="-", region="64.71", timezone="Asia/Makassar", hours={}, address="-"))
    case = Case(number="BPP-1", office_id=1, contact_id=contact, service="KK-HR", answers={})
    add(database, case)
    return case.id


def test_every_answer_is_curtained(client: FlaskClient) -> None:
    headers = client.get("/nothing-here").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "no-referrer")
