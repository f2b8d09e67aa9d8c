"""What the page of a case tells beside the case: notes between officers, and others of the same person."""

from __future__ import annotations

import pytest

from registry.lifecycle import CaseState
from registry.models import AuditEntry, Case, Event, Note, Office
from registry.retention.cases import erase_case
from tests.backoffice.conftest import AT, Client, Desk

DOUBLE = "Mungkin dobel"


@pytest.fixture
def case(desk: Desk, office: Office) -> Case:
    return desk.case(office)


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "counter", name="Budi Contoh"))


def test_a_note_is_for_colleagues_alone(desk: Desk, client: Client, office: Office, case: Case) -> None:
    before = len(desk.all(Event))
    client.post(f"/permohonan/{case.id}/catatan", note="Sudah ditelepon <b>RT</b>")
    colleague = desk.client(desk.officer(office, "supervisor")).get(f"/permohonan/{case.id}").text
    assert "Sudah ditelepon &lt;b&gt;RT&lt;/b&gt;" in colleague and "Budi Contoh" in colleague
    assert len(desk.all(Event)) == before  # nothing goes to the citizen
    assert "note_written" in [entry.action for entry in desk.all(AuditEntry)]


def test_an_empty_note_is_asked_for(client: Client, case: Case) -> None:
    answer = client.post(f"/permohonan/{case.id}/catatan", note="  ")
    assert answer.status_code == 409 and "Tulis catatannya dulu." in answer.text


@pytest.mark.parametrize("role", ["signatory", "printing", "province"])
def test_only_who_checks_writes(desk: Desk, office: Office, case: Case, role: str) -> None:
    officer = desk.officer(None if role == "province" else office, role)
    assert desk.client(officer).post(f"/permohonan/{case.id}/catatan", note="x").status_code == 403
    assert desk.all(Note) == []


def test_another_offices_case_takes_no_note(desk: Desk, case: Case) -> None:
    stranger = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert stranger.post(f"/permohonan/{case.id}/catatan", note="x").status_code == 404


def test_notes_go_with_the_answers(desk: Desk, client: Client, case: Case) -> None:
    client.post(f"/permohonan/{case.id}/catatan", note="Sudah ditelepon")
    desk.change(case, state=CaseState.CLOSED)
    with desk.database.writing() as session:
        erase_case(session, case.id, AT)
    assert desk.all(Note) == []
    assert client.post(f"/permohonan/{case.id}/catatan", note="lagi").status_code == 409


def test_other_cases_of_the_person_are_named(desk: Desk, client: Client, office: Office, case: Case) -> None:
    card, stranger = desk.case(office, "KTP-BARU"), desk.case(office, nik="6471041708870000")
    page = client.get(f"/permohonan/{case.id}").text
    assert f'href="/permohonan/{card.id}"' in page and stranger.number not in page and DOUBLE not in page


def test_who_asked_twice_for_the_same_is_marked(desk: Desk, client: Client, office: Office, case: Case) -> None:
    again = desk.case(office)
    assert f"{DOUBLE}: {again.number}" in client.get(f"/permohonan/{case.id}").text
    assert f"{DOUBLE}: {case.number}" in client.get(f"/permohonan/{again.id}").text
    desk.change(again, state=CaseState.REFUSED)
    assert DOUBLE not in client.get(f"/permohonan/{case.id}").text


def test_another_office_is_not_told_of(desk: Desk, client: Client, case: Case) -> None:
    there = desk.case(desk.office("SMD", "64.72"))
    assert there.number not in client.get(f"/permohonan/{case.id}").text
