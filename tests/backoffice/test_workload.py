"""Who holds how much, and an absent colleague's cases back in the queue, at their places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from registry.models import AuditEntry, Event, EventKind, Office, Officer, Ticket, TicketState
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def supervisor(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor", name="Ayu Contoh"))


@pytest.fixture
def absent(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "counter", name="Budi Contoh")


def row(page: str, name: str) -> str:
    return page.partition(f'"name">{name}')[2].partition("</tr>")[0]


def test_who_holds_how_much_is_seen(desk: Desk, supervisor: Client, office: Office, absent: Officer) -> None:
    held = desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    desk.change(held, promised_at=AT - timedelta(hours=1))
    desk.change(desk.case(office), officer_id=absent.id, state="on_hold")
    page = supervisor.get("/beban").text
    assert ">2<" in row(page, "Budi Contoh") and ">1</span>" in row(page, "Budi Contoh")
    assert "belum hari ini" in row(page, "Budi Contoh")
    desk.client(absent).get("/antrean")
    assert "10.00" in row(supervisor.get("/beban").text, "Budi Contoh")


def test_an_absent_colleagues_cases_go_back_at_their_places(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    case = desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    waiting = desk.change(desk.case(office), officer_id=absent.id, state="on_hold")
    mine = desk.change(desk.case(office), officer_id=desk.officer(office, "counter").id, state="in_review")
    assert supervisor.post(f"/beban/{absent.id}/kembalikan").status_code == 303
    back = desk.again(case)
    assert (back.officer_id, back.state, back.queued_at) == (None, "submitted", case.queued_at)
    assert (desk.again(waiting).officer_id, desk.again(waiting).state) == (None, "on_hold")
    assert desk.again(mine).officer_id == mine.officer_id
    released = [entry for entry in desk.all(AuditEntry) if entry.action == "case_released"]
    assert {entry.case_id for entry in released} == {case.id, waiting.id}


def test_another_offices_officers_are_not_there(desk: Desk, supervisor: Client) -> None:
    theirs = desk.officer(desk.office("SMD", "64.72"), "counter", name="Dewi Contoh")
    assert "Dewi Contoh" not in supervisor.get("/beban").text
    assert supervisor.post(f"/beban/{theirs.id}/kembalikan").status_code == 404


def test_what_goes_back_is_said_before_and_talks_go_too(
    desk: Desk, supervisor: Client, office: Office, absent: Officer
) -> None:
    desk.change(desk.case(office), officer_id=absent.id, state="in_review")
    approved = desk.change(desk.case(office), officer_id=absent.id, state="approved")
    talk = desk.add(
        Ticket(contact_id=desk.contact(office).id, office_id=office.id, state=TicketState.OPEN, officer_id=absent.id)
    )
    said = row(supervisor.get("/beban").text, "Budi Contoh")
    assert "Kembali untuk siapa saja: 1 permohonan dan 1 percakapan." in said and "1 yang sudah disetujui" in said
    supervisor.post(f"/beban/{absent.id}/kembalikan")
    back = desk.again(talk)
    assert (back.state, back.officer_id, back.for_role) == ("waiting", None, None)
    words = [each.body["name"] for each in desk.all(Event) if each.kind == EventKind.OFFICER_WORD]
    assert words == ["officer_handed_on"]
    assert desk.again(approved).officer_id == absent.id
    assert "Kembalikan" not in row(supervisor.get("/beban").text, "Budi Contoh")


def test_a_talk_alone_can_be_given_back(desk: Desk, supervisor: Client, office: Office) -> None:
    head = desk.officer(office, "supervisor", name="Dewi Contoh")
    desk.add(
        Ticket(contact_id=desk.contact(office).id, office_id=office.id, state=TicketState.OPEN, officer_id=head.id)
    )
    assert "0 permohonan dan 1 percakapan" in row(supervisor.get("/beban").text, "Dewi Contoh")
