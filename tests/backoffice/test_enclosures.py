"""What goes with a reply, and how it goes when the 24 hours are over."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from notifications.outbox import Message
from registry.models import (
    AuditEntry,
    Channel,
    Contact,
    Enclosure,
    Event,
    Office,
    Officer,
    Outgoing,
    OutgoingState,
    Sender,
    Ticket,
    TicketState,
)  # fmt: skip
from simulator.samples import draw
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def ticket(desk: Desk, office: Office, officer: Officer) -> Ticket:
    contact = desk.contact(office)
    return desk.add(Ticket(contact_id=contact.id, office_id=office.id, state=TicketState.OPEN, officer_id=officer.id))


@pytest.fixture
def by_sms(desk: Desk, office: Office, ticket: Ticket) -> Sender:
    """The office says so, and has a number for it."""
    desk.change(office, closed_window="sms")
    return desk.add(Sender(channel=Channel.SMS, address="+628110000011", office_id=office.id))


def pdf(script: bool = False) -> tuple[BytesIO, str]:
    made = pikepdf.new()
    made.add_blank_page()
    if script:
        made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    data = BytesIO()
    made.save(data)
    return BytesIO(data.getvalue()), "surat.pdf"


def told(desk: Desk) -> list[dict[str, Any]]:
    return [event.body for event in desk.all(Event)]


def test_a_pdf_goes_cleaned_with_the_reply(desk: Desk, client: Client, ticket: Ticket) -> None:
    client.post(f"/percakapan/{ticket.id}/balas", text="Ini formulirnya.", pdf=pdf(script=True))
    (enclosure,) = desk.all(Enclosure)
    kept = desk.store.get(enclosure.object_key)
    assert kept.startswith(b"%PDF-") and b"JavaScript" not in kept and b"app.alert" not in kept
    (body,) = told(desk)
    assert (body["name"], body["text"], body["enclosure_id"]) == ("officer_said", "Ini formulirnya.", enclosure.id)


def test_a_pdf_may_go_alone_and_is_looked_at_by_who_talks(desk: Desk, client: Client, ticket: Ticket) -> None:
    client.post(f"/percakapan/{ticket.id}/balas", text="", pdf=pdf())
    (enclosure,) = desk.all(Enclosure)
    assert f"/percakapan/berkas/{enclosure.id}" in client.get(f"/percakapan/{ticket.id}").text
    assert client.get(f"/percakapan/berkas/{enclosure.id}").data.startswith(b"%PDF-")
    assert [entry.subject for entry in desk.all(AuditEntry)][-1] == f"enclosure:{enclosure.id}"
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert other.get(f"/percakapan/berkas/{enclosure.id}").status_code == 404


@pytest.mark.parametrize("data", [b"<html>", b"\xff\xd8\xff\xe0", draw("ktp.jpg")])
def test_what_is_no_pdf_does_not_go_and_the_words_stay(desk: Desk, client: Client, ticket: Ticket, data: bytes) -> None:
    answer = client.post(f"/percakapan/{ticket.id}/balas", text="Ini formulirnya.", pdf=(BytesIO(data), "x.pdf"))
    assert answer.status_code == 409 and "Berkas ini bukan PDF" in answer.text and "Ini formulirnya." in answer.text
    assert desk.all(Enclosure) == [] and told(desk) == []


def test_an_sms_carries_no_file(desk: Desk, client: Client, ticket: Ticket) -> None:
    desk.change(desk.all(Contact)[0], channel=Channel.SMS)
    answer = client.post(f"/percakapan/{ticket.id}/balas", text="Ini.", pdf=pdf())
    assert answer.status_code == 409 and "SMS tidak membawa berkas" in answer.text and told(desk) == []


def test_the_words_go_by_sms_where_the_office_says_so(
    desk: Desk, client: Client, ticket: Ticket, by_sms: Sender
) -> None:
    assert "dikirim dengan SMS ke nomor yang sama" in client.get(f"/percakapan/{ticket.id}").text
    client.post(f"/percakapan/{ticket.id}/balas", text="Silakan datang.")
    (event,), citizen = desk.all(Event), desk.all(Contact)[0]
    texted = desk.again(desk.all(Contact)[1])
    assert (texted.channel, texted.sender_id, texted.telephone) == ("sms", by_sms.id, citizen.telephone)
    assert (event.contact_id, event.body["name"]) == (texted.id, "officer_texted")
    assert "balasan dikirim dengan SMS" in client.get(f"/percakapan/{ticket.id}").text


def test_what_went_by_sms_stands_in_the_talk(
    desk: Desk, client: Client, ticket: Ticket, by_sms: Sender, officer: Officer
) -> None:
    client.post(f"/percakapan/{ticket.id}/balas", text="Silakan datang.")
    texted = desk.all(Contact)[1]
    desk.add(Outgoing(contact_id=texted.id, officer_id=officer.id, body=Message("Petugas P-01: Silakan").as_body(),
                      state=OutgoingState.SENT, delivery="delivered"))  # fmt: skip
    page = client.get(f"/percakapan/{ticket.id}/isi").text
    assert "Petugas P-01: Silakan" in page and "SMS" in page and "sampai" in page


@pytest.mark.parametrize("open_still", [True, False])
def test_with_a_file_or_in_time_it_goes_by_whatsapp(
    desk: Desk, client: Client, ticket: Ticket, by_sms: Sender, open_still: bool
) -> None:
    if open_still:
        desk.change(desk.all(Contact)[0], window_until=AT.replace(year=2026))
    files: dict[str, Any] = {} if open_still else {"pdf": pdf()}
    client.post(f"/percakapan/{ticket.id}/balas", text="Silakan datang.", **files)
    assert [body["name"] for body in told(desk)] == ["officer_said"]


def test_an_sms_is_no_letter(desk: Desk, client: Client, ticket: Ticket, by_sms: Sender) -> None:
    answer = client.post(f"/percakapan/{ticket.id}/balas", text="x" * 251)
    assert answer.status_code == 409 and "250" in answer.text and told(desk) == []


def test_no_sms_number_means_that_the_reply_is_held(desk: Desk, client: Client, office: Office, ticket: Ticket) -> None:
    desk.change(office, closed_window="sms")
    assert "balasan Anda ditahan sampai ia menjawab" in client.get(f"/percakapan/{ticket.id}").text
    client.post(f"/percakapan/{ticket.id}/balas", text="Halo")
    page = client.get(f"/percakapan/{ticket.id}").text
    assert "balasan ditahan sampai warga menjawab" in page and "dengan SMS" not in page
