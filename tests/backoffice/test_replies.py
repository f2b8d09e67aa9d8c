"""Ready replies: written once in both languages, filled with what the talk is about."""

from __future__ import annotations

from typing import Any

import pytest

from registry.models import AuditEntry, CannedReply, Case, Contact, Event, Office, Ticket
from tests.backoffice.conftest import Client, Desk

GIVEN: dict[str, Any] = {
    "title": "Jam buka", "text_id": "Halo {nama}, {kantor} buka {jam}. Nomor Anda {nomor}.",
    "text_en": "Hello {nama}, {kantor} is open {jam}. Your number: {nomor}.",
}  # fmt: skip


@pytest.fixture
def supervisor(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "supervisor"))


def taken(desk: Desk, client: Client, case: Case) -> Ticket:
    ticket = desk.add(Ticket(contact_id=case.contact_id, office_id=case.office_id))
    client.post(f"/percakapan/{ticket.id}/ambil")
    return ticket


def test_a_reply_is_filled_in_the_citizens_language(
    desk: Desk, client: Client, supervisor: Client, office: Office
) -> None:
    supervisor.post("/balasan", **GIVEN)
    case = desk.case(office)
    ticket = taken(desk, client, case)
    said = f"Halo Rina Contoh, Disdukcapil BPP buka Senin-Jumat 08.00-15.00 WITA. Nomor Anda {case.number}."
    assert said in client.get(f"/percakapan/{ticket.id}").text
    desk.change(desk.all(Contact)[0], language="en")
    assert "is open Monday-Friday 08:00-15:00 WITA" in client.get(f"/percakapan/{ticket.id}").text


def test_what_is_not_filled_in_is_not_sent(desk: Desk, client: Client, supervisor: Client, office: Office) -> None:
    supervisor.post("/balasan", **GIVEN)
    ticket = desk.add(Ticket(contact_id=desk.contact(office).id, office_id=office.id))
    client.post(f"/percakapan/{ticket.id}/ambil")
    assert "Halo {nama}, Disdukcapil BPP" in client.get(f"/percakapan/{ticket.id}").text
    answer = client.post(f"/percakapan/{ticket.id}/balas", text="Halo {nama}, silakan datang.")
    assert answer.status_code == 409 and "{nama} belum terisi" in answer.text
    assert [event.body["name"] for event in desk.all(Event)] == ["officer_took"]


def test_a_reply_is_changed_and_removed(desk: Desk, supervisor: Client) -> None:
    supervisor.post("/balasan", **GIVEN)
    reply = desk.all(CannedReply)[0]
    supervisor.post(f"/balasan/{reply.id}/ubah", **{**GIVEN, "title": "Jam kantor"})
    assert desk.again(reply).title == "Jam kantor"
    supervisor.post(f"/balasan/{reply.id}/hapus")
    assert desk.all(CannedReply) == []
    actions = [entry.action for entry in desk.all(AuditEntry)]
    assert [action for action in actions if action.startswith("reply")] == [
        "reply_written", "reply_changed", "reply_removed"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"text_en": ""}, "kedua bahasanya"),
        ({"text_id": "Halo {pin}"}, "{pin} tidak dikenal"),
        ({"title": "x" * 61}, "61"),
    ],
)
def test_what_cannot_be_is_not_kept_and_nothing_typed_is_lost(
    desk: Desk, supervisor: Client, given: dict[str, str], why: str
) -> None:
    answer = supervisor.post("/balasan", **{**GIVEN, **given})
    assert answer.status_code == 409 and why in answer.text
    assert all(str(typed) in answer.text for typed in {**GIVEN, **given}.values())
    assert desk.all(CannedReply) == []


def test_another_offices_replies_are_not_there(desk: Desk, supervisor: Client) -> None:
    supervisor.post("/balasan", **GIVEN)
    reply = desk.all(CannedReply)[0]
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "admin"))
    assert "Jam buka" not in other.get("/balasan").text
    assert other.post(f"/balasan/{reply.id}/hapus").status_code == 404
