"""The list of what is to be keyed into SIAK."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from registry.models import AuditEntry, Document, Office
from tests.backoffice.conftest import NIK, Client, Desk

TAB = "/antrean?tab=siak"


@pytest.fixture
def document(desk: Desk, office: Office) -> Document:
    desk.approved(office)
    return desk.all(Document)[0]


def test_every_answer_copies_with_one_click(client: Client, document: Document) -> None:
    page = client.get(TAB).text
    assert f'data-copy="{NIK}"' in page and 'data-copy="Rina Contoh"' in page and 'data-copy=""' not in page


def test_the_number_in_siak_is_noted_found_and_taken_away(desk: Desk, client: Client, document: Document) -> None:
    path = f"/dokumen/{document.id}/nomor-siak"
    assert client.post(path, number="6471/2026 0012", back=TAB).headers["Location"] == TAB
    assert desk.again(document).siak_number == "6471/20260012" and "6471/20260012" in client.get(TAB).text
    assert f'href="/permohonan/{document.case_id}"' in client.get("/cari?q=6471/20260012").text
    assert "siak_number_noted" in [entry.action for entry in desk.all(AuditEntry)]
    client.post(path, number="")
    assert desk.again(document).siak_number is None


@pytest.mark.parametrize("number", ["x", "?!?", "1" * 31])
def test_what_is_no_number_is_told(desk: Desk, client: Client, document: Document, number: str) -> None:
    answer = client.post(f"/dokumen/{document.id}/nomor-siak", number=number)
    assert answer.status_code == 409 and "3 sampai 30" in answer.text and desk.again(document).siak_number is None


def test_a_mistyped_number_stays_in_the_list_with_the_reason(desk: Desk, client: Client, document: Document) -> None:
    action = re.search(r'action="([^"]+nomor-siak[^"]*)"', client.get(TAB).text)
    assert action
    answer = client.post(action[1].replace("&amp;", "&"), number="?!?", back=TAB)
    assert answer.status_code == 409 and 'class="keying"' in answer.text and 'value="?!?"' in answer.text
    assert answer.text.count("3 sampai 30") == 2  # above the page, and beside the field


def test_the_hands_signature_stands_apart_from_what_siak_sent(client: Client, document: Document) -> None:
    page = client.get(TAB).text
    assert page.index("dari-siak") < page.index("Catat kendala") < page.index("tanda-tangan-basah")


def test_what_holds_it_up_stands_in_the_list(client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/kendala", reason="Data ganda", back=TAB)
    assert "Kendala:</b> Data ganda" in client.get(TAB).text


def test_what_has_left_siak_takes_no_number(client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/dari-siak", back=TAB)
    assert client.post(f"/dokumen/{document.id}/nomor-siak", number="12345").status_code == 409
    assert f"/dokumen/{document.id}/" not in client.get(TAB).text


def test_the_province_reads_and_changes_nothing(desk: Desk, office: Office, document: Document) -> None:
    page = desk.client(desk.officer(None, "province")).get(f"{TAB}&office={office.id}").text
    assert "Rina Contoh" in page and "nomor-siak" not in page


def test_both_numbers_of_a_card_are_kept_at_once(desk: Desk, client: Client, document: Document) -> None:
    client.post(f"/dokumen/{document.id}/nomor-siak", number="64710001", document_number="6471-LT-24112025-0007")
    kept = desk.again(document)
    assert (kept.siak_number, kept.number) == ("64710001", "6471-LT-24112025-0007")
    client.post(f"/dokumen/{document.id}/nomor-siak", number="64710001", document_number="6471-LT-24112025-0008")
    noted = [entry.action for entry in desk.all(AuditEntry) if entry.action.endswith("_noted")]
    assert noted == ["siak_number_noted", "document_number_noted", "document_number_noted"]


def test_what_siak_sent_is_said_and_taken_back_without_leaving_the_list(
    desk: Desk, client: Client, document: Document
) -> None:
    action = re.search(r'action="([^"]+dari-siak[^"]*)"', client.get(TAB).text)
    assert action
    assert client.post(action[1].replace("&amp;", "&"), back=TAB).headers["Location"] == TAB
    assert desk.again(document).via == "siak"
    page = client.get(TAB).text
    assert "dokumen dicatat dikirim SIAK, warga belum dikabari" in page
    assert "dicatat dikirim SIAK, warga" in client.get("/antrean").text
    assert client.post(f"/permohonan/{document.case_id}/urungkan", back=TAB).headers["Location"] == TAB
    assert (desk.again(document).via, desk.again(document).state) == (None, "in_siak")
    assert "dikirim SIAK, warga" not in client.get(TAB).text


def test_a_pdf_is_attached_in_the_list(desk: Desk, client: Client, document: Document) -> None:
    action = re.search(r'action="([^"]+/pasang[^"]*)"', client.get(TAB).text)
    assert action
    path = action[1].replace("&amp;", "&")
    refused = client.post(path, back=TAB, pdf=(BytesIO(b"no pdf"), "x.pdf"))
    assert refused.status_code == 409 and 'class="keying"' in refused.text
    made, data = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(data)
    answer = client.post(path, back=TAB, pdf=(BytesIO(data.getvalue()), "kk.pdf"))
    assert answer.headers["Location"] == TAB and desk.again(document).state == "awaiting_signature"
