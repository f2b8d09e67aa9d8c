"""Back and Reload on a citizens' page that a form was sent from: a page again, and nothing is sent twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.bot.pages.conftest import CODE, PDF, PHOTO, Site
from tests.browser.serving import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def home(site: Site) -> Iterator[str]:
    with serving(site.app) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=ViewportSize(width=360, height=740)) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


def away_and_back(page: Page, home: str) -> None:
    page.goto(f"{home}/p")
    page.go_back()


def test_papers_that_were_sent_stay_sent(phone: Page, home: str, site: Site) -> None:
    address = site.link("ktp")
    site.send(address, "ktp", PHOTO)
    site.read(address)
    phone.goto(home + address)
    phone.get_by_role("button", name="Selesai").click()
    for look in (lambda: None, phone.reload, lambda: away_and_back(phone, home)):
        look()
        expect(phone.get_by_role("heading", name="Surat diterima")).to_be_visible()
    assert len(site.desk.told()) == 1


def test_a_wrong_code_is_no_second_try(phone: Page, home: str, site: Site) -> None:
    address, pin = site.citizen_link(site.document())
    phone.goto(home + address)
    phone.get_by_label("Kode ambil").fill(f"{(int(pin) + 1) % 1_000_000:06}")
    phone.get_by_role("button", name="Buka PDF").click()
    for look in (lambda: None, phone.reload, lambda: away_and_back(phone, home)):
        look()
        expect(phone.get_by_role("alert")).to_have_text("Kode itu belum cocok. Sisa 4 kali.")


def test_a_file_that_was_compared(phone: Page, home: str, site: Site) -> None:
    site.document()
    phone.goto(f"{home}/v/{CODE}")
    phone.locator("#file").set_input_files({"name": "kk.pdf", "mimeType": "application/pdf", "buffer": PDF})
    phone.get_by_role("button", name="Cocokkan", exact=True).click()
    expect(phone.get_by_text("sama persis")).to_be_visible()
    away_and_back(phone, home)
    expect(phone.get_by_role("heading", name="Asli")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", name="Asli")).to_be_visible()
