"""What citizens ask about their data: a number, a clock, an officer who makes sure who asks."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.actors import NotFound
from registry.lifecycle import Refused, Role
from registry.models import Contact, DataRequest, DataRequestKind, DataRequestState
from registry.rights import data_copy, data_desk, data_requests
from tests.registry.desk import MONDAY, Desk

ACCESS, CORRECT = DataRequestKind.ACCESS, DataRequestKind.CORRECT


def ask(desk: Desk, kind: DataRequestKind, words: str | None = None) -> DataRequest:
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        return data_requests.ask(session, desk.citizen(session), contact, desk.office_id, kind, MONDAY, words)


def test_it_is_due_in_three_days_and_asked_twice_the_same(desk: Desk) -> None:
    first, second = ask(desk, CORRECT, "nama ibu"), ask(desk, CORRECT, "dan NIK")
    assert first.number == second.number == "PD-0001"
    assert (second.words, second.due_at) == ("nama ibu\ndan NIK", MONDAY + timedelta(days=3))
    assert ask(desk, ACCESS).number == "DS-0002"


def test_the_copy_is_made_once_somebody_is_sure(desk: Desk) -> None:
    request = ask(desk, ACCESS)
    with desk.database.writing() as session:
        assert data_copy.to_make(session) == []
        data_desk.confirm(session, desk.officers[Role.SUPERVISOR], request.id, "counter", MONDAY)
        assert data_copy.to_make(session) == [request.id]
        assert data_copy.hand_in(session, request.id, 32 * "a", MONDAY)
        assert not data_copy.hand_in(session, request.id, 32 * "b", MONDAY)
    assert [body["name"] for body in desk.told()] == ["copy_ready"]


def test_nobody_is_sure_without_saying_how(desk: Desk) -> None:
    request = ask(desk, ACCESS)
    with pytest.raises(Refused, match="refused-identity"), desk.database.writing() as session:
        data_desk.confirm(session, desk.officers[Role.SUPERVISOR], request.id, "", MONDAY)


def test_a_correction_is_told(desk: Desk) -> None:
    request = ask(desk, CORRECT, "nama ibu")
    with desk.database.writing() as session:
        data_desk.correct(session, desk.officers[Role.SUPERVISOR], request.id, "call", " Sudah. ", MONDAY)
    assert desk.told()[0]["text"] == "Sudah."


def test_of_two_officers_one_decides(desk: Desk) -> None:
    request = ask(desk, ACCESS)
    with desk.database.writing() as session:
        data_desk.refuse(session, desk.officers[Role.SUPERVISOR], request.id, "belum pasti", MONDAY)
    with pytest.raises(Refused, match="refused-decided"), desk.database.writing() as session:
        data_desk.confirm(session, desk.officers[Role.SUPERVISOR], request.id, "call", MONDAY)


def test_lists_have_what_is_due_first(desk: Desk) -> None:
    with desk.database.writing() as session:
        for days, state in ((3, "waiting"), (None, "waiting"), (1, "waiting"), (2, "done")):
            due = MONDAY + timedelta(days=days) if days else None
            session.add(
                DataRequest(kind=ACCESS, contact_id=desk.contact_id, office_id=desk.office_id, due_at=due,
                            state=DataRequestState(state), closed_at=MONDAY if state == "done" else None)
            )  # fmt: skip
    with desk.database.reading() as session:
        supervisor = desk.officers[Role.SUPERVISOR]
        assert [each.id for each in data_desk.waiting(session, supervisor)] == [3, 1, 2]
        assert [each.id for each in data_desk.ended(session, supervisor)] == [4]


def test_it_is_a_supervisors_of_that_office(desk: Desk) -> None:
    request = ask(desk, ACCESS)
    with pytest.raises(Refused, match="refused-role"), desk.database.writing() as session:
        data_desk.look(session, desk.officers[Role.COUNTER], request.id, MONDAY)
    with pytest.raises(NotFound), desk.database.writing() as session:
        data_desk.look(session, desk.officers[Role.SUPERVISOR], request.id + 1, MONDAY)
