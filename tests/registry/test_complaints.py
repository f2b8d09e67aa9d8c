"""Reports about the office: one number until it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from registry.actors import NotFound
from registry.lifecycle import Refused, Role
from registry.models import Complaint, Contact, Event, Office
from registry.rights import complaints
from tests.registry.desk import MONDAY, Desk


def filed(desk: Desk, *words: str) -> Complaint:
    with desk.database.writing() as session:
        contact, office = session.get_one(Contact, desk.contact_id), session.get_one(Office, desk.office_id)
        return complaints.file(session, desk.citizen(session), contact, office, words, MONDAY)


def test_it_is_due_in_two_working_days(desk: Desk) -> None:
    assert filed(desk, "minta 200rb").due_at == MONDAY + timedelta(days=2)


def test_more_words_go_to_the_complaint_that_waits(desk: Desk) -> None:
    first, second = filed(desk, "minta 200rb"), filed(desk, "di loket 2")
    assert second.number == first.number
    assert second.words == ["minta 200rb", "di loket 2"]


def test_after_the_answer_a_new_one_begins(desk: Desk) -> None:
    first = filed(desk, "minta 200rb")
    with desk.database.writing() as session:
        complaints.answer(session, desk.officers[Role.SUPERVISOR], first.id, "Sudah ditindak.", MONDAY)
    assert filed(desk, "lagi").number != first.number


def test_who_told_it_takes_it_back_and_no_answer_is_owed(desk: Desk) -> None:
    first = filed(desk, "minta 200rb")
    with desk.database.writing() as session:
        complaints.take_back(session, desk.citizen(session), first.id, MONDAY)
    with desk.database.writing() as session:
        complaint = session.get_one(Complaint, first.id)
        assert complaint.taken_back and complaint.words == ["minta 200rb"]
        assert complaints.waiting(session, desk.officers[Role.SUPERVISOR]) == []
        with pytest.raises(Refused):
            complaints.answer(session, desk.officers[Role.SUPERVISOR], first.id, "Sudah ditindak.", MONDAY)
    assert filed(desk, "lagi").number != first.number


def test_an_answered_one_and_somebody_elses_stay(desk: Desk) -> None:
    complaint = filed(desk, "minta 200rb")
    with desk.database.writing() as session, pytest.raises(NotFound):
        complaints.take_back(session, replace(desk.citizen(session), contact_id=0), complaint.id, MONDAY)
    with desk.database.writing() as session:
        complaints.answer(session, desk.officers[Role.SUPERVISOR], complaint.id, "Sudah ditindak.", MONDAY)
        with pytest.raises(Refused):
            complaints.take_back(session, desk.citizen(session), complaint.id, MONDAY)


def test_an_answer_by_night_waits_for_the_morning(desk: Desk) -> None:
    complaint, night = filed(desk, "minta 200rb"), MONDAY + timedelta(hours=14)
    with desk.database.writing() as session:
        complaints.answer(session, desk.officers[Role.SUPERVISOR], complaint.id, "Sudah ditindak.", night)
    with desk.database.reading() as session:
        event = session.get_one(Event, 1)
    assert event.due_at > night and event.private


def test_nobody_else_reads_or_answers(desk: Desk) -> None:
    complaint = filed(desk, "minta 200rb")
    with pytest.raises(NotFound), desk.database.writing() as session:
        complaints.look(session, desk.officers[Role.SIGNATORY], complaint.id, MONDAY)
    for role in (Role.COUNTER, Role.ADMIN):
        with pytest.raises(Refused, match="refused-role"), desk.database.writing() as session:
            complaints.look(session, desk.officers[role], complaint.id, MONDAY)
    with pytest.raises(NotFound), desk.database.writing() as session:
        complaints.look(session, desk.officers[Role.SUPERVISOR], complaint.id + 1, MONDAY)
    with pytest.raises(Refused, match="refused-text-missing"), desk.database.writing() as session:
        complaints.answer(session, desk.officers[Role.SUPERVISOR], complaint.id, " ", MONDAY)
