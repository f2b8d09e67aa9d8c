"""A promise is looked at before it runs out: kept, moved and told, or of no use any more."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from registry import cases
from registry.lifecycle import Role
from registry.models import AuditEntry
from registry.promises import keep_or_move
from tests.registry.desk import MONDAY, Desk

PROMISED = MONDAY + timedelta(days=3, hours=3)  # Thursday noon, after 24 working hours
LOOKED_AT = PROMISED - timedelta(hours=2)


def look(desk: Desk, at: datetime) -> list[str]:
    keep_or_move(desk.database, at)
    return [told["name"] for told in desk.told()]


def test_nothing_is_said_before_the_last_two_working_hours(desk: Desk) -> None:
    case_id = desk.open()
    assert look(desk, LOOKED_AT - timedelta(minutes=1)) == []
    assert desk.case(case_id).promised_at == PROMISED


def test_what_still_waits_gets_a_later_promise_and_is_told_once(desk: Desk) -> None:
    case_id = desk.open()
    assert look(desk, LOOKED_AT) == look(desk, LOOKED_AT + timedelta(minutes=1)) == ["promise_moved"]
    moved = desk.case(case_id)
    assert moved.promised_at == PROMISED + timedelta(days=3, hours=22)  # 3 hours on Thursday, 3 on Friday, 2 on Monday
    assert (moved.promise_moves, moved.warn_at is not None) == (1, True)


def test_a_promise_missed_in_our_absence_is_never_moved_into_the_past(desk: Desk) -> None:
    case_id = desk.open()
    late = PROMISED + timedelta(days=30)
    look(desk, late)
    promised = desk.case(case_id).promised_at
    assert promised is not None and promised > late


def test_at_the_offices_pace_it_will_be_done_in_time(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        for _ in range(200):
            session.add(AuditEntry(at=MONDAY, action="case_approved", office_id=desk.office_id))
    assert look(desk, LOOKED_AT) == []
    assert look(desk, PROMISED - timedelta(minutes=14)) == ["promise_moved"]
    assert desk.case(case_id).promise_moves == 1


@pytest.mark.parametrize("decision", ["hold", "refuse"])
def test_a_clock_that_stands_still_or_ended_has_nothing_to_warn_of(desk: Desk, decision: str) -> None:
    case_id = desk.open()
    officer = desk.officers[Role.COUNTER]
    with desk.database.writing() as session:
        if decision == "hold":
            cases.hold(session, officer, case_id, "Menunggu pusat.", MONDAY)
        else:
            cases.refuse(session, officer, case_id, "Bukan warga.", MONDAY)
    assert "promise_moved" not in look(desk, PROMISED)
    assert desk.case(case_id).warn_at is None


def test_an_approved_case_is_late_while_its_document_is_being_made(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    assert look(desk, LOOKED_AT) == ["case_approved", "promise_moved"]
    assert desk.told()[1]["awaited"] == "in_siak"
