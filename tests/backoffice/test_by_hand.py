"""Documents signed by hand: printed, signed, scanned back; the citizen gets paper, never a PDF."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from sqlmodel import select

from bot.flows.handover import FLOW
from registry.issuing.issuing_desk import IssuingDesk
from registry.models import AuditEntry, Document, DownloadLink, Event, Office, Remnant
from tests.backoffice.conftest import Client, Desk
from tests.bot.player import Player
from tests.registry.issuing.reading import spoken


def photo() -> bytes:
    page = io.BytesIO()
    Image.effect_noise((900, 1200), 60).convert("RGB").save(page, "JPEG")
    return page.getvalue()


def bring_back(client: Client, document: Document, data: bytes | None = None) -> Any:
    file = (io.BytesIO(photo() if data is None else data), "x.jpg")
    return client.post(f"/dokumen/{document.id}/pindaian", pdf=file)


@pytest.fixture
def document(desk: Desk, office: Office) -> Document:
    desk.approved(office)
    return desk.all(Document)[0]


def news(desk: Desk) -> list[dict[str, Any]]:
    with desk.database.reading() as session:
        return [event.body for event in session.exec(select(Event).order_by("id")).all()]


def test_a_paper_signed_by_hand_is_kept_and_offered_by_post(desk: Desk, client: Client, document: Document) -> None:
    assert client.post(f"/dokumen/{document.id}/tanda-tangan-basah").status_code == 303
    assert desk.again(document).state == "to_sign_by_hand"
    assert bring_back(client, document).status_code == 303
    kept = desk.again(document)
    assert (kept.state, kept.via, kept.code, kept.sha256) == ("choosing_handover", "by_hand", None, None)
    assert desk.store.get(str(kept.object_key)).startswith(b"%PDF-")
    told = next(body for body in news(desk) if body["name"] == "handover_asked")
    player = Player()
    about = {"about": 1, "document_id": 1, "card": "kartu_keluarga", "number": "BPP-00001", "fee": 14_000}
    said = player.begin(FLOW.name, **about, reason=told["reason"], name="Rina", phone="+6281200000012")
    assert "sudah ditandatangani basah: ada di kertas, tidak ada PDF" in said[0].text
    assert desk.all(DownloadLink) == []


def test_the_head_reads_how_many_papers_wait_for_the_pen(
    desk: Desk, client: Client, office: Office, document: Document
) -> None:
    head = desk.client(desk.officer(office, "signatory"))
    assert "di kertas" not in head.get("/tanda-tangan").text
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    assert "Ditandatangani di kertas: 1 dokumen" in head.get("/tanda-tangan").text
    assert "BPP-00001" in head.get("/antrean?tab=sign&state=to_sign_by_hand").text


def test_what_was_rendered_for_a_qr_is_gone(desk: Desk, client: Client, office: Office, document: Document) -> None:
    desk.change(
        document, state="awaiting_signature", object_key=desk.store.put(b"%PDF-"), code="ABCDEFGHJK", via="issued"
    )
    made = desk.again(document).object_key
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    bring_back(client, document)
    kept = desk.again(document)
    assert (kept.code, kept.sha256, kept.via) == (None, None, "by_hand") and kept.object_key != made
    assert made in [remnant.key for remnant in desk.all(Remnant)]


def test_a_signatory_who_pressed_the_wrong_button_has_it_back_as_it_was(
    desk: Desk, client: Client, office: Office, document: Document
) -> None:
    made, head = desk.store.put(b"%PDF-"), desk.client(desk.officer(office, "signatory"))
    desk.change(document, state="awaiting_signature", object_key=made, code="ABCDEFGHJK", via="issued")
    assert head.post(f"/tanda-tangan/{document.id}/basah", reason="").status_code == 409
    head.post(f"/tanda-tangan/{document.id}/basah", reason="Warga berangkat besok")
    left = f"/dokumen/{document.id}/tanda-tangan-elektronik"
    assert left in head.get("/tanda-tangan").text and left in head.get(f"/permohonan/{document.case_id}").text
    assert head.post(left, back="/tanda-tangan").status_code == 303
    again = desk.again(document)
    assert (again.state, again.object_key) == ("awaiting_signature", made)


def test_a_signatory_may_press_all_that_the_page_of_the_case_shows(desk: Desk, client: Client, office: Office) -> None:
    desk.change(office, by_hand_districts=["64.71.04"])
    client.post(f"/permohonan/{desk.case(office).id}/tanda-terima")
    (letter,) = desk.all(Document)
    head = desk.client(desk.officer(office, "signatory"))
    assert head.get(f"/dokumen/{letter.id}/untuk-tanda-tangan").status_code == 200
    assert bring_back(head, letter).status_code == 303 and desk.again(letter).state == "choosing_handover"


@pytest.mark.parametrize("way", [{"signing": "by_hand"}, {"by_hand_districts": ["64.71.04"]}])
def test_where_there_is_no_signal_nothing_is_rendered_for_a_signature(
    desk: Desk, client: Client, office: Office, document: Document, way: dict[str, Any]
) -> None:
    desk.change(office, **way)
    answer = client.post(f"/dokumen/{document.id}/contoh")
    assert answer.status_code == 409 and "ditandatangani basah" in answer.text
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    assert client.post(f"/dokumen/{document.id}/tanda-tangan-elektronik").status_code == 409
    assert desk.again(document).state == "to_sign_by_hand"


@pytest.mark.parametrize("data", [b"", b"<script>", b"%PDF-1.7 broken"])
def test_what_is_no_scan_changes_nothing(desk: Desk, client: Client, document: Document, data: bytes) -> None:
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    assert bring_back(client, document, data).status_code == 409
    assert desk.again(document).state == "to_sign_by_hand" and desk.again(document).object_key is None


def test_a_scan_before_its_time_or_of_another_office_is_refused(desk: Desk, client: Client, document: Document) -> None:
    assert bring_back(client, document).status_code == 409
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert other.post(f"/dokumen/{document.id}/tanda-tangan-basah").status_code == 404
    printer = desk.client(desk.officer(desk.all(Office)[0], "printing"))
    assert printer.post(f"/dokumen/{document.id}/tanda-tangan-basah").status_code == 403
    assert "access_refused" in [entry.action for entry in desk.all(AuditEntry)]
    assert isinstance(desk.app.extensions["backoffice"].issuing, IssuingDesk)


def test_what_waits_for_a_hand_is_on_the_first_screen_and_in_its_list(
    desk: Desk, client: Client, document: Document
) -> None:
    assert "menunggu tanda tangan basah" not in client.get("/hari-ini").text
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah", back="/antrean?tab=siak")
    assert "menunggu tanda tangan basah" in client.get("/hari-ini").text
    assert "Menunggu tanda tangan basah" in client.get("/antrean?tab=sign").text


def test_the_offices_own_letter_is_printed_here_for_a_hand_to_sign(desk: Desk, client: Client, office: Office) -> None:
    desk.change(office, by_hand_districts=["64.71.04"])
    case = desk.case(office)
    assert client.post(f"/permohonan/{case.id}/tanda-terima").status_code == 303
    (letter,) = desk.all(Document)
    assert (letter.state, letter.object_key) == ("to_sign_by_hand", None)
    printed = client.get(f"/dokumen/{letter.id}/untuk-tanda-tangan")
    assert printed.mimetype == "application/pdf"
    said = spoken(printed.data)
    assert "ditandatangani dan dicap basah" in said and "elektronik" not in said and "QR" not in said
    assert f"/dokumen/{letter.id}/untuk-tanda-tangan" in client.get(f"/permohonan/{case.id}").text
    assert "hand_letter_printed" in [entry.action for entry in desk.all(AuditEntry)]


def test_the_citizen_is_asked_once_that_letter_is_back(desk: Desk, client: Client, office: Office) -> None:
    desk.change(office, signing="by_hand")
    client.post(f"/permohonan/{desk.case(office).id}/tanda-terima")
    (letter,) = desk.all(Document)
    assert bring_back(client, letter).status_code == 303
    assert desk.again(letter).state == "choosing_handover"
    assert "handover_asked" in [body["name"] for body in news(desk)]


@pytest.mark.parametrize("way", ["tte", "by_hand"])
def test_a_letter_that_cannot_be_made_leaves_nothing_behind(
    desk: Desk, client: Client, office: Office, way: str
) -> None:
    desk.change(office, signing=way, signatory_name="")
    case = desk.case(office)
    assert client.post(f"/permohonan/{case.id}/tanda-terima").status_code == 409
    assert desk.all(Document) == [] and "receipt_opened" not in [entry.action for entry in desk.all(AuditEntry)]


def test_what_siak_makes_is_not_printed_here(desk: Desk, client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/tanda-tangan-basah")
    assert client.get(f"/dokumen/{document.id}/untuk-tanda-tangan").status_code == 409
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert other.get(f"/dokumen/{document.id}/untuk-tanda-tangan").status_code == 404


def test_asked_for_by_the_page_itself_it_is_told_in_a_line(
    desk: Desk, client: Client, office: Office, document: Document
) -> None:
    desk.change(document, state="awaiting_signature", object_key=desk.store.put(b"%PDF-"), via="issued")
    head, path = desk.client(desk.officer(office, "signatory")), f"/tanda-tangan/{document.id}/kembalikan"
    refused = head.post(path, reason="", headers={"Accept": "application/json"})
    assert refused.status_code == 409 and refused.json["said"]
    done = head.post(path, reason="RT salah", headers={"Accept": "application/json"})
    assert done.status_code == 200 and done.json["said"]
    assert desk.again(document).state == "in_siak"
    late = head.post(f"/tanda-tangan/{document.id}", passphrase="x")
    assert late.status_code == 409 and late.json["gone"] is True
