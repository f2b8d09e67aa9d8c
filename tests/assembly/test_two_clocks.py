"""Two clocks that tick in the same moment, and what they have done each minute: each thing once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from redis import Redis
from rq import Queue as RqQueue
from rq.serializers import JSONSerializer
from sqlmodel import col, select

from assembly import clock
from assembly.parts import Parts, join
from notifications import page_news
from notifications.queues import JOBS, Queue, Waker
from registry import audit
from registry.actors import SYSTEM
from registry.audit import sealing
from registry.database import Database
from registry.lifecycle import DocumentState
from registry.models import (
    AuditEntry,
    CarrierStatus,
    Channel,
    Contact,
    Event,
    EventKind,
    Office,
    Outgoing,
    OutgoingKind,
    OutgoingState,
    Sender,
)
from registry.models.columns import now
from registry.offices.reaching import new_contact
from registry.post import tracker
from settings import Settings
from tests.assembly.test_two_at_once import Both
from tests.assembly.test_two_at_once import both as both
from tests.registry.desk import Desk, furnish
from tests.registry.post.test_tracker import NUMBER, TUESDAY, Post, on_its_way

ROWS, SECONDS = 40, 10
LATER = timedelta(minutes=30)


@pytest.fixture
def desk(database: Database) -> Desk:
    return furnish(database)


@pytest.fixture
def tick(settings: Settings, database_url: str, redis_url: str) -> Iterator[Callable[[Database, int], None]]:
    """As a process of its own, with its own way to Redis."""
    joined = join(replace(settings, database_url=database_url, redis_url=redis_url))
    joined.database.dispose()

    def ticks(database: Database, number: int) -> None:
        parts: Parts = replace(joined, database=database, waker=Waker(redis_url))
        clock.tick(parts, number)

    yield ticks


def test_each_entry_of_the_audit_log_is_sealed_once(
    desk: Desk, both: Both, tick: Callable[[Database, int], None]
) -> None:
    for round_ in range(1, SECONDS + 1):
        with desk.database.writing() as session:
            for number in range(ROWS):
                audit.record(session, SYSTEM, "case_closed", case_id=number)
        both(lambda database, round_=round_: tick(database, round_ * clock.SEAL_EVERY))  # type: ignore[misc]
    with desk.database.reading() as session:
        places = session.exec(select(AuditEntry.seq).order_by(col(AuditEntry.seq))).all()
        assert places == list(range(1, len(places) + 1)) and len(places) >= ROWS * SECONDS
        assert sealing.verify(session, now()).intact


def test_each_worker_is_called_for_once(
    desk: Desk, both: Both, tick: Callable[[Database, int], None], redis_url: str
) -> None:
    with desk.database.writing() as session:
        waits: dict[str, Any] = {"contact_id": desk.contact_id, "channel": Channel.WHATSAPP, "body": {}}
        session.add(Event(kind=EventKind.TIMER, **waits))
    both(lambda database: tick(database, 1))
    redis = Redis.from_url(redis_url)
    queued = [job.func_name for job in RqQueue(Queue.DRAIN.value, redis, serializer=JSONSerializer).jobs]
    assert queued == [JOBS[Queue.DRAIN]]


def test_what_a_clock_that_stood_ahead_put_off_is_moved_back_once(
    desk: Desk, both: Both, tick: Callable[[Database, int], None]
) -> None:
    began, ahead = now(), now() + timedelta(hours=5)
    with desk.database.writing() as session:
        for _ in range(ROWS):
            waits: dict[str, Any] = {"contact_id": desk.contact_id, "channel": Channel.WHATSAPP, "body": {}}
            session.add(Event(kind=EventKind.TIMER, received_at=ahead, due_at=ahead + LATER, **waits))
    for _ in range(3):
        both(lambda database: tick(database, clock.CHORES_EVERY))
    with desk.database.reading() as session:
        due = session.exec(select(Event.due_at).where(Event.kind == EventKind.TIMER)).all()
    assert len(due) == ROWS and all(began + LATER <= each <= now() + LATER for each in due)


def test_an_envelope_that_arrived_is_told_once(desk: Desk, both: Both) -> None:
    document_id, posts = on_its_way(desk), (Post(CarrierStatus.DELIVERED), Post(CarrierStatus.DELIVERED))
    waiting = iter(posts)
    both(lambda database: tracker.follow(database, next(waiting), TUESDAY))
    assert {NUMBER} == {number for post in posts for number in post.asked}
    assert desk.document(document_id).state is DocumentState.DELIVERED
    assert Counter(told["name"] for told in desk.told())["card_delivered"] == 1


def test_news_on_the_page_is_announced_by_one_sms(desk: Desk, both: Both) -> None:
    at = now()
    with desk.database.writing() as session:
        office = session.exec(select(Office)).one()
        page = Sender(channel=Channel.WEB, address="web:BPP", office_id=office.id)
        sms = Sender(channel=Channel.SMS, address="+62811000002", office_id=office.id)
        session.add_all((page, sms))
        session.flush()
        reader = new_contact(session, office, page, "web:+6281200000596", at)
        gone: dict[str, Any] = {
            "state": OutgoingState.SENT,
            "kind": OutgoingKind.NOTICE,
            "sent_at": at - timedelta(minutes=3),
        }
        session.add_all(Outgoing(contact_id=reader.id, body={}, sid=f"W{number}", **gone) for number in range(3))
    both(lambda database: page_news.tell(database, at))
    with desk.database.reading() as session:
        by_sms = select(Event).join(Contact, col(Contact.id) == Event.contact_id).where(Event.channel == Channel.SMS)
        assert len(session.exec(by_sms).all()) == 1
