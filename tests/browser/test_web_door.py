"""The chat on an office's page in a browser without scripts: from the telephone to the number of a request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect
from sqlmodel import col, select

from assembly import chat
from bot.uploads import Fetcher
from notifications import outbox
from notifications.channels.web import PageCarrier
from notifications.outbox import Message
from registry.models import Case, Channel, Contact, Outgoing, Paper, Upload
from simulator.samples import draw
from tests.browser.furnished import Furnished

pytestmark = pytest.mark.browser

LOOKS = 8  # of the page, at most, until an album is complete
PHONE = "+6281200000988"


@pytest.fixture
def plain(office: Furnished, browser: Browser) -> Iterator[Page]:
    """A window of a browser whose scripts are off; after the office, which signs documents (conftest.windows)."""
    size: Any = {"width": 360, "height": 780}
    with browser.new_context(java_script_enabled=False, locale="id-ID", viewport=size) as context:
        yield context.new_page()


def test_from_the_telephone_to_the_number_of_a_request(plain: Page, office: Furnished) -> None:
    come_in(plain, office)
    writes(plain, "kk saya hilang")
    plain.get_by_role("button", name="Tidak ada").click()
    for answer in ("rina contoh", "6471044506900000", "lupa", "karang rejo"):
        writes(plain, answer)
    for sample, next_said in (("surat-hilang.jpg", "Terakhir, foto KTP-el"), ("ktp.jpg", "Sudah benar?")):
        plain.get_by_label("Foto atau PDF").set_input_files(
            FilePayload(name=sample, mimeType="image/jpeg", buffer=draw(sample))
        )
        plain.get_by_role("button", name="Kirim", exact=True).last.click()
        hears(plain, office, next_said)
    plain.get_by_role("button", name="Kirim", exact=True).first.click()
    expect(plain.get_by_text("Permohonan KK diterima. Nomor: BPP-")).to_be_visible()
    assert plain.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with office.parts.database.reading() as session:
        mine = select(Case).join(Contact, col(Contact.id) == Case.contact_id).where(Contact.channel == Channel.WEB)
        case = session.exec(mine.order_by(col(Case.id).desc())).first()
        assert case is not None and case.service == "KK-HR"
        papers = session.exec(select(Upload.id).join(Paper).where(Paper.case_id == case.id)).all()
        assert len(papers) == 2


def come_in(page: Page, office: Furnished, phone: str = PHONE) -> None:
    page.goto(f"{office.url}/laman/BPP")
    page.get_by_label("Nomor HP Anda").fill(phone)
    page.get_by_role("button", name="Kirim kode").click()
    page.get_by_label("Kode dari SMS").fill(code(office))
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("heading", name="Percakapan")).to_be_visible()


def writes(page: Page, text: str) -> None:
    page.get_by_label("Tulis pesan").fill(text)
    page.get_by_role("button", name="Kirim", exact=True).last.click()


def code(office: Furnished) -> str:
    with office.parts.database.reading() as session:
        said = session.exec(select(Outgoing).order_by(col(Outgoing.id).desc()).limit(9)).all()
    texts = [Message.from_body(row.body).text for row in said]
    return next(text.split()[2].strip(",") for text in texts if text.startswith("Kode Loket"))


def hears(page: Page, office: Furnished, words: str) -> None:
    """The page looks again by itself, while the workers are at it."""
    for _ in range(LOOKS):
        work(office)
        with suppress(AssertionError):
            return expect(page.get_by_text(words)).to_be_visible(timeout=1_500)
    return expect(page.get_by_text(words)).to_be_visible()


def work(office: Furnished) -> None:
    """As the workers do: the file is judged, and the album is complete."""
    parts = office.parts
    Fetcher(parts.database, PageCarrier(parts.store), parts.store, None).run()
    chat.conversations(parts).drain_due()


def test_with_scripts_what_is_typed_stays_while_the_page_looks_again(office: Furnished, page: Page) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    come_in(page, office, "+6281200000977")
    page.wait_for_load_state("load")
    loaded: list[str] = []
    page.on("load", lambda _: loaded.append(page.url))
    writes(page, "ktp hilang")
    expect(page.get_by_text("KTP-el hilang.")).to_be_visible()
    page.get_by_label("Tulis pesan").fill("belum selesai")
    with office.parts.database.writing() as session:
        contact = session.exec(select(Contact).where(Contact.channel == Channel.WEB).order_by(col(Contact.id).desc()))
        outbox.queue(session, contact.first().id, outbox.Message("Petugas P-07 di sini."))  # type: ignore[union-attr]
    page.get_by_role("button", name="Saya sendiri").click()
    expect(page.get_by_text("Petugas P-07 di sini.")).to_be_visible()
    expect(page.get_by_label("Tulis pesan")).to_have_value("belum selesai")
    assert (faults, loaded) == ([], [])


def test_without_signal_the_page_says_so_and_keeps_nothing_of_anybody(office: Furnished, page: Page) -> None:
    come_in(page, office, "+6281200000966")
    writes(page, "ktp hilang")
    expect(page.get_by_text("KTP-el hilang.")).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    assert installable(page)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", name="Belum ada sinyal")).to_be_visible()
    kept = page.evaluate("""async () => {
        const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
        const entries = (await Promise.all(shelves.map((shelf) => shelf.keys()))).flat();
        return entries.map(({ url }) => new URL(url).pathname.split("/").pop()).sort();
    }""")
    assert kept == ["pages.css", "tanpa-sinyal"]
    page.context.set_offline(False)
    page.get_by_role("link", name="Coba lagi").click()
    expect(page.get_by_text("KTP-el hilang.")).to_be_visible()


def installable(page: Page) -> bool:
    """As chromium judges it; a window of a test is its incognito mode, and nothing else may stand in the way."""
    told = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    return [error["errorId"] for error in told["installabilityErrors"]] == ["in-incognito"]
