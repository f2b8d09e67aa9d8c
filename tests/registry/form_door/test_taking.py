"""Answers of a form become requests: once, read as the chat reads them, and whoever gave them is told."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf
from pathlib import Path

import pytest
from sqlmodel import select

from registry.form_door import taking
from registry.lifecycle import CaseState, Refused, Role
from registry.models import AnswerState, AuditEntry, Channel, Contact, Event, Office, Paper, PaperState, Sender
from registry.reports.daily import reports
from registry.retention.journal import Journal
from registry.retention.nightly import Retention
from tests.registry.desk import MONDAY
from tests.registry.form_door.conftest import COLUMNS, HEADINGS, RINA, Door


def other(**changes: str) -> list[str]:
    places = {"time": 0, "name": 1, "nik": 2, "reason": 3, "still": 4, "village": 5, "phone": 6}
    row = list(RINA)
    for name, value in changes.items():
        row[places[name]] = value
    return row


def test_nothing_is_read_before_the_columns_are_paired(door: Door) -> None:
    assert door.imports(RINA) == (1, 0)
    door.taken_in()
    assert door.states() == [AnswerState.WAITING]


def test_an_answer_becomes_a_request_in_the_queue(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    door.taken_in()
    (case,), (answer,) = door.cases(), door.answers()
    assert (answer.state, answer.case_id, answer.cells) == (AnswerState.TAKEN, case.id, None)
    assert (case.state, case.service) == (CaseState.SUBMITTED, "KK-HR")
    assert (case.answers["reason"], case.answers["village"]) == ("lost", "64.71.04.1003")
    assert "from-form" in case.flags


def test_papers_are_still_to_be_brought(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    door.taken_in()
    with door.desk.database.reading() as session:
        assert {each.state for each in session.exec(select(Paper))} == {PaperState.TO_BRING}


def test_whoever_answered_is_told_at_their_number(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    door.taken_in()
    with door.desk.database.reading() as session:
        event = session.exec(select(Event)).one()
        contact = session.get_one(Contact, event.contact_id)
    assert event.body == {"name": "form_received", "case_id": door.cases()[0].id}
    assert (contact.address, contact.channel) == ("whatsapp:+6281200000001", Channel.WHATSAPP)


def test_an_import_again_doubles_nothing(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    door.taken_in()
    assert door.imports(RINA, other(name="Bima Contoh")) == (1, 1)
    door.taken_in()
    door.taken_in()
    assert len(door.cases()) == 2


@pytest.mark.parametrize(
    "time", ["2026/11/20 10:32:11 AM GMT+8", "20/11/2026 10:32:11", "11/20/2026 10:32:11", "2026-11-20 10:32:11.482000",
             "20/11/2026 10.32.11"],
)  # fmt: skip
def test_the_same_answer_is_known_however_its_time_is_written(door: Door, time: str) -> None:
    door.imports(RINA)
    assert door.imports(other(time=time)) == (0, 1)


def test_the_same_words_an_hour_later_are_another_answer(door: Door) -> None:
    door.imports(RINA)
    assert door.imports(other(time="2026/11/20 11:32:11 AM GMT+8")) == (1, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"nik": "647104"},
        {"nik": ""},
        {"phone": "12"},
        {"phone": ""},
        {"time": "kemarin"},
        {"time": "2027/11/20 10:00:00 AM GMT+8"},
        {"reason": "entah"},
        {"village": "Atlantis"},
        {"name": ""},
    ],
)
def test_what_gives_no_request_waits_for_somebody_to_look(door: Door, changes: dict[str, str]) -> None:
    door.imports(other(**changes), other(name="Bima Contoh"))
    door.paired()
    door.taken_in()
    assert door.states() == [AnswerState.FAULTY, AnswerState.TAKEN]


def test_what_is_from_before_its_first_day_is_left_out(door: Door) -> None:
    door.imports(other(time="2019/11/20 10:32:11 AM GMT+8"), RINA)
    door.paired(since=date(2026, 11, 20))
    door.taken_in()
    assert door.states() == [AnswerState.LEFT_OUT, AnswerState.TAKEN]


def test_another_map_reads_the_faulty_ones_again(door: Door) -> None:
    door.imports(RINA)
    door.paired(COLUMNS | {"nik": HEADINGS[4]})
    door.taken_in()
    assert door.states() == [AnswerState.FAULTY]
    door.paired()
    door.taken_in()
    assert door.states() == [AnswerState.TAKEN]


def test_a_table_of_another_shape_says_which_columns_it_lacks(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    with pytest.raises(Refused) as refused:
        door.imports(["x", "y"], headings=["Nama lengkap", "Alamat"])
    assert refused.value.reason == "refused-form-shape"
    assert "NIK" in str(vars(refused.value))


def test_columns_may_move_and_others_come(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    assert door.imports([*other(name="Bima Contoh")[::-1], "x"], headings=[*HEADINGS[::-1], "Saran"]) == (1, 0)
    door.taken_in()
    assert len(door.cases()) == 2


def test_ten_thousand_rows_are_kept_and_taken_in_bit_by_bit(door: Door) -> None:
    assert door.imports(*(other(phone=f"0812{number:08}") for number in range(10_000))) == (10_000, 0)
    door.paired()
    assert door.taken_in() is True
    assert len(door.cases()) == 100
    with pytest.raises(Refused):
        door.imports(*(other(phone=f"0813{number:08}") for number in range(10_001)))


def test_the_day_on_which_it_comes_in_counts_and_it_is_noted(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    later = MONDAY + timedelta(hours=2)
    door.taken_in(later)
    assert door.cases()[0].queued_at == later
    with door.desk.database.reading() as session:
        actions = [entry.action for entry in session.exec(select(AuditEntry))]
    assert {"form_created", "form_imported", "form_paired", "case_opened", "form_answer_taken"} <= set(actions)


def test_the_daily_report_tells_how_many_came_by_forms(door: Door) -> None:
    door.imports(RINA, other(name="Bima Contoh"), other(nik="12"))
    door.paired()
    door.taken_in()
    with door.desk.database.reading() as session:
        offices = session.exec(select(Office)).all()
        figures = reports(session, offices, MONDAY.date(), MONDAY + timedelta(hours=1))[0].figures
    assert (figures["layanan_formulir"], figures["layanan_online_masuk"]) == (2, 2)
    assert figures["layanan_whatsapp"] == 0  # where the receipt goes is another thing


def test_what_nobody_saw_to_is_emptied_after_the_offices_time_and_stays_known(door: Door, tmp_path: Path) -> None:
    door.imports(other(nik="12"))
    door.paired()
    door.taken_in()
    retention = Retention(door.desk.database, Journal(tmp_path / "deletions.jsonl"))
    assert retention.run(MONDAY + timedelta(days=29), inf)["answers"] == 0
    assert retention.run(MONDAY + timedelta(days=31), inf)["answers"] == 1
    assert (door.states(), door.answers()[0].cells) == ([AnswerState.DROPPED], None)
    assert door.imports(other(nik="12")) == (0, 1)


def test_an_office_that_cannot_write_to_anybody_has_it_looked_at(door: Door) -> None:
    with door.desk.database.writing() as session:
        for sender in session.exec(select(Sender)):
            sender.channel = Channel.COUNTER
    door.imports(RINA)
    door.paired()
    door.taken_in()
    assert (door.states(), door.cases()) == ([AnswerState.FAULTY], [])


def test_two_workers_make_one_request(door: Door) -> None:
    door.imports(RINA)
    door.paired()
    taker = door.taker()
    with door.desk.database.reading() as session:
        waiting = session.exec(taking.waits()).all()
    taker.run()
    for answer_id in waiting:  # as one that had looked before would go on
        taker._settle(answer_id)
    assert len(door.cases()) == 1


@pytest.mark.parametrize("role", [Role.COUNTER, Role.POST, Role.PROVINCE])
def test_whoever_does_not_keep_forms_pairs_none(door: Door, role: Role) -> None:
    door.imports(RINA)
    door.desk.officers[Role.ADMIN] = door.desk.officers[role]
    with pytest.raises(Refused):
        door.paired()
