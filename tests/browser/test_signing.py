"""The head signs on a telephone: a wrong passphrase signs nothing, the right one all that was chosen, once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlmodel import Session, col, select

from registry.demo import PASSWORD
from registry.lifecycle import DocumentState
from registry.models import Case, Document, Office, Substitute
from registry.models.columns import now
from tests.browser.furnished import Furnished, Windows, last_said

pytestmark = pytest.mark.browser
TELEPHONE = 360  # pixels


@pytest.fixture(scope="module")
def telephones(office: Furnished, browser: Browser) -> Iterator[Windows]:
    with ExitStack() as stack:
        yield Windows(browser, office.url, TELEPHONE, stack)


@pytest.fixture
def page(office: Furnished, telephones: Windows) -> Page:
    page = telephones.page("kepala.bpp")
    page.goto(f"{office.url}/tanda-tangan")
    return page


def choose(page: Page) -> None:
    """What was sent back before shows why, and is chosen by itself."""
    page.get_by_label("Pilih semua").check()
    for card in page.locator("[data-singly]").all():
        expect(card.locator("> input")).not_to_be_checked()
        expect(card).to_contain_text("Dikembalikan penanda tangan")
        card.locator("> input").check()


def sign(page: Page, passphrase: str) -> None:
    choose(page)
    page.get_by_placeholder("Frasa sandi").fill(passphrase)
    page.get_by_role("button", name="Tanda tangani").click()


def unsigned() -> bytes:
    written = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(written)
    return written.getvalue()


def waiting(session: Session) -> list[Document]:
    mine = select(Document).join(Office, col(Office.id) == Document.office_id).where(Office.code == "BPP")
    return list(session.exec(mine.where(Document.state == DocumentState.AWAITING_SIGNATURE)))


def test_an_unsigned_pdf_of_siak_is_attached_and_signed_here(windows: Windows, office: Furnished, page: Page) -> None:
    with office.parts.database.reading() as session:
        in_siak = select(Document).join(Office, col(Office.id) == Document.office_id).where(Office.code == "BPP")
        document = session.exec(
            in_siak.where(Document.state == DocumentState.IN_SIAK, Document.kind == "pdf", Document.source == "siak")
        ).first()
    assert document
    desk = windows.page("petugas.bpp")
    desk.goto(f"{office.url}/permohonan/{document.case_id}")
    attach = desk.locator(f"form[action$='/dokumen/{document.id}/pasang']")
    file: FilePayload = {"name": "kk.pdf", "mimeType": "application/pdf", "buffer": unsigned()}
    attach.locator("[name=pdf]").set_input_files(file)
    attach.locator("button").click()
    expect(desk.get_by_role("status").first).to_be_visible()
    with office.parts.database.reading() as session:
        assert document.id in [each.id for each in waiting(session)]


def test_a_wrong_passphrase_stops_at_once(page: Page, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        before = [document.id for document in waiting(session)]
    assert len(before) > 1
    sign(page, "bukan ini")
    expect(page.locator(".outcome.bad")).to_have_count(1)
    expect(page.locator("[data-told]")).to_have_text(
        re.compile(f"0 dari {len(before)} ditandatangani: .*frasa sandi tidak cocok")
    )
    expect(page.get_by_placeholder("Frasa sandi")).to_be_focused()
    with office.parts.database.reading() as session:
        assert [document.id for document in waiting(session)] == before


def test_a_document_is_read_as_pictures_of_its_pages(page: Page) -> None:
    card = page.locator("[data-document]").last
    card.get_by_text("Baca", exact=True).click()
    picture = card.locator(".pages img").first
    expect(picture).to_be_visible(timeout=20_000)
    assert picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 1000
    expect(card.locator("iframe")).to_have_count(0)


def test_a_pdf_that_cannot_be_drawn_says_so_and_keeps_its_link(page: Page, office: Furnished) -> None:
    card = page.locator("[data-document]").last
    number = int(str(card.get_attribute("data-document")).split("/")[-1])
    with office.parts.database.writing() as session:
        document = session.get_one(Document, number)
        whole, document.object_key = document.object_key, office.parts.store.put(b"%PDF-1.7 made up")
    card.get_by_text("Baca", exact=True).click()
    expect(card.locator(".pages [role=alert]")).to_contain_text("tidak bisa digambar", timeout=20_000)
    expect(card.get_by_role("link", name="buka di tab baru")).to_be_visible()
    with office.parts.database.writing() as session:
        session.get_one(Document, number).object_key = whole


def test_what_goes_to_the_pen_leaves_the_other_choices_alone_and_comes_back(page: Page, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        before = {document.id for document in waiting(session)}
    choose(page)
    page.get_by_placeholder("Frasa sandi").fill("belum dikirim")
    card = page.locator("[data-document]").first
    card.get_by_text("Tanda tangan basah").first.click()
    card.get_by_label("Sebab").last.fill("Warga berangkat besok")
    card.get_by_role("button", name="Tanda tangan basah").click()
    expect(card.locator(".outcome.good")).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text(f"({len(before) - 1})")
    expect(page.get_by_placeholder("Frasa sandi")).to_have_value("belum dikirim")
    with office.parts.database.reading() as session:
        assert len(waiting(session)) == len(before) - 1
    card.get_by_role("button", name="Urungkan").click()
    expect(page.locator(".bar .count")).to_have_text(str(len(before)))
    with office.parts.database.reading() as session:
        assert {document.id for document in waiting(session)} == before


def test_after_the_session_has_ended_nothing_is_signed_and_that_is_said(page: Page, office: Furnished) -> None:
    cookies = page.context.cookies()
    page.context.clear_cookies()
    sign(page, PASSWORD)
    expect(page.locator("[data-told]")).to_contain_text("Anda sudah keluar")
    expect(page.get_by_role("link", name="Masuk lagi")).to_be_visible()
    page.context.add_cookies([{"name": each["name"], "value": each["value"], "url": office.url} for each in cookies])


def test_the_right_one_signs_them_all_and_the_citizens_are_told(page: Page, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        chosen = [(document.id, document.case_id) for document in waiting(session)]
    sign(page, PASSWORD)
    expect(page.locator(".outcome.good")).to_have_count(len(chosen), timeout=30_000)
    with office.parts.database.reading() as session:
        assert waiting(session) == []
        contacts = {case_id: session.get_one(Case, case_id).contact_id for _, case_id in chosen}
    assert any("sudah terbit" in last_said(office, contact) for contact in contacts.values() if contact)


def test_a_substitute_is_appointed_for_some_days(windows: Windows, office: Furnished) -> None:
    admin, first = windows.page("admin.bpp"), now().date()
    admin.goto(f"{office.url}/kantor#substitutes")
    form = admin.locator("form[action$='/kantor/pengganti']")
    form.locator("select").select_option(label="Hartono Contoh")
    form.locator("[name=nip]").fill("197001011990010001")
    form.locator("[name=title]").fill("Plh. Kepala Dinas")
    form.locator("[name=first]").fill(f"{first:%d-%m-%Y}")
    form.locator("[name=last]").fill(f"{first + timedelta(days=3):%d-%m-%Y}")
    form.locator("button").click()
    expect(admin.get_by_text("Hartono Contoh, Plh. Kepala Dinas")).to_be_visible()
    with office.parts.database.reading() as session:
        (substitute,) = session.exec(select(Substitute))
    assert (substitute.title, (substitute.last - substitute.first).days) == ("Plh. Kepala Dinas", 3)
