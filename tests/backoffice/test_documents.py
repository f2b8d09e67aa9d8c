"""A document from SIAK's desk to the citizen: rendered, attached, signed, revoked."""

from __future__ import annotations

import re
from io import BytesIO

import pytest

from registry.issuing.certificates import Authority, issue_signatory
from registry.issuing.sign import SigningKey, sign
from registry.models import AuditEntry, Document, Event, Office, Officer, Remnant
from tests.backoffice.conftest import AT, CHECKED, NIK, Client, Desk

PASSPHRASE = "frasa sandi kepala"


@pytest.fixture
def office(desk: Desk) -> Office:
    desk.resident(NIK, name="Rina Contoh", relation="Kepala Keluarga")
    return desk.office()


@pytest.fixture
def document(desk: Desk, office: Office) -> Document:
    desk.approved(office)
    return desk.all(Document)[0]


@pytest.fixture
def head(desk: Desk, office: Office, authority: Authority) -> Officer:
    key = issue_signatory(authority, name="Ratna Contoh", nip="196500000000000000", passphrase=PASSPHRASE, at=AT)
    return desk.change(desk.officer(office, "signatory"), signing_key=desk.store.put(key))


def rendered(desk: Desk, client: Client, document: Document) -> Document:
    assert client.post(f"/dokumen/{document.id}/contoh").status_code == 303
    return desk.again(document)


def told(desk: Desk) -> list[str]:
    """What the citizen hears of the document; that the case was approved, and is over, has its own tests."""
    names = [event.body["name"] for event in desk.all(Event)]
    return [name for name in names if name not in ("case_approved", "rating")]


def test_a_sample_is_rendered_and_waits_for_its_signature(desk: Desk, client: Client, document: Document) -> None:
    made = rendered(desk, client, document)
    assert (made.state, made.sample) == ("awaiting_signature", True)
    assert desk.store.get(str(made.object_key)).startswith(b"%PDF")


def test_its_pages_are_shown_as_pictures(desk: Desk, client: Client, document: Document) -> None:
    rendered(desk, client, document)
    page = client.get(f"/dokumen/{document.id}/halaman/1.png")
    assert page.mimetype == "image/png" and page.data.startswith(b"\x89PNG")
    assert [client.get(f"/dokumen/{document.id}/halaman/{number}.png").status_code for number in (0, 9)] == [404, 404]
    assert "document_viewed" in [entry.action for entry in desk.all(AuditEntry)]


def test_what_the_register_lacks_is_named(desk: Desk, client: Client, office: Office) -> None:
    desk.approved(office, nik="6471044507900000")
    document = desk.all(Document)[0]
    answer = client.post(f"/dokumen/{document.id}/contoh")
    assert answer.status_code == 409 and "NIK pemohon di register" in answer.text


def test_a_file_that_is_no_pdf_is_not_passed_on(desk: Desk, client: Client, document: Document) -> None:
    answer = client.post(f"/dokumen/{document.id}/pasang", pdf=(BytesIO(b"MZ not a PDF"), "../../x.pdf"))
    assert answer.status_code == 409 and "rusak atau terkunci" in answer.text
    assert desk.again(document).state == "in_siak"


def test_an_unsigned_pdf_waits_to_be_signed_here(
    desk: Desk, client: Client, document: Document, office: Office
) -> None:
    pdf = desk.store.get(str(rendered(desk, client, document).object_key))
    client.post(f"/dokumen/{document.id}/pasang", pdf=(BytesIO(pdf), "kk.pdf"))
    attached = desk.again(document)
    assert (attached.state, attached.via, attached.sample) == ("awaiting_signature", "attached", False)


def test_a_pdf_signed_elsewhere_is_passed_on_as_it_is(
    desk: Desk, client: Client, document: Document, authority: Authority
) -> None:
    unsigned = desk.store.get(str(rendered(desk, client, document).object_key))
    key = SigningKey.open(issue_signatory(authority, name="Siti", nip="19", passphrase="x", at=AT), "x")
    pdf = sign(unsigned, key, at=AT, reason="SIAK", location="Balikpapan")
    client.post(f"/dokumen/{document.id}/pasang", pdf=(BytesIO(pdf), "kk.pdf"))
    attached = desk.again(document)
    assert (attached.state, attached.via) == ("issued", "attached")
    assert desk.store.get(str(attached.object_key)) == pdf


def test_sent_by_siak_is_told(desk: Desk, client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/dari-siak")
    assert desk.again(document).state == "issued"
    assert told(desk) == ["sent_by_siak"]


def test_an_obstacle_is_noted_and_taken_away(desk: Desk, client: Client, document: Document) -> None:
    assert f"/dokumen/{document.id}/kendala" in client.get(f"/permohonan/{document.case_id}").text
    client.post(f"/dokumen/{document.id}/kendala", reason="data ganda")
    assert desk.again(document).stuck == "data ganda"
    client.post(f"/dokumen/{document.id}/kendala", reason="")
    assert desk.again(document).stuck is None


def test_the_head_of_office_signs_and_the_citizen_is_told(
    desk: Desk, client: Client, document: Document, head: Officer
) -> None:
    rendered(desk, client, document)
    answer = desk.client(head).post(f"/tanda-tangan/{document.id}", passphrase=PASSPHRASE)
    assert (answer.status_code, answer.json["stop"]) == (200, False)
    signed = desk.again(document)
    assert (signed.state, signed.signed_by) == ("issued", head.id)
    assert told(desk) == ["document_issued"]


def test_a_wrong_passphrase_stops_the_batch_and_is_noted(
    desk: Desk, client: Client, document: Document, head: Officer
) -> None:
    rendered(desk, client, document)
    answer = desk.client(head).post(f"/tanda-tangan/{document.id}", passphrase="wrong")
    assert (answer.status_code, answer.json["stop"]) == (422, True)
    assert desk.again(document).state == "awaiting_signature"
    assert "passphrase_wrong" in [entry.action for entry in desk.all(AuditEntry)]


def test_a_passphrase_is_guessed_only_so_often(desk: Desk, client: Client, document: Document, head: Officer) -> None:
    rendered(desk, client, document)
    signing = desk.client(head)
    tries = [signing.post(f"/tanda-tangan/{document.id}", passphrase="wrong").status_code for _ in range(6)]
    assert tries == [422] * 5 + [429]


def test_signing_twice_signs_once(desk: Desk, client: Client, document: Document, head: Officer) -> None:
    rendered(desk, client, document)
    signing = desk.client(head)
    answers = [signing.post(f"/tanda-tangan/{document.id}", passphrase=PASSPHRASE) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    assert told(desk) == ["document_issued"]


def test_only_the_signatory_signs(desk: Desk, client: Client, document: Document) -> None:
    rendered(desk, client, document)
    assert client.post(f"/tanda-tangan/{document.id}", passphrase=PASSPHRASE).status_code == 403


def test_revoking(desk: Desk, client: Client, document: Document, head: Officer) -> None:
    rendered(desk, client, document)
    signing = desk.client(head)
    signing.post(f"/tanda-tangan/{document.id}", passphrase=PASSPHRASE)
    assert client.post(f"/dokumen/{document.id}/cabut").status_code == 403
    assert signing.post(f"/dokumen/{document.id}/cabut").status_code == 409
    signing.post(f"/dokumen/{document.id}/cabut", reason="nama salah")
    assert desk.again(document).state == "revoked"


def test_a_letter_of_receipt_is_made_at_once(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    client.post(f"/permohonan/{case.id}/tanda-terima")
    receipt = desk.all(Document)[0]
    assert (receipt.template, receipt.state) == ("tanda_terima_surat", "awaiting_signature")


def test_the_head_of_office_sends_a_wrong_document_back(
    desk: Desk, client: Client, document: Document, head: Officer
) -> None:
    made, signing = rendered(desk, client, document), desk.client(head)
    assert signing.post(f"/tanda-tangan/{document.id}/kembalikan", reason="").status_code == 409
    assert signing.post(f"/tanda-tangan/{document.id}/kembalikan", reason="Nama ayah keliru").status_code == 303
    back = desk.again(document)
    assert (back.state, back.object_key, back.stuck) == ("in_siak", None, "Nama ayah keliru")
    told_why = "Dikembalikan penanda tangan, Sen 24 Nov, 10.00 WITA:</b> Nama ayah keliru"
    assert told_why in client.get(f"/permohonan/{document.case_id}").text
    assert told_why in client.get("/antrean?tab=siak").text
    assert [remnant.key for remnant in desk.all(Remnant)] == [made.object_key]
    assert "Nama ayah keliru" in client.get(f"/permohonan/{document.case_id}").text
    assert told(desk) == []
    assert (
        "Penanda tangan mengembalikannya: Nama ayah keliru. Sudah dibetulkan?" in client.get("/antrean?tab=siak").text
    )
    made_anew = rendered(desk, client, document)
    assert (made_anew.state, made_anew.stuck) == ("awaiting_signature", "Nama ayah keliru")
    listed = signing.get("/tanda-tangan").text
    assert "10.00 WITA: Nama ayah keliru" in listed and "data-singly" in listed


def test_what_was_sent_back_stands_on_the_first_screen(
    desk: Desk, client: Client, document: Document, head: Officer, office: Office
) -> None:
    other = desk.approved(office).number
    assert "dikembalikan penanda tangan" not in client.get("/hari-ini").text
    rendered(desk, client, document)
    desk.client(head).post(f"/tanda-tangan/{document.id}/kembalikan", reason="Nama ayah keliru")
    tile = re.search(r'href="([^"]+)"[^>]*><b>1</b> <span>dikembalikan penanda tangan', client.get("/hari-ini").text)
    assert tile
    listed = client.get(tile[1].replace("&amp;", "&")).text
    assert f"/permohonan/{document.case_id}" in listed and other not in listed
    client.post(f"/dokumen/{document.id}/kendala", reason="Menunggu pusat")
    assert desk.again(document).sent_back_at is None


def test_a_receipt_of_papers_keeps_no_case_open(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    client.post(f"/permohonan/{case.id}/tanda-terima")
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    asked_for = next(document for document in desk.all(Document) if document.source == "siak")
    client.post(f"/dokumen/{asked_for.id}/dari-siak")
    assert desk.again(case).state == "closed"


def test_a_receipt_is_made_once_and_while_the_papers_are_checked(desk: Desk, client: Client, office: Office) -> None:
    case = desk.case(office)
    for _ in range(2):
        client.post(f"/permohonan/{case.id}/tanda-terima")
    assert len(desk.all(Document)) == 1 and "Tanda terima sudah ada" in client.get("/antrean").text
    client.post(f"/permohonan/{case.id}/setujui", **CHECKED)
    assert client.post(f"/permohonan/{case.id}/tanda-terima").status_code == 409
