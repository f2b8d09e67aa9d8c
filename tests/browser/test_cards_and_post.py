"""The print desk and the post desk of Cilegon, each with what its clicks leave in the records and say to citizens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from registry.lifecycle import DocumentState
from registry.models import (
    BlankBook,
    BlankEntry,
    Case,
    Channel,
    Consignment,
    Document,
    Event,
    EventKind,
    Office,
)
from registry.models.columns import now
from registry.post.envelopes import current_shipment
from registry.post.uncollected import APART
from tests.browser.furnished import Furnished, Windows, last_said

pytestmark = pytest.mark.browser


def opened(windows: Windows, office: Furnished, who: str, path: str) -> Page:
    page = windows.page(who)
    page.goto(office.url + path)
    return page


def card(office: Furnished, state: DocumentState) -> tuple[Document, Case]:
    """The first of Cilegon that waits so."""
    with office.parts.database.reading() as session:
        here = select(Document, Case).join(Case).join(Office, col(Office.id) == Document.office_id)
        document, case = session.exec(here.where(Office.code == "CLG", Document.state == state)).first() or (None, None)
        assert document is not None and case is not None
        return document, case


def again(office: Furnished, row: Any) -> Any:
    with office.parts.database.reading() as session:
        return session.get_one(type(row), row.id)


def heard(office: Furnished, case: Case) -> str:
    """The last that was said to this citizen."""
    return last_said(office, case.contact_id)


def write(office: Furnished, case: Case, text: str) -> str:
    """What the citizen answers, and what Loket says to it."""
    with office.parts.database.writing() as session:
        session.add(Event(contact_id=case.contact_id, kind=EventKind.MESSAGE, body={"text": text}, received_at=now(),
                          due_at=now(), channel=Channel.SMS))  # fmt: skip
    return heard(office, case)


def pieces(office: Furnished) -> int:
    with office.parts.database.reading() as session:
        books = select(BlankBook.stock).join(Office, col(Office.id) == BlankBook.office_id)
        return session.exec(books.where(Office.code == "CLG", BlankBook.blank == "ktp")).one()


def test_a_card_is_spoiled_printed_and_told(windows: Windows, office: Furnished) -> None:
    document, case = card(office, DocumentState.TO_PRINT)
    before, page = pieces(office), opened(windows, office, "cetak.clg", "/cetak")
    page.get_by_label(case.number).check()
    page.get_by_text("Rusak saat dicetak").click()
    page.get_by_role("combobox", name="Sebab").first.fill("pita printer macet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("rusak")
    page.get_by_label(case.number).check()
    page.get_by_role("button", name="Tandai sudah dicetak").click()
    expect(page.get_by_role("status")).to_contain_text("Kartu dicetak")
    assert pieces(office) == before - 2
    with office.parts.database.reading() as session:
        written = session.exec(select(BlankEntry).where(BlankEntry.document_id == document.id).order_by("id")).all()
    assert [(entry.movement.value, entry.reason) for entry in written] == [
        ("spoiled", "pita printer macet"),
        ("used", None),
    ]
    assert "sudah dicetak" in heard(office, case)


def test_a_slip_is_taken_back_and_a_misprint_booked_on_its_card(windows: Windows, office: Furnished) -> None:
    document, case = card(office, DocumentState.WAITING_PRR)
    before, page = pieces(office), opened(windows, office, "cetak.clg", "/cetak")
    page.get_by_label(case.number).check()
    page.get_by_role("button", name="Siap cetak").click()
    page.get_by_label(case.number).check()
    page.get_by_role("button", name="Tandai sudah dicetak").click()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_role("status")).to_contain_text("Diurungkan")
    assert again(office, document).state is DocumentState.TO_PRINT and pieces(office) == before
    page.get_by_label(case.number).check()
    page.get_by_role("button", name="Tandai sudah dicetak").click()
    assert "sudah dicetak" in heard(office, case)
    row = page.locator("tr").filter(has_text=case.number)
    row.get_by_text("Salah cetak").click()
    row.get_by_role("combobox").fill("cetakan buram")
    row.get_by_role("button", name="Catat rusak").click()
    expect(page.get_by_role("status")).to_contain_text("Salah cetak")
    assert again(office, document).state is DocumentState.TO_PRINT and pieces(office) == before - 1
    assert "perlu dicetak ulang: cetakan buram" in heard(office, case)


def test_blanks_that_came_are_written_into_the_book(windows: Windows, office: Furnished) -> None:
    before, page = pieces(office), opened(windows, office, "cetak.clg", "/cetak/blangko")
    expect(page.get_by_role("alert")).to_contain_text("Minta ke pusat sekarang")
    page.get_by_label("Keping").fill("2.000")
    page.get_by_label("Sebab").fill("Jatah Desember")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("cell", name="Jatah Desember")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert pieces(office) == before + 2000


def test_an_envelope_is_handed_over_scanned_returned_and_sent_anew(windows: Windows, office: Furnished) -> None:
    document, case = card(office, DocumentState.TO_POST)
    page = opened(windows, office, "pos.clg", "/pos")
    hand_over(page, case)
    with office.parts.database.reading() as session:
        consignment = session.exec(select(Consignment).order_by(col(Consignment.id).desc())).first()
    assert consignment is not None and consignment.taken_by == "Budi Contoh"
    page.goto(office.url + "/pos/pindai")
    page.get_by_label("Nomor resi").fill("P26110000077")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Semua kiriman sudah ada resinya.")).to_be_visible()
    assert again(office, document).state is DocumentState.POSTED
    assert "Nomor resi: P26110000077" in heard(office, case)
    come_back(page, office, case)
    assert "penerima sudah pindah" in heard(office, case)
    for answer in ("1", "jl mawar 5 rt 2 rw 3 masigit", "1", "1"):
        said = write(office, case, answer)
    assert "Alamat dicatat" in said
    with office.parts.database.reading() as session:
        shipment = current_shipment(session, document.id)
    assert shipment is not None and shipment.address["street"] == "Jl. Mawar No. 5"
    page.goto(office.url + "/pos")
    expect(page.locator(".envelope", has_text=case.number)).to_contain_text("Jl. Mawar No. 5")


def hand_over(page: Page, case: Case) -> None:
    """In a list of its own; its label first."""
    page.locator(".envelope", has_text=case.number).get_by_role("checkbox").check()
    with page.context.expect_page() as label:
        page.get_by_role("button", name="Cetak label").click()
    label.value.close()
    page.locator("summary", has_text="Serahkan").click()
    page.get_by_label("Diterima oleh").fill("Budi Contoh")
    page.locator(".panel").get_by_role("button", name="Serahkan").click()
    expect(page.get_by_role("cell", name="Budi Contoh")).to_be_visible()


def come_back(page: Page, office: Furnished, case: Case) -> None:
    page.goto(office.url + "/pos")
    row = page.get_by_role("row", name=case.number)
    row.get_by_label("Sebab kembali").select_option("moved")
    row.get_by_role("button", name="Kembali").click()
    expect(page.get_by_role("status")).to_contain_text("Kembali ke kantor")


def test_who_does_not_fetch_a_card_is_reminded(windows: Windows, office: Furnished) -> None:
    document, case = card(office, DocumentState.READY_FOR_PICKUP)
    with office.parts.database.writing() as session:
        session.get_one(Document, document.id).moved_at = now() - 2 * APART  # longer than before a first reminder
    page = opened(windows, office, "pos.clg", "/pos/belum-diambil")
    page.get_by_label(case.number).check()
    page.get_by_role("button", name="Ingatkan").click()
    expect(page.get_by_role("status")).to_contain_text("1 warga diingatkan")
    assert again(office, document).reminders == 1
    assert "masih menunggu Anda" in heard(office, case)


def test_a_carriers_table_tells_what_became_of_envelopes(windows: Windows, office: Furnished, tmp_path: Path) -> None:
    document, case = card(office, DocumentState.POSTED)
    with office.parts.database.reading() as session:
        shipment = current_shipment(session, document.id)
    assert shipment is not None
    table = tmp_path / "status.csv"
    table.write_text(f"resi;status;sebab\n{shipment.tracking_number};diterima;\nP99999999999;diterima;\n")
    page = opened(windows, office, "pos.clg", "/pos/impor")
    page.get_by_label("Berkas CSV").set_input_files(table)
    page.get_by_role("button", name="Baca dan simpan").click()
    expect(page.get_by_role("cell", name="tidak ada kiriman dengan nomor resi itu")).to_be_visible()
    assert again(office, document).state is DocumentState.POSTED
    page.get_by_role("button", name="Simpan 1 baris yang benar saja").click()
    expect(page.get_by_role("status")).to_contain_text("1 baris disimpan")
    assert again(office, document).state is DocumentState.DELIVERED
    assert "sudah diterima. Terima kasih." in heard(office, case)
