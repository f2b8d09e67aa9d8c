"""What the bench makes of its figures, and what it lays in before it measures."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from sqlmodel import Session, SQLModel, func, select

from assembly.due import due
from bench.citizens import forms, requests
from bench.ear import waits
from bench.endurance import growth
from bench.load import mixed, sid_of
from bench.million import EACH, lay_in
from registry.database import Database
from registry.demo.offices import make_offices, make_senders
from registry.models import Case, Contact, Conversation, Event, EventKind, Outgoing, OutgoingKind
from registry.models.columns import now


def test_a_crowd_writes_mixed_and_each_in_their_own_order() -> None:
    scripts = ([f"{citizen}.{turn}".encode() for turn in range(3)] for citizen in count())
    messages = list(mixed(scripts, crowd=4, count=60))
    citizens = [message.split(b".")[0] for message in messages]
    assert len(messages) == len(set(messages)) == 60
    assert len(set(citizens[:10])) > 2
    for citizen in set(citizens):
        own = [message for message in messages if message.startswith(citizen + b".")]
        assert own == sorted(own)


def test_a_message_is_known_by_its_sid() -> None:
    script = next(requests("https://loket.example.go.id"))
    assert [sid_of(message) for message in script] == [form["MessageSid"] for form in forms(1)]


def test_an_answer_waits_from_the_message_that_it_answers() -> None:
    sent, heard = {"SM1": 10.0, "SM2": 20.0, "SM3": 30.0}, {"a": 10.5, "b": 10.25, "c": 30.125}
    assert waits(sent, {"SM1": ["a", "b"], "SM3": ["c"], "SM0": ["d"]}, heard) == [[250.0, 500.0], [125.0]]


def test_growth_is_told_by_the_line_and_not_by_the_ends() -> None:
    assert growth([(0, 100.0), (1_000, 101.0), (2_000, 102.0), (3_000, 103.0)]) == pytest.approx(0.001)
    assert growth([(0, 100.0), (1_000, 120.0), (2_000, 120.0), (3_000, 100.0)]) == pytest.approx(0)


def test_what_is_laid_in_was_answered_and_waits_for_nothing(database: Database) -> None:
    with database.writing() as session:
        make_senders(session, make_offices(session))
    lay_in(database, 400)
    with database.reading() as session:
        assert _counted(session, Event, Event.kind == EventKind.MESSAGE) == 400
        assert _counted(session, Outgoing, Outgoing.kind == OutgoingKind.ANSWER) == 400
        assert _counted(session, Contact) == _counted(session, Conversation) == 400 // EACH
        assert _counted(session, Case) == 400 // 16
        assert due(session, now()) == []
        texts = {event.body["text"] for event in session.exec(select(Event))}  # they can be read
    assert len(texts) == 1


def _counted(session: Session, rows: type[SQLModel], *which: Any) -> int:
    return session.exec(select(func.count()).select_from(rows).where(*which)).one()
