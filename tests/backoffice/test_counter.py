"""The counter: who stands there is found, their papers are seen or photographed, their card handed over."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from registry import cases
from registry.actors import Actor
from registry.cards import printing
from registry.lifecycle import DocumentState, Role
from registry.models import AuditEntry, Case, Document, Event, Note, Office, Paper, Upload
from simulator.samples import draw
from tests.backoffice.conftest import ANSWERS, AT, NIK, Client, Desk

PRINTER = Actor(frozenset({Role.PRINTING}), office_id=1)


def brought(desk: Desk, office: Office) -> Case:
    """Filed in the chat, its papers to be brought."""
    contact = desk.contact(office)
    with desk.database.writing() as session:
        return cases.open_case(
            session, Actor.citizen(contact), contact=contact, office=session.get_one(Office, office.id),
            service=cases.services()["KK-HR"], answers=ANSWERS["KK-HR"],
            papers={"police_letter": None, "ktp": None}, flags=(), at=AT,
        )  # fmt: skip


def printed(desk: Desk, office: Office) -> Document:
    desk.approved(office, "KTP-BARU")
    document = desk.all(Document)[-1]
    with desk.database.writing() as session:
        printing.ready_to_print(session, PRINTER, [document.id], AT)
        printing.mark_printed(session, PRINTER, [document.id], AT)
    return document


def issued(desk: Desk, office: Office) -> Document:
    """A family card as a PDF."""
    desk.approved(office)
    ready = {"state": DocumentState.ISSUED, "object_key": desk.store.put(b"%PDF-1.7"), "issued_at": AT}
    return desk.change(desk.all(Document)[0], **ready)


def photo() -> tuple[BytesIO, str]:
    return BytesIO(draw("ktp.jpg")), "IMG_0001.jpg"


def told(desk: Desk) -> list[str]:
    return [event.body["name"] for event in desk.all(Event)]


@pytest.mark.parametrize("text", ["BPP-00001", "1", NIK, "contoh rina", "https://loket.contoh.go.id/loket/BPP-00001"])
def test_one_field_finds_who_stands_there(desk: Desk, client: Client, office: Office, text: str) -> None:
    case = desk.case(office)
    found = client.get("/loket", query_string={"q": text})
    assert found.headers["Location"] == f"/loket/{case.id}"
    assert [(entry.action, entry.subject) for entry in desk.all(AuditEntry)][-1] == ("searched", "found:1")


def test_originals_are_marked_one_by_one_and_the_last_starts_the_clock(
    desk: Desk, client: Client, office: Office
) -> None:
    case = brought(desk, office)
    client.post(f"/loket/{case.id}/surat/ktp/asli")
    assert desk.again(case).promised_at is None and told(desk) == []
    client.post(f"/loket/{case.id}/surat/police_letter/asli")
    assert [paper.state.value for paper in desk.all(Paper)] == ["seen", "seen"]
    assert desk.again(case).promised_at is not None and told(desk) == ["papers_complete"]


def test_a_photo_is_judged_and_kept_with_its_case(desk: Desk, client: Client, office: Office) -> None:
    case = brought(desk, office)
    answer = client.post(f"/loket/{case.id}/surat/ktp/foto", photo=photo())
    (upload,), paper = desk.all(Upload), desk.all(Paper)[1]
    assert answer.status_code == 303 and (paper.key, paper.state.value) == ("ktp", "sent")
    assert (upload.paper_id, upload.contact_id, upload.state.value) == (paper.id, case.contact_id, "to_read")
    assert desk.store.get(upload.object_key or "").startswith(b"\xff\xd8") and upload.media_type == "image/jpeg"
    assert desk.bell.rung == ["drain", "uploads"] and told(desk) == []
    assert "Surat difoto di loket" in client.get(f"/permohonan/{case.id}").text


@pytest.mark.parametrize(
    ("read", "kind", "said"),
    [
        ({"legible": False}, "image", "Tidak ada tulisan terbaca"),
        (None, "pdf", "Tulisannya tidak terbaca di sini"),
        ({"kinds": ["kk"]}, "image", "tulisan surat ini tidak terlihat"),
    ],
)
def test_what_cannot_be_read_is_told_while_they_stand_there(
    desk: Desk, client: Client, office: Office, read: dict[str, Any] | None, kind: str, said: str
) -> None:
    case = brought(desk, office)
    client.post(f"/loket/{case.id}/surat/ktp/foto", photo=photo())
    page, (upload,) = client.get(f"/loket/{case.id}").text, desk.all(Upload)
    assert "sedang dibaca" in page and f'data-poll="/loket/{case.id}/surat"' in page and said not in page
    desk.change(upload, state="stored", kind=kind)
    if read is not None:
        desk.read(upload, **read)
    renewed = client.get(f"/loket/{case.id}/surat").text
    assert said in renewed and "data-settled" in renewed
    assert "data-poll" not in client.get(f"/loket/{case.id}").text


def test_what_is_no_photo_is_not_taken(desk: Desk, client: Client, office: Office) -> None:
    case = brought(desk, office)
    answer = client.post(f"/loket/{case.id}/surat/ktp/foto", photo=(BytesIO(b"MZ\x90 a program"), "ktp.jpg"))
    assert answer.status_code == 409 and "Ini bukan foto" in answer.text
    assert desk.all(Upload) == [] and desk.all(Paper)[1].state == "to_bring"


def test_a_card_goes_to_its_owner_whose_identity_was_seen(desk: Desk, client: Client, office: Office) -> None:
    card = printed(desk, office)
    answer = client.post(f"/loket/{card.case_id}/serahkan/{card.id}", taker="owner", identity="old_card")
    assert answer.status_code == 303 and desk.again(card).state == "collected"
    seen = next(entry for entry in desk.all(AuditEntry) if entry.action == "identity_seen")
    assert seen.fields == ["owner", "identity:old_card"] and seen.case_id == card.case_id
    assert told(desk)[-1] == "card_collected"


@pytest.mark.parametrize(
    ("given", "why"),
    [({"identity": "face"}, "hanya diserahkan kepada pemiliknya"), ({"taker": "owner"}, "Pilih dulu identitas")],
)
def test_nobody_else_gets_it(desk: Desk, client: Client, office: Office, given: dict[str, Any], why: str) -> None:
    card = printed(desk, office)
    answer = client.post(f"/loket/{card.case_id}/serahkan/{card.id}", **given)
    assert answer.status_code == 409 and why in answer.text
    assert desk.again(card).state == "choosing_handover"


def test_an_issued_document_is_printed_and_handed_over(desk: Desk, client: Client, office: Office) -> None:
    document = issued(desk, office)
    case = desk.all(Case)[0]
    page = client.get(f"/loket/{case.id}").text
    assert f"/dokumen/{document.id}/pdf" in page and "Sudah diserahkan" not in page
    client.post(f"/loket/{case.id}/serahkan/{document.id}", taker="owner", identity="old_card")
    assert desk.again(document).state == "issued" and told(desk)[-1] == "document_handed_over"
    assert "Sudah diserahkan Sen 24 Nov, 10.00 WITA" in client.get(f"/loket/{case.id}").text


def test_it_is_handed_over_once(desk: Desk, client: Client, office: Office) -> None:
    document = issued(desk, office)
    give = f"/loket/{document.case_id}/serahkan/{document.id}"
    client.post(give, taker="owner", identity="old_card")
    assert give not in client.get(f"/loket/{document.case_id}").text
    answer = client.post(give, taker="owner", identity="old_card")
    assert answer.status_code == 409 and "sudah diserahkan" in answer.text
    assert told(desk).count("document_handed_over") == 1


@pytest.mark.parametrize("unfit", ["family_card", "face"])
def test_a_family_card_proves_nothing_about_itself_and_has_no_photo(
    desk: Desk, client: Client, office: Office, unfit: str
) -> None:
    document = issued(desk, office)
    assert f'value="{unfit}"' not in client.get(f"/loket/{document.case_id}").text
    answer = client.post(f"/loket/{document.case_id}/serahkan/{document.id}", taker="owner", identity=unfit)
    assert answer.status_code == 409 and "document_handed_over" not in told(desk)


@pytest.mark.parametrize(("by", "noted"), [("family", "anggota KK yang sama"), ("proxy", "penerima kuasa (F-1.07)")])
def test_a_paper_is_taken_by_who_may_and_who_that_was_is_kept_and_told(
    desk: Desk, client: Client, office: Office, by: str, noted: str
) -> None:
    document = issued(desk, office)
    give = f"/loket/{document.case_id}/serahkan/{document.id}"
    assert client.post(give, taker=by, taker_name=" Budi  Contoh ", identity="old_card").status_code == 303
    assert [note.text for note in desk.all(Note)] == [f"Diambil {noted}: Budi Contoh"]
    news = next(event.body for event in desk.all(Event) if event.body.get("name") == "document_handed_over")
    assert (news["taken_by"], news["taker"]) == (by, "B... C...")
    seen = next(entry for entry in desk.all(AuditEntry) if entry.action == "identity_seen")
    assert seen.fields == [by, "identity:old_card"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Pilih dulu siapa"),
        ({"taker": "neighbour", "identity": "old_card"}, "Pilih dulu siapa"),
        ({"taker": "family", "identity": "old_card"}, "Tulis nama"),
        ({"taker": "proxy", "taker_name": "Budi", "identity": "family_card"}, "KTP-el, paspor, atau SIM orang"),
        ({"taker": "proxy", "taker_name": 61 * "b", "identity": "old_card"}, "paling banyak 60"),
    ],
)
def test_who_takes_a_paper_is_named_and_seen(
    desk: Desk, client: Client, office: Office, given: dict[str, Any], why: str
) -> None:
    document = issued(desk, office)
    answer = client.post(f"/loket/{document.case_id}/serahkan/{document.id}", **given)
    assert answer.status_code == 409 and why in answer.text and "document_handed_over" not in told(desk)


def test_an_id_card_is_given_to_no_relative(desk: Desk, client: Client, office: Office) -> None:
    card = printed(desk, office)
    page = client.get(f"/loket/{card.case_id}").text
    assert "KTP-el tidak diserahkan kepada orang lain" in page and 'value="family"' not in page
    given: dict[str, Any] = {"taker": "family", "taker_name": "Budi Contoh", "identity": "old_card"}
    answer = client.post(f"/loket/{card.case_id}/serahkan/{card.id}", **given)
    assert answer.status_code == 409 and desk.again(card).state == "choosing_handover" and desk.all(Note) == []


def test_what_is_not_there_yet_is_not_handed_over(desk: Desk, client: Client, office: Office) -> None:
    case, document = desk.approved(office), desk.all(Document)[0]
    answer = client.post(f"/loket/{case.id}/serahkan/{document.id}", taker="owner", identity="old_card")
    assert answer.status_code == 409 and "document_handed_over" not in told(desk)


@pytest.mark.parametrize("slip", ["karcis", "bukti"])
def test_a_slip_is_printed_and_in_the_log(desk: Desk, client: Client, office: Office, slip: str) -> None:
    case = desk.case(office)
    answer = client.get(f"/loket/{case.id}/{slip}")
    assert answer.data.startswith(b"%PDF-") and answer.mimetype == "application/pdf"
    last = [entry.action for entry in desk.all(AuditEntry)][-1]
    assert last == {"karcis": "queue_ticket_printed", "bukti": "receipt_printed"}[slip]


def test_another_offices_case_is_not_there(desk: Desk, office: Office) -> None:
    case = brought(desk, office)
    client = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    for path in ("", "/karcis", "/bukti"):
        assert client.get(f"/loket/{case.id}{path}").status_code == 404
    assert client.post(f"/loket/{case.id}/surat/ktp/asli").status_code == 404
    assert client.post(f"/loket/{case.id}/surat/ktp/foto", photo=photo()).status_code == 404
    assert desk.all(Upload) == []
