"""Conversations handed to an officer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from notifications.outbox import OPTED_OUT, Message, queue
from registry.models import (
    AuditEntry,
    Contact,
    Event,
    EventKind,
    EventState,
    Office,
    Officer,
    Outgoing,
    OutgoingState,
    Ticket,
)
from tests.backoffice.conftest import AT, Client, Desk


@pytest.fixture
def contact(desk: Desk, office: Office) -> Contact:
    return desk.contact(office)


@pytest.fixture
def ticket(desk: Desk, office: Office, contact: Contact) -> Ticket:
    return desk.add(Ticket(contact_id=contact.id, office_id=office.id))


def wrote(desk: Desk, contact: Contact, text: str, **more: object) -> None:
    desk.add(
        Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": text, **more},
              state=EventState.PROCESSED, received_at=AT - timedelta(days=1))
    )  # fmt: skip


def said(desk: Desk, contact: Contact, message: Message) -> None:
    with desk.database.writing() as session:
        queue(session, contact.id, message, due_at=AT)


def test_taking_answering_and_handing_back(desk: Desk, client: Client, ticket: Ticket) -> None:
    client.post(f"/percakapan/{ticket.id}/ambil")
    client.post(f"/percakapan/{ticket.id}/balas", text="Ada yang bisa dibantu?")
    assert "Ada yang bisa dibantu?" in client.get(f"/percakapan/{ticket.id}").text
    client.post(f"/percakapan/{ticket.id}/tutup", reason="answered")
    assert (desk.again(ticket).state, desk.again(ticket).closed_for) == ("closed", "answered")
    assert [event.body["name"] for event in desk.all(Event)] == ["officer_took", "officer_said", "officer_closed"]
    assert desk.bell.rung == ["drain"] * 3


def test_the_chat_is_one_in_order_of_time(desk: Desk, client: Client, contact: Contact, ticket: Ticket) -> None:
    wrote(desk, contact, "kk saya hilang")
    said(desk, contact, Message(text="NIK Anda?"))
    page = client.get(f"/percakapan/{ticket.id}").text
    assert page.index("kk saya hilang") < page.index("NIK Anda?") < page.index("menunggu dikirim")


def test_a_kode_ambil_is_never_shown(desk: Desk, client: Client, contact: Contact, ticket: Ticket) -> None:
    said(desk, contact, Message(text="Kode ambil: 482913.", secret=True))
    page = client.get(f"/percakapan/{ticket.id}").text
    assert "482913" not in page and "Isinya tidak ditampilkan" in page


@pytest.mark.parametrize(
    ("fate", "shown"),
    [
        ({"state": OutgoingState.SENT}, "diterima penyedia"),
        ({"state": OutgoingState.SENT, "delivery": "delivered"}, "sampai"),
        ({"state": OutgoingState.HELD}, "ditahan sampai warga menjawab"),
        ({"state": OutgoingState.HELD, "error": "no-template"}, "warga belum tahu. Hubungi dengan cara lain"),
        ({"state": OutgoingState.FAILED, "error": "63003"}, "tidak terkirim: nomor ini tidak bisa dikirimi"),
        ({"state": OutgoingState.FAILED, "error": "21610"}, "tunggu sampai warga menulis"),
        ({"state": OutgoingState.FAILED, "error": "template-missing"}, "kirim lagi, atau hubungi warga"),
    ],
)
def test_the_officer_sees_what_became_of_a_message(
    desk: Desk, client: Client, contact: Contact, ticket: Ticket, fate: dict[str, str], shown: str
) -> None:
    said(desk, contact, Message("Fotonya perlu diganti.", template="paper_refused", notice="Kabar dari Loket"))
    desk.change(desk.all(Outgoing)[0], **fate)
    page = client.get(f"/percakapan/{ticket.id}").text
    assert shown in page and "terkirim</span>" not in page and "Kabar dari Loket" not in page


def test_a_notice_that_went_alone_is_shown_as_the_citizen_reads_it(
    desk: Desk, client: Client, contact: Contact, ticket: Ticket
) -> None:
    said(desk, contact, Message("", template="paper_refused", variables=("BPP-00412",), notice="Kabar dari Loket"))
    page = client.get(f"/percakapan/{ticket.id}").text
    assert "Pemberitahuan di luar 24 jam" in page and "Kabar dari Loket" in page


def test_a_sticker_is_named(desk: Desk, client: Client, contact: Contact, ticket: Ticket) -> None:
    wrote(desk, contact, "", oddity="sticker")
    assert "<em>stiker</em>" in client.get(f"/percakapan/{ticket.id}").text


def test_a_location_opens_on_the_map(desk: Desk, client: Client, contact: Contact, ticket: Ticket) -> None:
    wrote(desk, contact, "", oddity="location", location={"at": "-1.26540,116.83120", "label": ""})
    link = 'href="https://maps.google.com/?q=-1.26540,116.83120"'
    assert link in client.get(f"/percakapan/{ticket.id}").text
    assert link in client.get(f"/percakapan/{ticket.id}/isi").text


def test_a_poll_says_only_what_is_new(desk: Desk, client: Client, contact: Contact, ticket: Ticket) -> None:
    first = client.get(f"/percakapan/{ticket.id}/isi")
    known = {"If-None-Match": first.headers["ETag"]}
    assert client.get(f"/percakapan/{ticket.id}/isi", headers=known).status_code == 304
    wrote(desk, contact, "halo")
    assert "halo" in client.get(f"/percakapan/{ticket.id}/isi", headers=known).text


def test_opening_is_a_look_and_polling_is_not(desk: Desk, client: Client, ticket: Ticket) -> None:
    client.get(f"/percakapan/{ticket.id}")
    client.get(f"/percakapan/{ticket.id}/isi")
    client.get("/percakapan/isi")
    assert [entry.action for entry in desk.all(AuditEntry)].count("chat_viewed") == 1


def test_what_was_typed_survives_when_another_was_first(
    desk: Desk, client: Client, office: Office, ticket: Ticket
) -> None:
    client.post(f"/percakapan/{ticket.id}/ambil")
    answer = desk.client(desk.officer(office, "counter")).post(f"/percakapan/{ticket.id}/balas", text="Halo")
    assert answer.status_code == 409 and "Sudah dipegang" in answer.text


def test_another_offices_chat_is_not_there(desk: Desk, ticket: Ticket) -> None:
    client = desk.client(desk.officer(desk.office("SMD", "64.72"), "supervisor"))
    assert client.get(f"/percakapan/{ticket.id}").status_code == 404
    assert client.post(f"/percakapan/{ticket.id}/ambil").status_code == 404


def test_to_who_wants_no_messages_nothing_is_sent_and_the_officer_reads_why(
    desk: Desk, client: Client, contact: Contact, ticket: Ticket
) -> None:
    client.post(f"/percakapan/{ticket.id}/ambil")
    desk.change(contact, opted_out_at=AT)
    answer = client.post(f"/percakapan/{ticket.id}/balas", text="Ada yang bisa dibantu?")
    assert answer.status_code == 409 and "BERHENTI" in answer.text and "Ada yang bisa dibantu?" in answer.text
    assert [event.body["name"] for event in desk.all(Event)] == ["officer_took"]
    page = client.get(f"/percakapan/{ticket.id}").text
    assert "sampai ia mengetik MULAI" in page and 'name="text"' not in page


def refused(desk: Desk, client: Client, ticket: Ticket, error: str) -> Outgoing:
    """An officer's answer that the carrier did not take."""
    client.post(f"/percakapan/{ticket.id}/ambil")
    with desk.database.writing() as session:
        queue(session, ticket.contact_id, Message("Silakan datang."), officer_id=desk.all(Officer)[0].id, due_at=AT)
    return desk.change(desk.all(Outgoing)[0], state=OutgoingState.FAILED, error=error, attempts=9)


@pytest.mark.parametrize("error", ["30008", "30003", "unknown", "502"])
def test_what_the_carrier_refused_goes_again_by_one_button(
    desk: Desk, client: Client, ticket: Ticket, error: str
) -> None:
    row = refused(desk, client, ticket, error)
    assert f'form="again" name="message" value="{row.id}"' in client.get(f"/percakapan/{ticket.id}").text
    client.post(f"/percakapan/{ticket.id}/kirim-lagi", message=row.id)
    again = desk.again(row)
    assert (again.state, again.attempts, again.error, again.again_at) == ("queued", 0, None, AT)
    assert desk.bell.rung[-1] == "send" and desk.all(AuditEntry)[-1].action == "officer_sent_again"
    assert "Pesan dikirim lagi" in client.get(f"/percakapan/{ticket.id}").text


def test_it_goes_again_once(desk: Desk, client: Client, ticket: Ticket) -> None:
    row = refused(desk, client, ticket, "30008")
    client.post(f"/percakapan/{ticket.id}/kirim-lagi", message=row.id)
    desk.change(row, state=OutgoingState.FAILED, error="30008")
    page = client.get(f"/percakapan/{ticket.id}/isi").text
    assert "sudah dikirim lagi satu kali" in page and "Kirim lagi" not in page
    answer = client.post(f"/percakapan/{ticket.id}/kirim-lagi", message=row.id)
    assert answer.status_code == 409 and desk.again(row).state == "failed"


@pytest.mark.parametrize("error", ["63003", "21610", "63013", "63016", OPTED_OUT])
def test_what_would_fail_again_has_no_button(desk: Desk, client: Client, ticket: Ticket, error: str) -> None:
    row = refused(desk, client, ticket, error)
    assert "Kirim lagi" not in client.get(f"/percakapan/{ticket.id}").text
    assert client.post(f"/percakapan/{ticket.id}/kirim-lagi", message=row.id).status_code == 409


def test_another_chats_message_is_not_sent_again(desk: Desk, client: Client, office: Office, ticket: Ticket) -> None:
    row = refused(desk, client, ticket, "30008")
    other = desk.add(Ticket(contact_id=desk.contact(office).id, office_id=office.id))
    client.post(f"/percakapan/{other.id}/ambil")
    assert client.post(f"/percakapan/{other.id}/kirim-lagi", message=row.id).status_code == 404
    assert desk.again(row).state == "failed"


def test_an_open_page_hears_that_a_colleague_holds_it_now(
    desk: Desk, client: Client, office: Office, ticket: Ticket
) -> None:
    client.post(f"/percakapan/{ticket.id}/ambil")
    state = f"/percakapan/{ticket.id}/keadaan?mine=1&keadaan=open"
    assert state.replace("&", "&amp;") in client.get(f"/percakapan/{ticket.id}").text
    before = client.get(state)
    assert "data-over" not in before.text
    assert client.get(state, headers={"If-None-Match": before.headers["ETag"]}).status_code == 304
    desk.change(ticket, officer_id=desk.officer(office, "supervisor", name="Ayu Contoh").id)
    assert "Sekarang dipegang Ayu Contoh" in client.get(state).text
    late = client.post(f"/percakapan/{ticket.id}/balas", text="Sebentar, saya lihat dulu.")
    assert late.status_code == 409 and "readonly>Sebentar, saya lihat dulu.</textarea>" in late.text
    assert client.get(state.replace("/1/", "/99/")).status_code == 404
