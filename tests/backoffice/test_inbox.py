"""The inbox: what waits for whom, notes between officers, handed on, taken over, closed with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from registry.models import AuditEntry, Contact, Event, EventKind, Office, Officer, Ticket, TicketNote, TicketState
from tests.backoffice.conftest import AT, Client, Desk


def ticket_of(desk: Desk, office: Office, **fields: Any) -> Ticket:
    contact = desk.contact(office)
    return desk.add(Ticket(contact_id=contact.id, office_id=office.id, created_at=AT - timedelta(hours=1), **fields))


def held_by(desk: Desk, office: Office, officer: Officer) -> Ticket:
    return ticket_of(desk, office, state=TicketState.OPEN, officer_id=officer.id)


def told(desk: Desk) -> list[str]:
    return [event.body["name"] for event in desk.all(Event)]


def listed(client: Client, tab: str, ticket: Ticket) -> bool:
    return f'href="/percakapan/{ticket.id}"' in client.get(f"/percakapan?tab={tab}").text


def test_each_talk_stands_where_it_waits(desk: Desk, client: Client, office: Office, officer: Officer) -> None:
    other = desk.officer(office, "counter", name="Bima Contoh")
    found = {
        "waiting": ticket_of(desk, office), "mine": held_by(desk, office, officer),
        "others": held_by(desk, office, other),
        "closed": ticket_of(desk, office, state=TicketState.CLOSED, closed_at=AT),
    }  # fmt: skip
    for tab in found:
        assert [each for each, ticket in found.items() if listed(client, tab, ticket)] == [tab]


def test_the_list_is_live_and_its_poll_says_only_what_is_new(desk: Desk, client: Client, office: Office) -> None:
    first = client.get("/percakapan/isi?tab=waiting")
    known = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/percakapan/isi?tab=waiting", headers=known).status_code == 304
    ticket = ticket_of(desk, office)
    assert f"/percakapan/{ticket.id}" in client.get("/percakapan/isi?tab=waiting", headers=known).text


@pytest.mark.parametrize(
    ("until", "shown"),
    [(AT + timedelta(hours=5), "5 jam lagi"), (AT - timedelta(hours=1), "lewat 24 jam"), (None, "lewat 24 jam")],
)
def test_the_24_hours_are_shown(desk: Desk, client: Client, office: Office, until: Any, shown: str) -> None:
    ticket = ticket_of(desk, office)
    desk.change(desk.all(Contact)[0], window_until=until)
    assert shown in client.get("/percakapan").text
    client.post(f"/percakapan/{ticket.id}/ambil")
    page = client.get(f"/percakapan/{ticket.id}").text
    assert ("5 jam lagi" in page) is (until is not None and until > AT)


@pytest.mark.parametrize(
    ("until", "shown"),
    [
        (AT + timedelta(hours=5), "Balasan sedang dikirim."),
        (None, "balasan ditahan sampai warga menjawab"),
    ],
)
def test_the_screen_says_what_becomes_of_a_reply(
    desk: Desk, client: Client, office: Office, until: Any, shown: str
) -> None:
    ticket = ticket_of(desk, office)
    desk.change(desk.all(Contact)[0], window_until=until)
    client.post(f"/percakapan/{ticket.id}/ambil")
    client.post(f"/percakapan/{ticket.id}/balas", text="Halo")
    assert shown in client.get(f"/percakapan/{ticket.id}").text and told(desk)[-1] == "officer_said"


def test_a_note_is_for_officers_alone(desk: Desk, client: Client, office: Office) -> None:
    ticket = ticket_of(desk, office)
    client.post(f"/percakapan/{ticket.id}/catatan", note="Sudah dicek ke gudang.")
    assert "Sudah dicek ke gudang." in client.get(f"/percakapan/{ticket.id}").text
    assert [note.text for note in desk.all(TicketNote)] == ["Sudah dicek ke gudang."] and told(desk) == []
    assert ("note_written", f"ticket:{ticket.id}") in [(e.action, e.subject) for e in desk.all(AuditEntry)]


def test_a_talk_is_handed_to_a_colleague(desk: Desk, client: Client, office: Office, officer: Officer) -> None:
    ticket, colleague = held_by(desk, office, officer), desk.officer(office, "counter", name="Bima Contoh")
    client.post(f"/percakapan/{ticket.id}/teruskan", to=str(colleague.id))
    assert (desk.again(ticket).officer_id, desk.again(ticket).state) == (colleague.id, "open")
    (event,) = desk.all(Event)
    assert (event.body["name"], event.body["officer"]) == ("officer_took", f"P-{colleague.id:02d}")
    assert client.post(f"/percakapan/{ticket.id}/balas", text="Halo").status_code == 409


def test_handed_on_to_the_supervisor_nobody_else_takes_it(
    desk: Desk, client: Client, office: Office, officer: Officer
) -> None:
    ticket = held_by(desk, office, officer)
    client.post(f"/percakapan/{ticket.id}/teruskan", to="supervisor")
    assert (desk.again(ticket).state, desk.again(ticket).officer_id) == ("waiting", None)
    assert told(desk) == ["officer_handed_on"]
    assert client.post(f"/percakapan/{ticket.id}/ambil").status_code == 409
    desk.client(desk.officer(office, "supervisor")).post(f"/percakapan/{ticket.id}/ambil")
    assert desk.again(ticket).state == "open" and desk.again(ticket).for_role is None


@pytest.mark.parametrize("to", ["", "999", "admin"])
def test_it_is_handed_on_to_nobody_who_may_not_talk(
    desk: Desk, client: Client, office: Office, officer: Officer, to: str
) -> None:
    ticket, elsewhere = held_by(desk, office, officer), desk.officer(desk.office("SMD", "64.72"), "counter")
    for chosen in (to, str(elsewhere.id), str(desk.officer(office, "printing").id)):
        assert client.post(f"/percakapan/{ticket.id}/teruskan", to=chosen).status_code == 409
    assert desk.again(ticket).officer_id == officer.id and told(desk) == []


def test_it_is_closed_with_a_reason(desk: Desk, client: Client, office: Office, officer: Officer) -> None:
    ticket = held_by(desk, office, officer)
    assert client.post(f"/percakapan/{ticket.id}/tutup").status_code == 409
    client.post(f"/percakapan/{ticket.id}/tutup", reason="no_reply")
    assert desk.again(ticket).closed_for == "no_reply" and told(desk) == ["officer_closed"]
    assert "warga tidak menjawab lagi" in client.get("/percakapan?tab=closed").text


def test_an_old_page_takes_no_talk_from_anybody(desk: Desk, office: Office, officer: Officer) -> None:
    ticket, supervisor = held_by(desk, office, officer), desk.client(desk.officer(office, "supervisor"))
    answer = supervisor.post(f"/percakapan/{ticket.id}/ambil")
    assert answer.status_code == 409 and "Sudah dipegang Siti Contoh" in answer.text
    assert desk.again(ticket).officer_id == officer.id and "Ambil alih dari Siti Contoh" in answer.text
    supervisor.post(f"/percakapan/{ticket.id}/ambil", over=str(officer.id))
    assert desk.again(ticket).officer_id != officer.id


def test_an_old_page_takes_no_case_from_anybody(desk: Desk, office: Office, client: Client, officer: Officer) -> None:
    case, supervisor = desk.case(office), desk.client(desk.officer(office, "supervisor"))
    client.post(f"/permohonan/{case.id}/ambil")
    answer = supervisor.post(f"/permohonan/{case.id}/ambil")
    assert answer.status_code == 409 and desk.again(case).officer_id == officer.id
    assert "Ambil alih dari Siti Contoh" in answer.text and f'name="over" value="{officer.id}"' in answer.text
    supervisor.post(f"/permohonan/{case.id}/ambil", over=str(officer.id))
    assert desk.again(case).officer_id != officer.id


def test_what_becomes_of_a_reply_is_live(desk: Desk, client: Client, office: Office) -> None:
    """The page asks anew: the citizen may have written meanwhile."""
    ticket = ticket_of(desk, office)
    client.post(f"/percakapan/{ticket.id}/ambil")
    address = f"/percakapan/{ticket.id}/nasib"
    assert address in client.get(f"/percakapan/{ticket.id}").text
    desk.change(desk.all(Contact)[0], window_until=None)
    assert "ditahan" in client.get(address).text
    desk.change(desk.all(Contact)[0], window_until=AT + timedelta(hours=5))
    assert "ditahan" not in client.get(address).text


def test_who_has_no_request_is_told_apart_by_digits_and_words(desk: Desk, client: Client, office: Office) -> None:
    """The one word that asked for an officer says little; what a complaint holds is for its readers."""
    ticket = ticket_of(desk, office)
    contact = desk.all(Contact)[0]
    for said, private in (("KK saya belum jadi, nomornya hilang", False), ("dia minta uang", True), ("petugas", False)):
        desk.add(Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": said},
                       private=private, received_at=AT))  # fmt: skip
    page = client.get("/percakapan").text
    assert f"…{str(contact.telephone)[-4:]}" in page and "KK saya belum jadi, nomornya hilang" in page
    assert "dia minta uang" not in page and ">petugas<" not in page and f"/percakapan/{ticket.id}" in page
