"""A citizen with a handset, an officer and a head of office with their screens: from the menu to the opened PDF."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from redis import Redis

from registry.demo.staff import PASSWORD
from simulator.samples import draw
from tests.whole.installation import Installation, running

pytestmark = pytest.mark.browser

PATIENCE = 30_000  # milliseconds


@pytest.fixture
def installation(sqlite_url: str, redis_server: str, tmp_path: Path) -> Iterator[Installation]:
    redis_url = redis_server.removesuffix("/0") + "/2"
    with Redis.from_url(redis_url) as redis:
        redis.flushdb()
    with running(tmp_path, sqlite_url, redis_url) as installation:
        yield installation


@pytest.fixture
def faults() -> Iterator[list[str]]:
    """What the browsers complain of."""
    found: list[str] = []
    yield found
    assert found == []


def opened(browser: Browser, url: str, faults: list[str]) -> Page:
    page = browser.new_context(locale="id-ID").new_page()
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page.goto(url)
    return page


class Citizen:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.phone = page.locator(".phone.whatsapp")

    def hears(self, words: str) -> None:
        expect(self.phone.locator(".message:not(.mine)", has_text=words).last).to_be_visible(timeout=PATIENCE)

    def types(self, text: str) -> None:
        self.phone.locator("textarea").fill(text)
        self.phone.locator("textarea").press("Enter")

    def presses(self, title: str) -> None:
        self.phone.locator(".replies").last.get_by_text(title, exact=True).click()

    def picks(self, opener: str, title: str) -> None:
        self.phone.locator(".replies").last.get_by_text(opener).click()
        self.page.locator("#sheet").get_by_text(title, exact=True).click()

    def photographs(self, sample: str) -> None:
        self.phone.get_by_role("button", name="Lampiran").click()
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Foto atau PDF").click()
        chooser.value.set_files(FilePayload(name=sample, mimeType="image/jpeg", buffer=draw(sample)))
        self.phone.locator(".send").click()


def test_from_the_menu_to_the_opened_pdf(browser: Browser, installation: Installation, faults: list[str]) -> None:
    citizen = Citizen(opened(browser, installation.twilio, faults))
    ask_by_the_menu(citizen)
    send_the_papers(citizen)
    check_and_approve(officer(browser, installation, "petugas.bpp", faults))
    sign(officer(browser, installation, "kepala.bpp", faults))
    citizen.hears("tanggal lahir R... C...?")
    citizen.types("5 juni 1990")
    citizen.hears("Ini KK BPP-00001.")
    assert opened_pdf(citizen).startswith(b"%PDF-")


def ask_by_the_menu(citizen: Citizen) -> None:
    citizen.types("halo")
    citizen.hears("Lanjut lewat WhatsApp?")
    citizen.presses("Lanjut")
    citizen.hears("Ada yang bisa kami bantu?")
    citizen.picks("Pilih", "Kartu Keluarga (KK)")
    citizen.hears("Yang mana?")
    citizen.picks("Pilih", "KK hilang atau rusak")
    citizen.hears("KK hilang atau rusak?")
    citizen.presses("Hilang")
    citizen.hears("Masih ada?")
    citizen.presses("Tidak ada")
    for question, answer in (
        ("Nama lengkap", "rina contoh"),
        ("NIK Anda?", "6471044506900000"),
        ("Nomor KK?", "lupa"),
        ("Kelurahan di KK?", "karang rejo"),
    ):
        citizen.hears(question)
        citizen.types(answer)


def send_the_papers(citizen: Citizen) -> None:
    citizen.hears("Sekarang foto surat hilang")
    citizen.photographs("surat-hilang.jpg")
    citizen.hears("Terakhir, foto KTP-el")
    citizen.photographs("ktp.jpg")
    citizen.hears("Sudah benar?")
    citizen.presses("Kirim")
    citizen.hears("Nomor: BPP-00001.")


def officer(browser: Browser, installation: Installation, username: str, faults: list[str]) -> Page:
    page = opened(browser, f"{installation.web}/masuk", faults)
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    return page


def check_and_approve(page: Page) -> None:
    page.get_by_role("button", name="Ambil berikutnya").click()
    expect(page.get_by_role("heading", name="BPP-00001")).to_be_visible()
    expect(page.locator(".papers img").first).to_be_visible()
    page.get_by_role("button", name="Setujui", exact=True).click()
    page.locator("form[action$='/contoh'] button").click()
    expect(page.locator("#documents .state-awaiting_signature")).to_be_visible()


def sign(page: Page) -> None:
    page.get_by_label("Pilih semua").check()
    page.get_by_placeholder("Frasa sandi").fill(PASSWORD)
    page.get_by_role("button", name="Tanda tangani").click()
    expect(page.locator(".outcome.good")).to_have_text("Ditandatangani", timeout=PATIENCE)


def opened_pdf(citizen: Citizen) -> bytes:
    """A tap on the card opens it in a window of its own."""
    card = citizen.phone.locator("a.file").last
    expect(card).to_contain_text("PDF")
    with citizen.page.context.expect_event("response", lambda answer: "/media/" in answer.url) as fetched:
        card.click()
    answer = fetched.value
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return citizen.page.request.get(answer.url).body()
