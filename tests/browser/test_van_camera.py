"""The QR of a ticket is scanned in the page, at the van and where there is no signal. The camera is chromium's own for
tests; Debian's cannot read codes, so what Android's does is played here."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import QUIET
from tests.browser.furnished import Furnished, Windows
from tests.browser.test_ikd import opened
from tests.browser.test_van import bookings, unlocked

pytestmark = pytest.mark.browser

CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
READER = """window.BarcodeDetector = class {
  async detect(video) {
    video.dataset.reading = "yes";
    window.seen = video.srcObject.getVideoTracks()[0];
    return window.qr && video.videoWidth ? [{ rawValue: window.qr }] : [];
  }
};"""


@pytest.fixture
def phone(office: Furnished, browser: Browser) -> Iterator[Page]:
    """One with a camera."""
    program = browser.browser_type.launch(executable_path=shutil.which("chromium"), args=(*QUIET, *CAMERA))
    with closing(program), ExitStack() as stack:
        page = Windows(program, office.url, 360, stack).page("petugas.bpp")
        page.add_init_script(READER)
        yield page


def scanned(page: Page, address: str) -> None:
    """The camera looks until the ticket is before it, and no longer."""
    page.get_by_role("button", name="Pindai QR").click()
    expect(page.locator("video[data-reading]")).to_be_visible()
    page.evaluate("(address) => { window.qr = address; }", address)


def test_at_the_van_a_scanned_ticket_is_found(phone: Page, office: Furnished) -> None:
    waits = bookings(office)[0]
    phone.goto(f"{office.url}/keliling/tiket/{waits.code}")
    phone.goto(phone.url.partition("?")[0])
    scanned(phone, f"https://loket.example.go.id/keliling/tiket/{waits.code}")
    expect(phone.locator("#ticket")).to_contain_text(waits.code)


def test_without_signal_too_and_the_camera_goes_off(phone: Page, office: Furnished) -> None:
    key, (waits,) = opened(office, "Loket 9", 1)
    phone.goto(f"{office.url}/keliling/meja")
    unlocked(phone)
    expect(phone.locator(f"#visit option[value='{key}']")).to_be_attached()
    phone.context.set_offline(True)
    scanned(phone, f"https://loket.example.go.id/keliling/tiket/{waits.code}")
    expect(phone.locator("#ticket-told")).to_have_text(f"{waits.code}: Antrean 1, 1, Ditunggu")
    assert phone.evaluate("window.seen.readyState") == "ended"


def test_pressed_again_the_camera_goes_off(phone: Page, office: Furnished) -> None:
    phone.goto(f"{office.url}/keliling/meja")
    unlocked(phone)
    camera = phone.get_by_role("button", name="Pindai QR")
    camera.click()
    expect(phone.locator("video[data-reading]")).to_be_visible()
    camera.click()
    expect(phone.locator("video")).to_be_hidden()
    assert phone.evaluate("window.seen.readyState") == "ended"
