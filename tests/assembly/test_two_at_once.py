"""Two clocks, and two workers of a queue, at work in the same moment: nothing is done twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from math import inf
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest
from sqlmodel import Session, select

from assembly import chores
from assembly.parts import Parts, join
from bot.handlers import missed
from bot.uploads import Fetcher
from notifications.channels.incoming import Incoming
from registry.database import Database
from registry.models import (
    AuditEntry,
    Event,
    EventKind,
    Night,
    Outgoing,
    Sender,
    Trouble,
    Upload,
    UploadState,
    VanBooking,
    VanRound,
    VanVisit,
)
from registry.models.columns import now
from registry.models.vans import Every
from registry.promises import keep_or_move
from registry.reports.closing import close_due
from registry.retention.nightly import Retention
from registry.uploads.store import ObjectStore
from registry.vans.serving import close_over
from registry.vault import Vault
from settings import Settings
from tests.bot.carrier_forms import CITIZEN, OFFICE, numbered, sid, whatsapp
from tests.bot.conftest import Carrier, carrier_of
from tests.bot.test_fetcher import Carrier as MediaCarrier
from tests.registry.desk import MONDAY, Desk, furnish
from tests.registry.retention.conftest import Kept
from tests.registry.retention.conftest import kept as kept
from tests.transcripts.town import Town

T = TypeVar("T")
MANY = 6
EVENING = MONDAY + timedelta(hours=10)


@dataclass
class Both:
    """As two processes: each has connections of its own."""

    databases: tuple[Database, Database]

    def __call__(self, do: Callable[[Database], T]) -> list[T]:
        together = Barrier(2)

        def run(database: Database) -> T:
            together.wait(10)
            return do(database)

        with ThreadPoolExecutor(2) as threads:
            return list(threads.map(run, self.databases))


@pytest.fixture
def both(database_url: str) -> Iterator[Both]:
    databases = Database(database_url, pool=2), Database(database_url, pool=2)
    yield Both(databases)
    for each in databases:
        each.dispose()


@pytest.fixture
def desk(database: Database) -> Desk:
    return furnish(database)


def noted(database: Database, action: str) -> int:
    with database.reading() as session:
        return len(session.exec(select(AuditEntry).where(AuditEntry.action == action)).all())


def test_the_round_of_the_night_is_counted_and_noted_once(kept: Kept, both: Both) -> None:
    for _ in range(MANY):
        kept.case()
        kept.chat()
    both(lambda database: Retention(database, kept.journal).run(MONDAY, inf))
    [night] = kept.all(Night)
    assert (night.counts["cases"], noted(kept.database, "retention_run")) == (MANY, 1)
    assert noted(kept.database, "case_erased") == MANY
    lines = [json.loads(line) for line in kept.journal.path.read_text().splitlines() if line]
    assert len({line["id"] for line in lines if line.get("erased") == "case"}) == MANY


def test_a_night_with_nothing_to_do_is_noted_once(kept: Kept, both: Both) -> None:
    nights = [MONDAY + timedelta(days=day) for day in range(8)]
    for night in nights:
        both(lambda database, night=night: Retention(database, kept.journal).run(night, inf))  # type: ignore[misc]
    assert noted(kept.database, "retention_run") == len(nights)


def test_a_promise_moves_once_and_is_told_once(desk: Desk, both: Both) -> None:
    opened = [desk.open() for _ in range(MANY)]
    moved = both(lambda database: keep_or_move(database, MONDAY + timedelta(days=3, hours=1)))
    assert sum(moved) == MANY
    assert [told["name"] for told in desk.told()] == MANY * ["promise_moved"]
    assert {desk.case(case_id).promise_moves for case_id in opened} == {1}


def test_the_report_of_a_day_is_closed_once(desk: Desk, both: Both) -> None:
    both(lambda database: close_due(database, EVENING))
    assert noted(desk.database, "report_closed") == 1


def a_visit(session: Session, desk: Desk) -> VanVisit:
    where: dict[str, Any] = {"office_id": desk.office_id, "place": "Balai Desa Contoh", "village": "64.71.05.1003"}
    hours: dict[str, Any] = {"opens": "09:00", "closes": "12:00"}
    told: dict[str, Any] = {"every": Every.WEEK, "first": MONDAY.date(), "timezone": "Asia/Makassar", "services": []}
    round_ = VanRound(vehicle="mobil", quota=9, **where, **hours, **told)
    session.add(round_)
    session.flush()
    day = MONDAY.date() - timedelta(days=7)
    visit = VanVisit(round_id=round_.id, day=day, on=day, **where, **hours)
    session.add(visit)
    session.flush()
    return visit


def test_who_did_not_come_to_the_van_is_noted_once(desk: Desk, both: Both) -> None:
    with desk.database.writing() as session:
        visit = a_visit(session, desk)
        for number in range(MANY):
            session.add(
                VanBooking(visit_id=visit.id, office_id=desk.office_id, code=f"V{number}", number=number, people=1)
            )
    assert sorted(both(lambda database: close_over(database, MONDAY))) == [0, MANY]
    assert noted(desk.database, "van_missed") == 1


class List:
    """The carrier's, of what it could not bring."""

    def incoming(self, to: str, since: Any, until: Any) -> Sequence[Incoming]:
        numbers = range(20) if to == OFFICE else ()
        return [Incoming(sid(number), f"{CITIZEN}{number % 3}", "bantuan", 0, now()) for number in numbers]

    def media_of(self, message_sid: str) -> Sequence[tuple[str, str]]:
        return ()


@pytest.fixture
def carrier(database: Database, settings: Settings) -> Carrier:
    Town(database)
    with database.writing() as session:
        for sender in session.exec(select(Sender).where(Sender.address == OFFICE)):
            sender.looked_until = now() - timedelta(minutes=5)
    return carrier_of(database, settings)


def test_what_was_missed_is_taken_in_once(carrier: Carrier, both: Both) -> None:
    both(lambda database: missed.take_in(database, List(), now() + timedelta(minutes=1)))
    assert sorted(event.message_sid or "" for event in carrier.events()) == sorted(map(sid, range(20)))


def test_what_two_workers_find_due_is_answered_once(
    carrier: Carrier, both: Both, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as nobody:
        nobody.setattr(carrier.conversations, "drain", lambda contact_id: set())
        for number in range(1, 25):
            assert (
                carrier.post(numbered(whatsapp("bantuan", From=f"{CITIZEN}{number % 8}", ExternalUserId=""), number))
                == 200
            )
    both(lambda database: carrier_of(database, settings).conversations.drain_due())
    carrier.conversations.drain_due()
    answered = Counter(row.event_id for row in carrier.rows(Outgoing))
    single = Counter(event.id for event in carrier.events() if event.kind is EventKind.MESSAGE)
    assert set(answered) == set(single)
    assert sum(answered.values()) == 24 + 8  # each, and the notice before the first of each citizen


def test_a_file_is_judged_once(desk: Desk, both: Both, vault: Vault, tmp_path: Path) -> None:
    with desk.database.writing() as session:
        for position in range(MANY):
            session.add(Upload(contact_id=desk.contact_id, message_sid="MM1", media_sid="ME1", position=position))
    store = ObjectStore(tmp_path / "objects", vault)
    judged = both(lambda database: Fetcher(database, MediaCarrier(), store, None).run())
    assert sum(judged) == MANY
    with desk.database.reading() as session:
        assert session.exec(select(Upload.state)).all() == MANY * [UploadState.STORED]
        assert len(session.exec(select(Event).where(Event.kind == EventKind.UPLOAD_JUDGED)).all()) == MANY


def test_a_chore_that_fails_twice_at_once_is_one_trouble(
    settings: Settings, database: Database, both: Both, database_url: str
) -> None:
    def breaks(parts: Parts) -> None:
        raise ZeroDivisionError

    joined = join(replace(settings, database_url=database_url))
    for _ in range(3):
        both(lambda each: chores.do_all(replace(joined, database=each), {"copies": breaks}))
    joined.database.dispose()
    with database.reading() as session:
        assert [(each.subject, each.times) for each in session.exec(select(Trouble))] == [("copies", 6)]
