"""A full disk, an unreachable store, a poisoned row, a clock that jumps: the rest goes on."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import LargeBinary, text, type_coerce, update
from sqlmodel import SQLModel, select

from assembly import chores, clock
from assembly.jobs import TimeIsOver
from assembly.parts import Parts, join
from assembly.time_gone_back import make_good
from assembly.vitals import examine
from bot.uploads import Fetcher
from notifications.dispatch import Dispatcher
from notifications.pulse import Pulse
from registry.database import Database
from registry.models import (
    Event,
    EventKind,
    Outgoing,
    OutgoingState,
    Trouble,
    TroubleKind,
    Upload,
    UploadState,
)
from registry.models.columns import now
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.bot.carrier_forms import numbered, sid, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.bot.test_fetcher import PHOTO
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, no_links, sorry
from tests.registry.desk import furnish
from tests.test_worker import Thrice
from tests.transcripts.town import Town

CITIZEN, OTHER = whatsapp("menu"), whatsapp("menu") | {"From": "whatsapp:+6281299999999", "MessageSid": sid(77)}


@pytest.fixture
def outbox(database: Database) -> Outbox:
    return Outbox(database)


@pytest.fixture
def carrier(database: Database, settings: Settings) -> Carrier:
    Town(database)
    return carrier_of(database, settings)


@contextmanager
def a_full_disk(most: int = 1024) -> Iterator[None]:
    """For this process no file grows beyond so many bytes: the system refuses, as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class OnAFullDisk(ObjectStore):
    """The database lies on another one."""

    def put(self, data: bytes) -> str:
        with a_full_disk():
            return super().put(data)


class Photographer:
    """The carrier has this for each file."""

    def __init__(self, *files: bytes) -> None:
        self.files = dict(enumerate(files, 1))

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        return self.files[int(media_sid.removeprefix("ME"))]

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        """It lets go of it."""


def uploads(database: Database, count: int) -> None:
    desk = furnish(database)
    with database.writing() as session:
        session.add_all(Upload(contact_id=desk.contact_id, message_sid="MM1", media_sid=f"ME{n}", position=n)
                        for n in range(1, count + 1))  # fmt: skip


def hurry(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE upload SET due_at = '2020-01-01'"))


def states(database: Database) -> list[UploadState]:
    with database.reading() as session:
        return list(session.exec(select(Upload.state).order_by(Upload.id)))  # type: ignore[arg-type]


def test_on_a_full_disk_files_wait_and_are_kept_when_there_is_room(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    uploads(database, 2)
    carrier = Photographer(PHOTO, PHOTO)
    full = Fetcher(database, carrier, OnAFullDisk(tmp_path / "objects", vault), None)
    for _ in range(8):  # more often than a file that is itself to blame is tried
        assert full.run() == 0
        hurry(database)
    assert states(database) == [UploadState.TO_FETCH, UploadState.TO_FETCH]
    assert Fetcher(database, carrier, ObjectStore(tmp_path / "objects", vault), None).run() == 2
    assert states(database) == [UploadState.STORED, UploadState.STORED]


def test_a_store_that_is_no_folder_keeps_nothing_back_but_files(
    database: Database, vault: Vault, tmp_path: Path
) -> None:
    uploads(database, 1)
    (tmp_path / "objects").touch()
    fetcher = Fetcher(database, Photographer(PHOTO), ObjectStore(tmp_path / "objects", vault), None)
    assert fetcher.run() == 0
    (tmp_path / "objects").unlink()
    hurry(database)
    assert fetcher.run() == 1 and states(database) == [UploadState.STORED]


def test_a_file_that_breaks_its_judge_keeps_no_other_waiting(database: Database, vault: Vault, tmp_path: Path) -> None:
    uploads(database, 2)
    carrier = Photographer(PHOTO, PHOTO)
    del carrier.files[1]  # the first raises what nobody expects
    fetcher = Fetcher(database, carrier, ObjectStore(tmp_path / "objects", vault), None)
    assert fetcher.run() == 1 and states(database) == [UploadState.TO_FETCH, UploadState.STORED]
    for _ in range(6):
        hurry(database)
        fetcher.run()
    assert states(database) == [UploadState.REFUSED, UploadState.STORED]
    with database.reading() as session:
        judged = session.exec(select(Event).where(Event.kind == EventKind.UPLOAD_JUDGED)).all()
    assert len(judged) == 2  # the citizen is told of both


def poison(database: Database, table: str, row_id: int) -> None:
    with database.writing() as session:
        rows = SQLModel.metadata.tables[table]
        harmed = update(rows).where(rows.c.id == row_id).values(body=type_coerce(b"harmed", LargeBinary))
        session.execute(harmed)


def test_a_message_that_no_key_opens_blocks_nobody(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as busy:
        busy.setattr(carrier.conversations, "drain", lambda contact_id: set())
        carrier.post(CITIZEN)
        carrier.post(numbered(CITIZEN, 2))
        carrier.post(OTHER)
    poison(carrier.database, "event", 1)
    carrier.conversations.drain_due()
    with carrier.database.reading() as session:
        found = session.execute(text("SELECT state FROM event WHERE kind = 'message' ORDER BY id")).scalars().all()
    assert found == ["failed", "processed", "processed"]
    assert "Maaf, ada gangguan di pihak kami" in carrier.texts()[0]


def test_one_of_ours_that_no_key_opens_keeps_no_other_from_going(outbox: Outbox) -> None:
    mine, other = outbox.contact(), outbox.contact()
    rows = [outbox.put(mine, "satu"), outbox.put(mine, "dua"), outbox.put(other, "tiga")]
    poison(outbox.database, "outgoing", rows[0])
    carrier = FakeCarrier()
    dispatcher = Dispatcher(outbox.database, carrier, no_links, sorry)
    for _ in range(2):
        dispatcher.run(at=NOON + timedelta(minutes=1))
    assert sorted(carrier.texts) == ["dua", "tiga"]
    with outbox.database.reading() as session:
        broken = session.execute(text("SELECT state, error FROM outgoing WHERE id = :id"), {"id": rows[0]}).one()
    assert tuple(broken) == ("failed", "unreadable")


@pytest.fixture
def parts(settings: Settings, database_url: str, database: Database) -> Iterator[Parts]:
    joined = join(replace(settings, database_url=database_url))
    yield joined
    joined.database.dispose()


def troubles(database: Database) -> list[tuple[TroubleKind, str, str, int]]:
    with database.reading() as session:
        return [(each.kind, each.subject, each.error, each.times) for each in session.exec(select(Trouble))]


def test_a_chore_that_raises_keeps_no_other_from_being_done(parts: Parts) -> None:
    done: list[str] = []

    def breaks(parts: Parts) -> None:
        raise ZeroDivisionError

    def report(parts: Parts) -> bool:
        done.append("reports")
        return True

    plan: dict[str, Any] = {"promises": breaks, "reports": report}
    assert chores.do_all(parts, plan) and chores.do_all(parts, plan)
    assert done == ["reports", "reports"]
    assert troubles(parts.database) == [(TroubleKind.CHORE, "promises", "ZeroDivisionError", 2)]


def test_once_it_goes_well_it_needs_no_attention(parts: Parts) -> None:
    def breaks(parts: Parts) -> None:
        raise ZeroDivisionError

    chores.do_all(parts, {"promises": breaks})
    chores.do_all(parts, {"promises": lambda parts: None})
    assert troubles(parts.database) == []


def test_where_rq_ends_the_job_in_a_chore_it_comes_last_the_next_time(parts: Parts) -> None:
    done: list[str] = []

    def stands(parts: Parts) -> None:
        done.append("receipts")
        raise TimeIsOver

    plan: dict[str, Any] = {"receipts": stands, "promises": lambda parts: done.append("promises")}
    for _ in range(2):
        with pytest.raises(TimeIsOver):
            chores.do_all(parts, plan)
    assert done == ["receipts", "promises", "receipts"]
    assert troubles(parts.database) == [(TroubleKind.CHORE, "receipts", "TimeIsOver", 2)]


def test_an_errand_at_which_the_clock_fails_needs_attention_and_keeps_no_other(
    parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def breaks(*given: Any) -> None:
        raise ZeroDivisionError

    errands = {"wake": (1, breaks), "seal": (1, lambda *given: done.append("seal"))}
    monkeypatch.setattr(clock, "ERRANDS", errands)
    for ticks in (1, 2):
        clock.tick(parts, ticks)
    assert done == ["seal", "seal"]
    assert troubles(parts.database) == [(TroubleKind.CLOCK, "wake", "ZeroDivisionError", 2)]
    assert {"work_stuck"} <= set(examine(parts, Pulse(parts.settings.redis_url)).alerts)
    monkeypatch.undo()
    clock.tick(parts, 3)
    assert troubles(parts.database) == []


def test_the_clock_survives_what_nobody_expects(parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*given: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(clock, "tick", breaks)
    stop = Thrice()
    clock.run(parts, stop)
    assert stop.ticks == 4


def test_what_a_clock_that_stood_ahead_put_off_is_due_again(outbox: Outbox) -> None:
    """It stood a day ahead: a message came, an answer was taken to be sent, and then it was set right."""
    contact, at = outbox.contact(), now()
    tomorrow = at + timedelta(days=1)
    told: dict[str, Any] = {"contact_id": contact.id, "channel": contact.channel, "body": {}, "due_at": tomorrow}
    with outbox.database.writing() as session:
        session.add(Event(kind=EventKind.MESSAGE, received_at=tomorrow, **told))
        session.add(Event(kind=EventKind.TIMER, **told))  # may well be for tomorrow
        session.add(Outgoing(contact_id=contact.id, body={}, due_at=tomorrow))
        taken: dict[str, Any] = {"state": OutgoingState.SENDING, "leased_until": tomorrow}
        session.add(Outgoing(contact_id=contact.id, body={}, due_at=at, **taken))
    with outbox.database.writing() as session:
        assert make_good(session, at) == 3
        assert [each.due_at for each in session.exec(select(Event).order_by(Event.id))] == [at, tomorrow]  # type: ignore[arg-type]
        assert all(each.due_at == at and each.leased_until is None for each in session.exec(select(Outgoing)))
    with outbox.database.writing() as session:
        assert make_good(session, at) == 0
