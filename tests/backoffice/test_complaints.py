"""Complaints: read by supervisors alone, on their own page and in the chat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from notifications.outbox import Message, queue
from registry.actors import Actor
from registry.models import AuditEntry, Case, Complaint, Contact, Event, EventKind, EventState, Office, Ticket
from registry.rights import complaints
from tests.backoffice.conftest import AT, Desk

WORDS = "petugas minta 200rb biar cepat"


@pytest.fixture
def case(desk: Desk) -> Case:
    return desk.case(desk.office())


@pytest.fixture
def office(desk: Desk, case: Case) -> Office:
    return desk.all(Office)[0]


@pytest.fixture
def complaint(desk: Desk, case: Case, office: Office) -> Complaint:
    """As the chat leaves it: the record, the citizen's message and Loket's answer to it."""
    contact = desk.all(Contact)[0]
    event = desk.add(
        Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": WORDS},
              state=EventState.PROCESSED, private=True, received_at=AT)
    )  # fmt: skip
    with desk.database.writing() as session:
        queue(session, contact.id, Message("Laporan dicatat: ADU-0001."), event_id=event.id, due_at=AT)
    return desk.add(Complaint(contact_id=contact.id, office_id=office.id, words=[WORDS], created_at=AT, due_at=AT))


def test_a_supervisor_answers_and_the_chat_is_told(desk: Desk, office: Office, complaint: Complaint) -> None:
    client = desk.client(desk.officer(office, "supervisor"))
    listed = client.get("/pengaduan").text
    assert complaint.number in listed and WORDS in listed
    assert WORDS in client.get(f"/pengaduan/{complaint.id}").text
    client.post(f"/pengaduan/{complaint.id}/jawab", text="Sudah kami tindak.")
    told = desk.all(Event)[-1]
    assert told.private and told.body == {"name": "complaint_answered", "number": "ADU-0001",
                                          "text": "Sudah kami tindak.", "by": "supervisor"}  # fmt: skip
    assert "Sudah dijawab" in client.get("/pengaduan").text and desk.bell.rung == ["drain"]


def test_a_second_answer_is_told_that_it_came_late(desk: Desk, office: Office, complaint: Complaint) -> None:
    for name, text, status in (("Ayu Contoh", "Sudah kami tindak.", 303), ("Budi Contoh", "Kami juga.", 409)):
        client = desk.client(desk.officer(office, "supervisor", name=name))
        answer = client.post(f"/pengaduan/{complaint.id}/jawab", text=text)
        assert answer.status_code == status
    assert desk.again(complaint).answer == "Sudah kami tindak."
    assert "sudah dijawab Ayu Contoh" in answer.text and "readonly>Kami juga.</textarea>" in answer.text


def test_one_taken_back_is_read_and_not_answered(desk: Desk, office: Office, complaint: Complaint) -> None:
    with desk.database.writing() as session:
        complaints.take_back(session, Actor.citizen(desk.all(Contact)[0]), complaint.id, AT)
    client = desk.client(desk.officer(office, "supervisor"))
    assert "ditarik pelapor" in client.get("/pengaduan").text
    page = client.get(f"/pengaduan/{complaint.id}").text
    assert "Ditarik pelapor" in page and WORDS in page and "<textarea" not in page
    assert client.post(f"/pengaduan/{complaint.id}/jawab", text="Terlambat.").status_code in (400, 409)
    assert desk.all(AuditEntry)[-1].action != "complaint_answered"


def test_a_counter_officer_finds_no_trace(desk: Desk, office: Office, complaint: Complaint) -> None:
    client = desk.client(desk.officer(office, "counter"))
    assert client.get("/pengaduan").status_code == client.get(f"/pengaduan/{complaint.id}").status_code == 403
    page = client.get(f"/permohonan/{desk.all(Case)[0].id}").text
    assert WORDS not in page and "ADU-0001" not in page and "engaduan" not in page


@pytest.mark.parametrize("role", ["counter", "supervisor"])
def test_the_same_holds_for_a_conversation(desk: Desk, office: Office, complaint: Complaint, role: str) -> None:
    ticket = desk.add(Ticket(contact_id=complaint.contact_id, office_id=office.id))
    client = desk.client(desk.officer(office, role))
    for path in (f"/percakapan/{ticket.id}", f"/percakapan/{ticket.id}/isi"):
        page = client.get(path).text
        assert (WORDS in page) == ("hanya pengawas" in page) == (role == "supervisor")


def test_another_offices_complaint_is_not_there(desk: Desk, complaint: Complaint) -> None:
    client = desk.client(desk.officer(desk.office("SMD", "64.72"), "supervisor"))
    assert client.get(f"/pengaduan/{complaint.id}").status_code == 404
    assert client.post(f"/pengaduan/{complaint.id}/jawab", text="Halo").status_code == 404


def test_reading_is_a_look_and_a_late_one_is_marked(desk: Desk, office: Office, complaint: Complaint) -> None:
    desk.change(complaint, due_at=AT - timedelta(hours=1))
    client = desk.client(desk.officer(office, "supervisor"))
    assert "terlambat" in client.get("/pengaduan").text
    client.get(f"/pengaduan/{complaint.id}")
    assert [entry.action for entry in desk.all(AuditEntry)].count("complaint_viewed") == 1
