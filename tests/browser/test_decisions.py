"""What an officer decides about a case: the row that changes, and what the citizen reads of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from registry import cases, demo
from registry.actors import Actor
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Channel, Contact, Document, Event, EventState, Office, Tick, Upload
from registry.models.columns import now
from tests.browser.furnished import Furnished, Windows, approve, last_said

pytestmark = pytest.mark.browser


@pytest.fixture
def case(office: Furnished) -> Case:
    """A new one, of somebody who writes here."""
    answers = {"reason": "lost", "still_have": "none", "name": "Rina Contoh", "nik": "6471044506900000",
               "kk_number": "", "village": "64.71.04.1003"}  # fmt: skip
    with office.parts.database.writing() as session:
        home = session.exec(select(Office).where(Office.code == "BPP")).one()
        mine = Contact.office_id == home.id, Contact.channel == Channel.WHATSAPP, col(Contact.opted_out_at).is_(None)
        contact = session.exec(select(Contact).where(*mine).order_by(col(Contact.id))).first()
        assert contact is not None
        uploads = {key: Upload(contact_id=contact.id, verdict="fine") for key in ("police_letter", "ktp")}
        session.add_all(uploads.values())
        session.flush()
        return cases.open_case(
            session, Actor.citizen(contact), contact=contact, office=home, service=cases.services()["KK-HR"],
            answers=answers, papers={key: [upload.id] for key, upload in uploads.items()}, flags=(), at=now(),
        )  # fmt: skip


@pytest.fixture
def page(windows: Windows, office: Furnished, case: Case) -> Iterator[Page]:
    page = windows.page("petugas.bpp")
    page.goto(f"{office.url}/permohonan/{case.id}")
    yield page
    page.close()


def again(office: Furnished, case: Case) -> Case:
    with office.parts.database.reading() as session:
        return session.get_one(Case, case.id)


def hears(office: Furnished, case: Case) -> str:
    """Once nobody may take it back any more."""
    with office.parts.database.writing() as session:
        mine = Event.contact_id == case.contact_id, Event.state == EventState.PENDING
        for event in session.exec(select(Event).where(*mine)):
            event.due_at = min(event.due_at, now())
    return last_said(office, case.contact_id)


def decide(page: Page, button: str, reason: str, send: str) -> None:
    page.locator("summary").get_by_text(button, exact=True).click()
    panel = page.locator(".decide details[open]")
    panel.get_by_role("textbox").fill(reason)
    expect(panel.locator("mark")).to_have_text(reason)
    panel.get_by_role("button", name=send).click()
    expect(page.locator("main > .alert-success")).to_be_visible()


@pytest.mark.parametrize(
    ("button", "send", "state", "read"),
    [
        ("Tahan", "Tahan dan kabari", CaseState.ON_HOLD, "menunggu pusat/blangko. Sebabnya: blangko habis."),
        (
            "Tidak disetujui",
            "Simpan dan kabari",
            CaseState.REFUSED,
            "tidak disetujui petugas. Sebabnya: blangko habis.",
        ),
        ("Batalkan", "Batalkan dan kabari", CaseState.WITHDRAWN, "dibatalkan"),
    ],
)
def test_a_decision_with_a_reason(
    page: Page, office: Furnished, case: Case, button: str, send: str, state: CaseState, read: str
) -> None:
    decide(page, button, "blangko habis", send)
    assert (again(office, case).state, again(office, case).reason) == (state, "blangko habis")
    said = hears(office, case)
    assert case.number in said and read in said and "blangko habis" in said


def test_what_is_open_is_seen_and_ticked_before_the_approval(page: Page, office: Furnished, case: Case) -> None:
    page.locator("#syarat").get_by_role("checkbox", name="KTP-el asli, bagian depan").click()
    expect(page.locator("#syarat")).to_contain_text("1 dari 3 dicentang")
    page.wait_for_load_state()  # only then its keys are heard
    page.keyboard.press("s")
    expect(page.locator(".decide details[open] .checklist li")).to_have_count(2)
    page.keyboard.press("Enter")  # ticks nothing that was not read
    page.get_by_role("button", name="Sudah diperiksa: centang dan setujui").press("Enter")
    expect(page.locator("main > .alert-success")).to_contain_text("Disetujui")
    with office.parts.database.reading() as session:
        ticked = session.exec(select(Tick.point).where(Tick.case_id == case.id)).all()
    assert set(ticked) == {"paper:police_letter", "paper:ktp", "register"}
    assert again(office, case).state is CaseState.APPROVED and case.number in hears(office, case)


def test_several_are_asked_for_in_one_message(page: Page, office: Furnished, case: Case) -> None:
    page.locator(".paper .again").first.check()
    page.locator(".answers .again").nth(1).check()
    page.keyboard.press("i")
    page.locator("#ask-again").get_by_role("button", name="fotonya buram").click()
    page.locator("#ask-again").get_by_role("button", name="Lihat teks").click()
    own = page.get_by_role("textbox").nth(1)
    expect(own).to_have_value("")  # a photo's reason is none of an answer's
    own.fill("sepertinya salah ketik")
    page.get_by_role("button", name="Lihat teks").click()
    expect(page.get_by_text("Yang akan dibaca warga")).to_be_visible()
    text = page.locator("blockquote").inner_text()
    assert "fotonya buram" in text and "sepertinya salah ketik" in text
    page.get_by_role("button", name="Kirim ke warga").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    now = again(office, case)
    assert now.state is CaseState.NEEDS_CORRECTION and list((now.asked or {}).values()) == ["sepertinya salah ketik"]
    assert hears(office, case).startswith(text)


def test_a_newer_issue_takes_the_place_of_the_older_one(windows: Windows, office: Furnished, case: Case) -> None:
    """Of the same number, which is found by the search; its code says so to anybody, until that is taken back."""
    with office.parts.database.writing() as session:
        signed = select(Document).join(Office).where(Office.code == "BPP", Document.state == DocumentState.ISSUED)
        older = session.exec(signed.where(col(Document.code).is_not(None), Document.template == "kartu_keluarga")).one()
        code, older_id, older_case = older.code, older.id, session.get_one(Case, older.case_id).number
    page = windows.page("petugas.bpp")
    page.goto(f"{office.url}/permohonan/{older.case_id}")
    note_number(page, "6471041203150000")
    page.goto(f"{office.url}/cari?q=6471-0412-0315-0000")
    expect(page.get_by_role("heading", level=1)).to_contain_text(older_case)
    page.goto(f"{office.url}/permohonan/{case.id}")
    approve(page)
    note_number(page, "6471041203150000")
    page.get_by_role("button", name="Sudah dikirim SIAK").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    checker = windows.page(None)
    checker.goto(f"{office.url}/v/{code}")
    expect(checker.locator("main")).to_contain_text("Sudah diganti")
    checker.close()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator("main > .alert-success")).to_contain_text("diurungkan")
    with office.parts.database.reading() as session:
        assert session.get_one(Document, older_id).state is DocumentState.ISSUED
    note_number(page, "6471041203150001")
    page.get_by_role("button", name="Sudah dikirim SIAK").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(Document, older_id).state is DocumentState.ISSUED
    assert case.number in hears(office, case)
    page.close()


def test_a_document_is_revoked(windows: Windows, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        issued = select(Document).join(Office).where(Office.code == "BPP", Document.state == DocumentState.ISSUED)
        document = session.exec(issued.where(col(Document.object_key).is_not(None))).first()
        assert document is not None
        case = session.get_one(Case, document.case_id)
    page = windows.page("pengawas.bpp")
    page.goto(f"{office.url}/permohonan/{case.id}")
    page.locator("summary").get_by_text("Cabut dokumen", exact=True).click()
    opened = page.locator("#documents details[open]").filter(has=page.get_by_placeholder("Sebabnya, dibaca warga"))
    opened.get_by_role("textbox").fill("nama ibu salah")
    opened.get_by_role("button", name="Cabut dokumen").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(Document, document.id).state is DocumentState.REVOKED
    assert "Sebabnya: nama ibu salah." in hears(office, case)


def note_number(page: Page, number: str) -> None:
    field = page.locator("#documents").get_by_label("Nomor dokumen").first
    field.fill(number)
    field.press("Enter")
    expect(page.locator("main > .alert-success")).to_contain_text("Nomor dokumen disimpan")


def test_an_answer_is_put_right_with_consent(page: Page, office: Furnished, case: Case) -> None:
    row = page.locator(".answers tr").filter(has_text="Rina Contoh")
    row.get_by_text("Betulkan").click()
    row.get_by_role("textbox").fill("rina contoh sari")
    row.get_by_role("combobox").select_option("call")
    row.get_by_role("button", name="Simpan dan kabari").click()
    expect(page.locator(".history")).to_contain_text("Rina Contoh → Rina Contoh Sari")
    assert again(office, case).answers["name"] == "Rina Contoh Sari"
    said = hears(office, case)
    assert "nama dari Rina Contoh menjadi Rina Contoh Sari" in said and "Ketik PETUGAS" in said


def test_a_claim_shows_on_an_open_page(page: Page, windows: Windows, office: Furnished, case: Case) -> None:
    other = windows.page("pengawas.bpp")
    other.goto(f"{office.url}/permohonan/{case.id}")
    other.get_by_role("button", name="Ambil").click()
    other.close()
    holder = page.locator("[data-poll*=pemegang]")
    expect(holder).to_contain_text("dipegang Hartono Contoh", timeout=10_000)
    expect(holder).to_contain_text("Sudah berubah")


def test_what_was_typed_is_there_when_somebody_was_first(
    page: Page, windows: Windows, office: Furnished, case: Case
) -> None:
    page.locator("summary").get_by_text("Tahan", exact=True).click()
    page.locator(".decide details[open]").get_by_role("textbox").fill("menunggu pusat")
    other = windows.page("pengawas.bpp")
    other.goto(f"{office.url}/permohonan/{case.id}")
    approve(other)
    expect(other.locator("main > .alert-success")).to_be_visible()
    other.close()
    page.get_by_role("button", name="Tahan dan kabari").click()
    expect(page.get_by_role("alert")).to_contain_text("Hartono Contoh. Yang terakhir dilakukan: Disetujui")
    expect(page.locator(".written textarea")).to_have_value("menunggu pusat")
    assert again(office, case).state is CaseState.APPROVED


def test_a_session_that_ended_gives_back_what_was_changed(windows: Windows, office: Furnished) -> None:
    page = windows.page("admin.bpp")
    page.goto(f"{office.url}/kantor")
    field = page.get_by_label("Alamat", exact=True).first
    before = field.input_value()
    field.fill(f"{before} lantai 2")
    page.context.clear_cookies()
    form = field.locator("xpath=ancestor::form")
    form.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Yang tadi Anda tulis belum hilang")).to_be_visible()
    page.fill("#username", "admin.bpp")
    page.fill("#password", demo.PASSWORD)
    page.press("#password", "Enter")
    page.goto(f"{office.url}/kantor")
    expect(page.get_by_label("Alamat", exact=True).first).to_have_value(f"{before} lantai 2")
    expect(page.locator("#kept")).to_be_visible()
    page.close()


def test_a_key_pressed_on_a_photo_turns_it_and_leads_nowhere_else(windows: Windows, office: Furnished) -> None:
    page = windows.page("pengawas.bpp")  # whose r is the daily report, elsewhere
    page.goto(f"{office.url}/antrean")
    with page.expect_navigation():  # only the loaded page hears keys
        page.get_by_role("link", name="BPP-00017").click()
    photo = page.locator("[data-viewer]").first
    photo.focus()
    photo.press("r")
    expect(photo.locator("img")).to_have_attribute("style", re.compile(r"rotate\(90deg\)"))
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", level=1)).to_contain_text("BPP-00017")
