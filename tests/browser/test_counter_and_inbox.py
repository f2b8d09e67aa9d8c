"""The counter files for who has no telephone, and the inbox answers when the 24 hours are over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from redis import Redis
from sqlmodel import col, select

from registry.models import Case, Contact, Office, Paper, Ticket
from registry.models.columns import now
from simulator.samples import draw
from tests.browser.test_citizen_and_officer import PATIENCE, officer
from tests.browser.test_citizen_and_officer import faults as faults
from tests.whole.handset import Handset
from tests.whole.installation import Installation, running

pytestmark = pytest.mark.browser


@pytest.fixture
def installation(sqlite_url: str, redis_server: str, tmp_path: Path) -> Iterator[Installation]:
    """Where it is day: what nobody asked for goes by day alone."""
    redis_url = redis_server.removesuffix("/0") + "/3"
    with Redis.from_url(redis_url) as redis:
        redis.flushdb()
    with running(tmp_path, sqlite_url, redis_url) as installation:
        with installation.database.writing() as session:
            for office in session.exec(select(Office)):
                office.timezone = f"Etc/GMT{now().hour - 12:+d}"
        yield installation


def test_the_counter_files_for_who_has_no_telephone(
    browser: Browser, installation: Installation, faults: list[str]
) -> None:
    relative = Handset(installation.twilio, "+6281200000077", "+628110000011")
    page = officer(browser, installation, "petugas.bpp", faults)
    page.get_by_role("link", name="Loket", exact=True).last.click()
    file_with_news_to_a_relative(page)
    relative.hears("nomor ini dicatat utk kabar KK BPP-00001 a.n. R... C...")
    bring_the_papers(page)
    relative.hears("Surat untuk KK BPP-00001 sudah lengkap")
    with installation.database.reading() as session:
        case, papers = session.exec(select(Case)).one(), session.exec(select(Paper).order_by(col(Paper.id))).all()
        assert case.answers["name"] == "Rina Contoh" and case.promised_at is not None
        assert {paper.key: paper.state.value for paper in papers} == {"police_letter": "seen", "ktp": "sent"}


def file_with_news_to_a_relative(page: Page) -> None:
    page.get_by_role("link", name="Permohonan baru").click()
    page.get_by_role("link", name="KK hilang atau rusak").click()
    expect(page.get_by_role("group", name="Masih ada?")).to_be_hidden()
    page.get_by_role("radio", name="Hilang").check()
    page.get_by_role("radio", name="Tidak ada").check()
    for label, answer in (("Nama lengkap", "rina contoh"), ("NIK", "6471044506900000"), ("Kelurahan", "karang rejo")):
        page.get_by_role("textbox", name=label).fill(answer)
    page.get_by_role("checkbox", name="tidak ingat").check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("radio", name="Ke nomor HP kerabat").check()
    page.get_by_role("textbox", name="Nomor HP kerabat").fill("0812-0000-0077")
    page.get_by_role("checkbox", name="Pemohon setuju").check()
    page.get_by_role("button", name="Simpan permohonan").click()
    expect(page.get_by_role("heading", name="BPP-00001")).to_be_visible()


def bring_the_papers(page: Page) -> None:
    photo = FilePayload(name="IMG_0001.jpg", mimeType="image/jpeg", buffer=draw("ktp.jpg"))
    page.locator("#ktp input[type=file]").set_input_files(photo)
    expect(page.locator("#ktp .paper-sent")).to_be_visible(timeout=PATIENCE)
    page.locator("#police_letter").get_by_role("button", name="Asli sudah dilihat").click()
    expect(page.locator("#police_letter .paper-seen")).to_be_visible()


def test_an_answer_waits_until_the_citizen_is_back(
    browser: Browser, installation: Installation, faults: list[str]
) -> None:
    citizen = Handset(installation.twilio, "whatsapp:+6281200000088", "whatsapp:+628110000001")
    page = officer(browser, installation, "petugas.bpp", faults)
    page.get_by_role("link", name="Percakapan", exact=True).click()
    citizen.say("petugas")
    take_who_comes(page)
    citizen.hears("Anda terhubung dengan petugas P-")
    a_day_passes(citizen, installation, page)
    page.get_by_label("PDF", exact=True).set_input_files(a_form())
    page.get_by_placeholder("Tulis balasan").fill("Ini formulirnya.")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("status")).to_contain_text("balasan ditahan sampai warga menjawab")
    citizen.hears("Kabar dari Loket: petugas P-")
    expect(page.locator(".line.officer .meta").last).to_contain_text("ditahan", timeout=PATIENCE)
    citizen.press("Lihat")
    assert citizen.file(citizen.hears("Ini formulirnya.")).startswith(b"%PDF-")
    close_it(page)
    with installation.database.reading() as session:
        assert session.exec(select(Ticket)).one().closed_for == "answered"


def take_who_comes(page: Page) -> None:
    """The list is live."""
    page.get_by_role("link", name="Warga tanpa permohonan").click(timeout=PATIENCE)
    page.get_by_role("button", name="Layani").click()
    expect(page.get_by_placeholder("Tulis balasan")).to_be_visible()


def a_day_passes(citizen: Handset, installation: Installation, page: Page) -> None:
    """By the carrier's clock and by ours."""
    citizen.falls_silent()
    with installation.database.writing() as session:
        for contact in session.exec(select(Contact)):
            contact.window_until = None
    page.reload()
    expect(page.get_by_text("balasan Anda ditahan sampai ia menjawab")).to_be_visible()


def a_form() -> FilePayload:
    made, data = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(data)
    return FilePayload(name="formulir.pdf", mimeType="application/pdf", buffer=data.getvalue())


def close_it(page: Page) -> None:
    page.locator("summary", has_text="Selesai").click()
    page.get_by_role("radio", name="sudah dijawab").check()
    page.get_by_role("button", name="Selesai").click()
    expect(page.get_by_role("status")).to_contain_text("dikembalikan ke Loket")
