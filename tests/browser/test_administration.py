"""An administrator sets the office while people write; a paper is signed by hand; a clerk reports to the province."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect
from sqlmodel import Session, select

from registry.lifecycle import DocumentState
from registry.models import (
    AuditEntry,
    Case,
    Channel,
    Contact,
    DailyReport,
    Document,
    Event,
    EventKind,
    Office,
    Officer,
    Sender,
)
from registry.models.columns import now
from registry.offices import service_rules
from tests.browser.furnished import Furnished, Windows, last_said

pytestmark = pytest.mark.browser

NEWCOMER = b"newcomer"
NEWS = "SIAK pusat padam sampai siang."


def opened(windows: Windows, office: Furnished, who: str, path: str) -> Page:
    page = windows.page(who)
    page.goto(office.url + path)
    return page


def write(office: Furnished, text: str) -> int:
    """A citizen's message to Balikpapan, as the webhook keeps it."""
    with office.parts.database.writing() as session:
        contact = session.exec(select(Contact).where(Contact.address_index == NEWCOMER)).first()
        contact = contact or _newcomer(session)
        session.add(Event(contact_id=contact.id, kind=EventKind.MESSAGE, body={"text": text}, received_at=now(),
                          due_at=now(), channel=Channel.WHATSAPP))  # fmt: skip
        return contact.id


def _newcomer(session: Session) -> Contact:
    sender = session.exec(select(Sender).where(Sender.address == "whatsapp:+628110000001")).one()
    contact = Contact(sender_id=sender.id, channel=Channel.WHATSAPP, address="whatsapp:+6281200099999",
                      address_index=NEWCOMER, office_id=sender.office_id)  # fmt: skip
    session.add(contact)
    session.flush()
    return contact


def test_what_an_administrator_sets_is_said_in_the_chat(windows: Windows, office: Furnished) -> None:
    page = opened(windows, office, "admin.bpp", "/kantor")
    page.get_by_label("Pengumuman di sapaan").fill(NEWS)
    page.get_by_label("Kuota permohonan sehari").fill("150")
    page.locator("#work").get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("status")).to_contain_text("Pengaturan kantor disimpan")
    with office.parts.database.reading() as session:
        kept = session.exec(select(Office).where(Office.code == "BPP")).one()
        assert (kept.announcement, kept.daily_quota) == (NEWS, 150)
    assert NEWS in last_said(office, write(office, "halo"))


def test_hours_that_cannot_be_read_are_named_below_their_day(windows: Windows, office: Furnished) -> None:
    page = opened(windows, office, "admin.bpp", "/kantor")
    day = page.locator("[name=week-sat]")
    day.fill("06.00-25.00")
    page.locator("#hours").get_by_role("button", name="Simpan").click()
    expect(page.locator("#hours").get_by_role("alert")).to_contain_text("06.00-25.00")
    expect(day).to_be_focused()
    places = page.locator("[name=week-sat], #hours [role=alert], [name=week-sun]")
    lefts, tops = places.evaluate_all("all => [all.map((each) => each.offsetLeft), all.map((each) => each.offsetTop)]")
    assert lefts[0] == lefts[2] and tops == sorted(tops)


def test_many_changes_are_read_without_a_mouse(windows: Windows, office: Furnished) -> None:
    """What scrolls by itself must be reached by keys; the list of changes does not scroll."""
    with office.parts.database.writing() as session:
        officer = session.exec(select(Officer).where(Officer.username == "admin.bpp")).one()
        changed: dict[str, Any] = {
            "officer_id": officer.id,
            "subject": f"office:{officer.office_id}",
            "fields": ["name=lama,baru"],
        }
        session.add_all([AuditEntry(action="office_changed", **changed) for _ in range(10)])
    page = opened(windows, office, "admin.bpp", "/kantor")
    page.set_viewport_size({"width": 360, "height": 780})
    scrolls = "all => all.filter((each) => each.scrollHeight > each.clientHeight && each.tabIndex < 0).length"
    assert page.locator(".history").last.locator("li").count() == 10
    assert page.locator(".history").evaluate_all(scrolls) == 0


def test_a_service_that_is_switched_off_is_not_asked_for(
    windows: Windows, office: Furnished, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_rules, "GOOD_FOR", 0.0)
    page = opened(windows, office, "admin.bpp", "/kantor/layanan")
    row = page.locator("#KK-HR")
    row.get_by_text("Ubah", exact=True).click()
    row.get_by_label("Tidak lewat chat").check()
    row.get_by_role("button", name="Simpan").click()
    expect(page.locator("#KK-HR .badge")).to_have_text("tidak lewat chat")
    for text in ("halo", "lanjut"):
        last_said(office, write(office, text))
    assert "sementara tidak lewat chat" in last_said(office, write(office, "kk saya hilang"))


def test_a_paper_is_signed_by_hand_and_the_citizen_chooses_its_way(windows: Windows, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        wanted = select(Document).where(Document.state == DocumentState.TO_SIGN_BY_HAND)
        document = session.exec(wanted).one()
        contact_id = session.get_one(Case, document.case_id).contact_id
    page = opened(windows, office, "petugas.mhu", f"/permohonan/{document.case_id}")
    page.get_by_label("Pindaian yang sudah ditandatangani").set_input_files(
        FilePayload(name="scan.jpg", mimeType="image/jpeg", buffer=scan())
    )
    page.get_by_role("button", name="Simpan pindaian").click()
    expect(page.locator("#documents .state-choosing_handover")).to_be_visible()
    with office.parts.database.reading() as session:
        kept = session.get_one(Document, document.id)
        assert (kept.via, kept.state, kept.code) == ("by_hand", DocumentState.CHOOSING_HANDOVER, None)
    assert "sudah ditandatangani basah: ada di kertas, tidak ada PDF" in last_said(office, contact_id)


def test_a_clerk_tells_and_the_province_reads(windows: Windows, office: Furnished) -> None:
    page = opened(windows, office, "pengawas.smd", "/laporan")
    page.get_by_label("Suket sisa").fill("1.875")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Laporan disimpan")).to_be_visible()
    with office.parts.database.reading() as session:
        [told] = [report.told for report in session.exec(select(DailyReport)) if report.told_at is not None]
        assert told["suket_sisa"] == 1875
    province = opened(windows, office, "provinsi", "/provinsi")
    expect(province.get_by_role("row", name="Samarinda").first).to_contain_text("1.875")
    with province.expect_download() as file:
        opened_report(province, office)
    assert Path(file.value.path()).read_bytes().startswith(b"%PDF-")


def opened_report(page: Page, office: Furnished) -> None:
    page.goto(office.url + "/laporan")
    page.get_by_role("link", name="PDF").click()


def scan() -> bytes:
    page = io.BytesIO()
    Image.effect_noise((900, 1200), 60).convert("RGB").save(page, "JPEG")
    return page.getvalue()
