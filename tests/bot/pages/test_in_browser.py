"""The upload page on a small phone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.bot.pages.conftest import PHOTO, Site
from tests.browser.serving import serving
from tests.registry.uploads.papers import blurred, encoded, letter

pytestmark = pytest.mark.browser

READING = "Diterima, sedang dibaca."
PHONE = ViewportSize(width=360, height=740)


@pytest.fixture
def home(site: Site) -> Iterator[str]:
    with serving(site.app) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, java_script_enabled=request.param) as context:
        context.set_default_timeout(20_000)
        yield context.new_page()


@pytest.fixture
def quick(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE) as context:
        yield context.new_page()


def choose(page: Page, paper: str, photo: bytes) -> None:
    """From the gallery; without scripts the form is sent by its button."""
    section = page.locator(f"#paper-{paper}")
    files = section.locator("input[type=file]").last
    files.set_input_files({"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": photo})
    if (button := section.locator("button.submit")).is_visible():
        button.click()


def told(page: Page, paper: str, site: Site, text: str) -> None:
    """It is read, and the page says so by itself; without scripts when it is looked at again."""
    state = page.locator(f"#paper-{paper} .state")
    expect(state).to_have_text(READING, timeout=20_000)
    site.read("/p")
    if page.locator("button.submit").first.is_visible():
        page.reload()
    expect(state).to_contain_text(text, timeout=20_000)


def pass_time(page: Page, until: Locator) -> None:
    """The page's clock runs ahead; what is on its way does not."""
    for _ in range(200):
        if not until.count():
            page.clock.run_for(1000)


def test_two_papers_go_from_a_small_phone(phone: Page, home: str, site: Site) -> None:
    phone.goto(home + site.link())
    choose(phone, "police_letter", PHOTO)
    told(phone, "police_letter", site, "Foto surat hilang diterima.")
    choose(phone, "ktp", PHOTO)
    told(phone, "ktp", site, "Foto KTP diterima.")
    phone.get_by_role("button", name="Selesai").click()
    expect(phone.get_by_role("heading", name="Surat diterima")).to_be_visible()
    assert set(site.desk.told()[0]["papers"]) == {"police_letter", "ktp"}


def test_a_blurred_photo_goes_as_it_is(phone: Page, home: str, site: Site) -> None:
    phone.goto(home + site.link("ktp"))
    choose(phone, "ktp", encoded(blurred(letter(), 12)))
    told(phone, "ktp", site, "Fotonya buram")
    phone.get_by_role("button", name="Kirim apa adanya").click()
    phone.get_by_role("button", name="Selesai").click()
    expect(phone.get_by_role("heading", name="Surat diterima")).to_be_visible()


def test_a_large_photo_is_made_smaller_before_it_goes(quick: Page, home: str, site: Site) -> None:
    large = encoded(letter(3900, 5200))
    quick.goto(home + site.link("ktp"))
    with quick.expect_request(lambda request: request.method == "POST") as posted:
        choose(quick, "ktp", large)
    assert int(posted.value.all_headers()["content-length"]) < len(large)
    expect(quick.locator("#paper-ktp .state")).to_have_text(READING, timeout=20_000)
    stored = site.store.get(str(site.uploads()[0].object_key))
    assert max(Image.open(BytesIO(stored)).size) == 3000


def test_a_broken_line_is_tried_again(quick: Page, home: str, site: Site) -> None:
    quick.clock.install()
    quick.goto(home + site.link("ktp"))
    quick.context.set_offline(True)
    with quick.expect_event("requestfailed"):
        choose(quick, "ktp", PHOTO)
    quick.context.set_offline(False)
    pass_time(quick, until=quick.get_by_text(READING))
    expect(quick.locator("#paper-ktp .state")).to_have_text(READING, timeout=20_000)


def test_a_line_that_stays_broken_asks_the_citizen(quick: Page, home: str, site: Site) -> None:
    quick.clock.install()
    quick.goto(home + site.link("ktp"))
    quick.context.set_offline(True)
    choose(quick, "ktp", PHOTO)
    pass_time(quick, until=quick.get_by_role("alert"))
    expect(quick.get_by_role("alert")).to_have_text("Belum terkirim. Periksa sinyal, lalu coba lagi.")
    quick.context.set_offline(False)
    quick.get_by_role("button", name="Coba lagi").click()
    expect(quick.locator("#paper-ktp .state")).to_have_text(READING, timeout=20_000)


def test_a_page_that_ended_meanwhile_says_so(quick: Page, home: str, site: Site) -> None:
    quick.goto(home + site.link("ktp"))
    site.later(days=8)
    choose(quick, "ktp", PHOTO)
    expect(quick.get_by_role("heading", name="Halaman ini sudah ditutup")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_hangs_out_of_the_window(browser: Browser, home: str, site: Site, width: int) -> None:
    document_id = site.document()
    addresses = [site.link(), site.citizen_link(document_id)[0], "/v", "/v/K7Q2M9XR4T", "/v/NONE", "/p", "/p?lang=en"]
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        for address in addresses:
            page.goto(home + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
