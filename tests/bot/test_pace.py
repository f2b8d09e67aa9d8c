"""A flood from one number is answered at a person's pace, in order and whole, and keeps nobody else waiting."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.handlers.at_once import AtOnce
from bot.handlers.pace import MOST, PACE, PATIENCE, SPAN, Frequent, is_stop
from notifications.outbox import OPTED_OUT
from notifications.queues import Queue
from registry.models import Contact, Event, EventKind, EventState, Outgoing, OutgoingState
from registry.models.columns import now
from tests.bot.carrier_forms import CITIZEN, numbered, whatsapp
from tests.bot.conftest import Carrier

FLOOD = MOST + 12
OTHER = whatsapp("bantuan", From=f"{CITIZEN}9", ExternalUserId="whatsapp:ID.9")
SORRY = "Pesan Anda banyak sekaligus."


def flood(carrier: Carrier, count: int = FLOOD) -> None:
    assert {carrier.post(numbered(whatsapp("bantuan"), number)) for number in range(1, count + 1)} == {200}


def messages(carrier: Carrier) -> list[Event]:
    return [event for event in carrier.events() if event.kind is EventKind.MESSAGE]


def all_are_due(carrier: Carrier) -> None:
    with carrier.database.writing() as session:
        session.execute(text("UPDATE event SET due_at = '2020-01-01' WHERE state = 'pending' AND kind = 'message'"))
    while Queue.DRAIN in carrier.conversations.drain_due():
        pass


def test_what_is_more_than_a_person_writes_comes_one_by_one(carrier_anywhere: Carrier) -> None:
    flood(carrier_anywhere)
    events = messages(carrier_anywhere)
    slowed = events[MOST:]
    assert [event for event in events[:MOST] if event.state is not EventState.PROCESSED] == []
    assert all(later.due_at - before.due_at == PACE for before, later in zip(slowed, slowed[1:], strict=False))
    assert slowed[0].due_at - slowed[0].received_at >= PACE


def test_all_of_it_is_answered_in_order_and_one_sentence_says_why(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    flood(carrier)
    all_are_due(carrier)
    assert {event.state for event in messages(carrier)} == {EventState.PROCESSED}
    answered = list(dict.fromkeys(row.event_id for row in carrier.rows(Outgoing)))
    assert answered == [event.id for event in messages(carrier)]
    assert sum(SORRY in said for said in carrier.texts()) == 1


def test_another_citizen_is_answered_meanwhile(carrier: Carrier) -> None:
    flood(carrier)
    carrier.post(numbered(OTHER, 1000))
    assert messages(carrier)[-1].state is EventState.PROCESSED


def test_a_later_message_waits_for_those_that_are_put_off(carrier_anywhere: Carrier) -> None:
    """Whichever web process it comes to: this one has counted nothing."""
    carrier = carrier_anywhere
    carrier.post(whatsapp("bantuan"))
    later = now() + timedelta(minutes=5)
    with carrier.database.writing() as session:
        first = session.get_one(Event, 1)
        first.state, first.due_at = EventState.PENDING, later
    carrier.post(numbered(whatsapp("menu"), 2))
    assert [event.due_at for event in messages(carrier)] == [later, later]


def test_nobody_waits_longer_than_ten_minutes(carrier: Carrier) -> None:
    flood(carrier)
    with carrier.database.writing() as session:
        session.get_one(Event, messages(carrier)[-1].id).due_at = now() + PATIENCE - PACE / 2
    carrier.post(numbered(whatsapp("bantuan"), FLOOD + 1))
    last = messages(carrier)[-1]
    assert last.due_at - last.received_at == PATIENCE


def test_the_records_are_asked_about_who_writes_often() -> None:
    frequent, at = Frequent(), now()
    assert [frequent.writes("a", at) for _ in range(21)][-2:] == [False, True]
    assert not frequent.writes("b", at)
    assert not frequent.writes("a", at + SPAN)


@pytest.fixture
def backlog(carrier: Carrier, monkeypatch: pytest.MonkeyPatch) -> Carrier:
    """Thirty messages of one citizen, then one of another, and nobody was there."""
    with monkeypatch.context() as nobody:
        nobody.setattr(carrier.conversations, "drain", lambda contact_id: set())
        flood(carrier, 30)
        carrier.post(numbered(OTHER, 1000))
    return carrier


def test_whoever_has_much_to_be_answered_lets_others_have_their_turn(backlog: Carrier) -> None:
    assert Queue.DRAIN in backlog.conversations.drain_due(seconds=0)
    played = Counter(event.contact_id for event in messages(backlog) if event.state is EventState.PROCESSED)
    assert played == {1: 1, 2: 1}


def test_the_carrier_does_not_wait_for_a_long_row_of_answers(backlog: Carrier) -> None:
    assert Queue.DRAIN in backlog.conversations.drain(1, seconds=0)


def test_berhenti_in_the_midst_of_it_counts_at_once(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    flood(carrier)
    carrier.post(numbered(whatsapp("berhenti kirim pesan"), FLOOD + 1))
    assert messages(carrier)[-1].state is EventState.PROCESSED
    assert [contact.opted_out_at is None for contact in carrier.rows(Contact)] == [False]
    *before, told = carrier.rows(Outgoing)
    assert {(row.state, row.error) for row in before} == {(OutgoingState.FAILED, OPTED_OUT)}
    assert told.state is OutgoingState.QUEUED


def test_what_was_written_before_it_is_heard_and_not_answered(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    flood(carrier, MOST)
    carrier.post(numbered(whatsapp("mulai"), FLOOD + 1))
    carrier.post(numbered(whatsapp("BERHENTI"), FLOOD + 2))
    said = carrier.texts()
    all_are_due(carrier)
    assert {event.state for event in messages(carrier)} == {EventState.PROCESSED}
    assert carrier.texts() == said
    assert [contact.opted_out_at is None for contact in carrier.rows(Contact)] == [False]
    carrier.post(numbered(whatsapp("mulai"), FLOOD + 3))
    all_are_due(carrier)
    assert [contact.opted_out_at is None for contact in carrier.rows(Contact)] == [True]


@pytest.mark.parametrize("text", ["stop", "Berhenti.", "jangan kirim pesan lagi", "stop sending messages please"])
def test_the_words_that_stop(text: str) -> None:
    assert is_stop(text) and not is_stop(f"{text} BPP-00412 saya gimana")


class Bell:
    def __init__(self) -> None:
        self.rung: list[Queue] = []

    def wake(self, queue: Queue) -> None:
        self.rung.append(queue)


@pytest.mark.parametrize(("waiting", "at_once"), [(8, True), (9, False)])
def test_where_many_requests_wait_a_worker_answers(backlog: Carrier, waiting: int, at_once: bool) -> None:
    bell = Bell()
    AtOnce(backlog.conversations, bell, 8, lambda: waiting).answer(2)
    assert (messages(backlog)[-1].state is EventState.PROCESSED) is at_once
    assert bell.rung == [Queue.SEND if at_once else Queue.DRAIN]
