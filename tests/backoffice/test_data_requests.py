"""The supervisor's list of what citizens ask about their data."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from registry.models import AuditEntry, Case, Contact, DataRequest, DataRequestKind, Event, Office
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def case(desk: Desk) -> Case:
    return desk.case(desk.office())


@pytest.fixture
def office(desk: Desk, case: Case) -> Office:
    return desk.all(Office)[0]


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor"))


def asked(desk: Desk, office: Office, kind: DataRequestKind, **values: Any) -> DataRequest:
    contact = desk.all(Contact)[0]
    due: dict[str, Any] = {"due_at": AT + timedelta(days=3)} | values
    return desk.add(DataRequest(kind=kind, contact_id=contact.id, office_id=office.id, created_at=AT, **due))


def test_a_copy_is_ordered_once_the_owner_is_sure(desk: Desk, client: Client, office: Office) -> None:
    request = asked(desk, office, DataRequestKind.ACCESS)
    assert "DS-0001" in client.get("/permintaan-data").text
    page = client.get("/permintaan-data/1").text
    assert "KTP di kantor" in page and "+62812" in page
    assert client.post("/permintaan-data/1/pastikan", identity="counter").status_code == 303
    assert desk.again(request).state == "confirmed" and "chores" in desk.bell.rung
    assert client.post("/permintaan-data/1/pastikan", identity="counter").status_code == 409


def test_without_saying_how_nothing_is_ordered(desk: Desk, client: Client, office: Office) -> None:
    asked(desk, office, DataRequestKind.ACCESS)
    answer = client.post("/permintaan-data/1/pastikan")
    assert answer.status_code == 409 and "Pilih dulu" in answer.text


def test_a_correction_and_a_refusal_are_told_in_words(desk: Desk, client: Client, office: Office) -> None:
    asked(desk, office, DataRequestKind.CORRECT, words="nama ibu")
    asked(desk, office, DataRequestKind.ACCESS)
    assert "nama ibu" in client.get("/permintaan-data/1").text
    client.post("/permintaan-data/1/perbaiki", identity="call", text="Sudah diganti di SIAK.")
    client.post("/permintaan-data/2/tolak", text="Belum pasti siapa Anda.")
    assert [event.body["text"] for event in desk.all(Event)] == ["Sudah diganti di SIAK.", "Belum pasti siapa Anda."]
    assert "Belum dipenuhi" in client.get("/permintaan-data").text


def test_a_deletion_says_what_it_waits_for(desk: Desk, client: Client, office: Office, case: Case) -> None:
    asked(desk, office, DataRequestKind.DELETE, due_at=None)
    page = client.get("/permintaan-data/1").text
    assert f"begitu permohonan ini selesai: {case.number}" in page and "/pastikan" not in page


def test_what_is_late_says_so_and_a_look_is_noted(desk: Desk, client: Client, office: Office) -> None:
    asked(desk, office, DataRequestKind.ACCESS, due_at=AT - timedelta(hours=1))
    assert "terlambat" in client.get("/permintaan-data").text
    client.get("/permintaan-data/1")
    assert [row.action for row in desk.all(AuditEntry)].count("data_request_viewed") == 1


def test_a_deadline_at_night_says_until_when_there_is_work(desk: Desk, client: Client, office: Office) -> None:
    asked(desk, office, DataRequestKind.ACCESS, due_at=AT + timedelta(days=5, hours=16))  # Sunday, 02.00 WITA
    for path in ("/permintaan-data", "/permintaan-data/1"):
        assert "jawab sebelum Jum 28 Nov, 15.00 WITA" in client.get(path).text


@pytest.mark.parametrize(("days", "late"), [(5, False), (-1, True)])
def test_hours_of_work_that_are_over_stand_out(
    desk: Desk, client: Client, office: Office, days: int, late: bool
) -> None:
    asked(desk, office, DataRequestKind.ACCESS, due_at=AT + timedelta(days=days, hours=16))
    for path in ("/permintaan-data", "/permintaan-data/1"):
        assert ('class="last-hours"' in client.get(path).text) is late


def test_the_officer_may_talk_to_who_asks(desk: Desk, client: Client, office: Office) -> None:
    asked(desk, office, DataRequestKind.ACCESS)
    assert client.post("/permintaan-data/1/hubungi").headers["Location"] == "/percakapan/1"
    assert [event.body["name"] for event in desk.all(Event)] == ["officer_took"]


def test_another_offices_request_is_not_there(desk: Desk, office: Office) -> None:
    asked(desk, office, DataRequestKind.ACCESS)
    client = desk.client(desk.officer(desk.office("SMD", "64.72"), "supervisor"))
    for path in ("", "/hubungi", "/pastikan"):
        answer = client.post(f"/permintaan-data/1{path}") if path else client.get("/permintaan-data/1")
        assert answer.status_code == 404


def test_what_was_typed_for_a_decided_request_is_shown_with_who_decided(
    desk: Desk, client: Client, office: Office
) -> None:
    asked(desk, office, DataRequestKind.CORRECT)
    other = desk.client(desk.officer(office, "supervisor", name="Budi Contoh"))
    other.post("/permintaan-data/1/tolak", text="Belum pasti siapa yang meminta.")
    late = client.post("/permintaan-data/1/perbaiki", identity="call", text="Sudah diganti di SIAK.")
    assert late.status_code == 409 and "sudah diputuskan Budi Contoh" in late.text
    assert "readonly>Sudah diganti di SIAK.</textarea>" in late.text
