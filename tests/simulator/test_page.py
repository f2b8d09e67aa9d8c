"""The handset page in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from twilio.rest import Client

from tests.simulator.conftest import CITIZEN, OFFICE, SMS_CITIZEN, SMS_OFFICE, Simulator
from tests.simulator.product import Product
from tests.simulator.test_contents import make, picker, quick, send

pytestmark = pytest.mark.browser

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
ARGUMENTS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


@pytest.fixture(params=[360, 1280])
def page(request: pytest.FixtureRequest, simulator: Simulator) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page(viewport={"width": request.param, "height": 800})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        page.goto(simulator.url)
        yield page
        assert errors == []
        assert page.evaluate("document.documentElement.scrollWidth") <= request.param
        browser.close()


def write(page: Page, phone: str, text: str) -> None:
    box = page.locator(f".phone.{phone} textarea")
    box.fill(text)
    box.press("Enter")


def test_a_typed_message_reaches_the_product_and_is_ticked(page: Page, product: Product) -> None:
    write(page, "whatsapp", "kk saya hilang")
    assert product.next().form["Body"] == "kk saya hilang"
    expect(page.get_by_title("Sampai di kantor")).to_be_visible()


def test_an_answer_is_shown_and_told_as_read(page: Page, client: Client, product: Product) -> None:
    write(page, "whatsapp", "halo")
    product.next()
    client.messages.create(to=CITIZEN, from_=OFFICE, body="Ini *Loket*.", status_callback=product.url)
    expect(page.locator(".bubble strong")).to_have_text("Loket")
    assert product.statuses(3) == ["sent", "delivered", "read"]


def test_a_button_and_a_list_are_pressed(page: Page, client: Client, product: Product) -> None:
    write(page, "whatsapp", "halo")
    product.next()
    for types in (quick(), picker()):
        send(client, product, make(client, types).sid)
    product.statuses(6)
    page.get_by_role("button", name="Lanjut").click()
    assert product.next().form["ButtonPayload"] == "lanjut"
    page.get_by_role("button", name="Pilih").click()
    page.get_by_role("button", name="Kartu Keluarga").click()
    assert product.next().form["ListId"] == "kk"


def test_an_album_is_one_message_per_file(page: Page, product: Product) -> None:
    files = [{"name": f"{at}.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff"} for at in range(3)]
    page.locator(".phone.whatsapp input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    write(page, "whatsapp", "surat saya")
    forms = [product.next().form for _ in files]
    assert [form["NumMedia"] for form in forms] == ["1", "1", "1"]
    assert sorted(form["Body"] for form in forms) == ["", "", "surat saya"]


def test_a_sample_paper_and_a_voice_note_are_sent(page: Page, product: Product) -> None:
    page.get_by_role("button", name="Lampiran").first.click()
    page.get_by_role("button", name="Contoh surat").click()
    page.get_by_role("button", name="KTP-el").click()
    page.get_by_text("ktp.jpg").wait_for()
    page.locator(".phone.whatsapp .send").click()
    assert product.next().form["MediaContentType0"] == "image/jpeg"
    page.get_by_role("button", name="Lampiran").first.click()
    page.get_by_role("button", name="Pesan suara").click()
    assert product.next().form["MessageType"] == "audio"


def test_the_sms_phone_counts_and_talks(page: Page, client: Client, product: Product) -> None:
    page.locator(".phone.sms textarea").fill("a" * 161)
    expect(page.locator(".phone.sms .counter")).to_have_text("161 huruf, 2 SMS, GSM-7")
    write(page, "sms", "AKL")
    assert product.next().form["From"] == SMS_CITIZEN
    client.messages.create(to=SMS_CITIZEN, from_=SMS_OFFICE, body="é’" * 40)
    expect(page.get_by_text("2 SMS, UCS-2")).to_be_visible()


def test_history_outlives_a_reload_and_a_failure_is_shown(page: Page, product: Product) -> None:
    product.status = 500
    write(page, "whatsapp", "<b>halo</b> https://contoh.go.id/p.")
    expect(page.get_by_text("Belum sampai di kantor (HTTP 500)")).to_be_visible()
    page.reload()
    expect(page.locator(".phone.whatsapp .bubble p")).to_have_text("<b>halo</b> https://contoh.go.id/p.")
    expect(page.locator(".bubble a")).to_have_attribute("href", "https://contoh.go.id/p")


def test_a_fault_is_set_on_the_page(page: Page, client: Client, product: Product) -> None:
    page.get_by_text("Gangguan").click()
    page.get_by_label("Saat mengirim").select_option(label="63016, lewat 24 jam")
    page.get_by_role("button", name="Pasang").click()
    expect(page.get_by_text("Gangguan berjalan", exact=True)).to_be_visible()
    client.messages.create(to=SMS_CITIZEN, from_=SMS_OFFICE, body="Halo", status_callback=product.url)
    assert product.next().form["ErrorCode"] == "63016"
