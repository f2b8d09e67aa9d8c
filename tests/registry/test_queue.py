"""What the back office reads of cases, page by page."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from registry import cases
from registry.actors import Actor, NotFound
from registry.database import Database
from registry.desk import queue
from registry.lifecycle import CaseState, DocumentState, Role
from tests.registry.desk import MONDAY, Desk, furnish

SECONDS = count()  # time goes on between the examples, which share one office


def place(desk: Desk, case_id: int) -> int:
    with desk.database.reading() as session:
        return cases.place_in_queue(session, desk.case(case_id))


def test_pages_follow_the_queue_without_gaps(desk: Desk) -> None:
    opened = [desk.open(papers={}, at=MONDAY - timedelta(minutes=n // 2)) for n in range(5)]
    with desk.database.reading() as session:
        first = queue.page(session, desk.office_id, limit=3)
        rest = queue.page(session, desk.office_id, after=(first[-1].queued_at, first[-1].id), limit=3)
    assert [case.id for case in first + rest] == [opened[n] for n in (4, 2, 3, 0, 1)]


def test_a_page_of_other_states_leaves_the_queue_out(desk: Desk) -> None:
    approved, _ = desk.open(), desk.open()
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], approved, MONDAY)
        assert [case.id for case in queue.page(session, desk.office_id, [CaseState.APPROVED])] == [approved]


def test_counts_name_every_state_asked_for(desk: Desk) -> None:
    desk.open(), desk.open()
    with desk.database.reading() as session:
        counted = queue.counts(session, desk.office_id)
    assert counted[CaseState.SUBMITTED] == 2
    assert sum(counted.values()) == 2 and CaseState.CLOSED not in counted


def test_documents_come_with_their_cases(desk: Desk) -> None:
    document_id = desk.card()
    with desk.database.reading() as session:
        ((document, case),) = queue.documents(session, desk.office_id, [DocumentState.WAITING_PRR])
        assert queue.documents(session, desk.office_id, [DocumentState.WAITING_PRR], after=document_id) == []
    assert (document.id, document.case_id) == (document_id, case.id)


def test_a_look_at_a_case_is_audited_and_a_poll_is_not(desk: Desk) -> None:
    case_id, officer = desk.open(), desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        for looked in (False, True):
            file = queue.load_case(session, officer, case_id, looked=looked, at=MONDAY)
        views = [row for row in queue.history(session, case_id) if row.action == "case_viewed"]
    assert (len(views), views[0].officer_id) == (1, officer.officer_id)
    assert [len(file.uploads[paper.id]) for paper in file.papers] == [1, 1]


def test_a_case_with_many_papers_takes_no_more_statements(desk: Desk) -> None:
    many = desk.open(papers={f"paper_{n}": [desk.new_upload()] for n in range(8)})
    seen: list[str] = []
    with desk.database.reading() as session:
        event.listen(session.connection(), "before_cursor_execute", lambda *args: seen.append(args[2]))
        queue.load_case(session, desk.officers[Role.COUNTER], many, looked=False, at=MONDAY)
    assert len(seen) == 6


def test_another_offices_case_is_not_found(desk: Desk) -> None:
    case_id, stranger = desk.open(), Actor(frozenset({Role.ADMIN}), officer_id=1, office_id=99)
    with pytest.raises(NotFound), desk.database.writing() as session:
        queue.load_case(session, stranger, case_id, looked=True, at=MONDAY)


def act(desk: Desk, step: str, at: datetime) -> None:
    """A citizen opens a case, or an officer deals with one from somewhere in the queue."""
    with desk.database.writing() as session:
        officer, waiting = desk.officers[Role.COUNTER], queue.page(session, desk.office_id)
        case_id = waiting[len(waiting) // 2].id if waiting else None
        if case_id and step == "approve":
            cases.approve(session, officer, case_id, at)
        elif case_id and step == "hold":
            cases.hold(session, officer, case_id, "Menunggu pusat.", at)
        elif case_id and step == "ask_again":
            cases.ask_again(session, officer, case_id, "ktp", "Buram.", at)
    if step == "open":
        desk.open(at=at)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["open", "approve", "hold", "ask_again"]), max_size=10))
def test_whatever_happens_to_others_a_place_never_grows(desk: Desk, steps: list[str]) -> None:
    """Only a case that comes back to the place it kept may stand in front again; no step here is that."""
    places: dict[int, int] = {}
    for step in steps:
        act(desk, step, MONDAY + timedelta(seconds=next(SECONDS)))
        with desk.database.reading() as session:
            now = {
                case.id: cases.place_in_queue(session, case)
                for case in queue.page(session, desk.office_id, limit=1_000)
            }
        assert sorted(now.values()) == list(range(1, len(now) + 1))
        assert all(now[case_id] <= places[case_id] for case_id in now.keys() & places.keys())
        places = now


def test_a_returning_correction_keeps_the_place_it_had(desk: Desk) -> None:
    first, second = desk.open(), desk.open()
    with desk.database.writing() as session:
        cases.ask_again(session, desk.officers[Role.COUNTER], first, "ktp", "Buram.", MONDAY)
    assert place(desk, second) == 1
    upload = desk.new_upload()
    with desk.database.writing() as session:
        cases.send_correction(session, desk.citizen(session), first, "ktp", [upload], MONDAY)
    assert (place(desk, first), place(desk, second)) == (1, 2)


def test_sqlite_finds_place_and_page_on_an_index(sqlite_url: str) -> None:
    desk, seen = furnish(Database(sqlite_url)), list[Any]()
    case = desk.case(desk.open())
    with desk.database.reading() as session:
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *args: seen.append(args[2:4]))
        cases.place_in_queue(session, case)
        queue.page(session, desk.office_id, after=(MONDAY, 0))
        plans = [str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", args).all()) for sql, args in seen[:2]]
    assert all("SEARCH case" in plan and "queued_at" in plan and "TEMP B-TREE" not in plan for plan in plans), plans
