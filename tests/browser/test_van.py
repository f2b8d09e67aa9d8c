"""The mobile van: a round is entered on a form, tickets are served on a telephone, and no signal loses nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Route, expect
from sqlmodel import col, select

from registry.models import BookingState, VanBooking, VanEntry
from registry.models.columns import now
from tests.browser.furnished import Furnished, Windows
from tests.browser.test_web_door import installable

pytestmark = pytest.mark.browser
PIN = "482913"
NAME = "Rina Contoh Rahasia"


@pytest.fixture
def phone(office: Furnished, browser: Browser) -> Iterator[Page]:
    """The counter's, at a telephone's width, in a window of its own that can lose its signal."""
    with ExitStack() as stack:
        yield Windows(browser, office.url, 360, stack).page("petugas.bpp")


def bookings(office: Furnished) -> list[VanBooking]:
    """Of the next visit of Balikpapan, those still awaited."""
    with office.parts.database.reading() as session:
        awaited = select(VanBooking).where(VanBooking.state == BookingState.BOOKED, VanBooking.office_id == 1)
        return list(session.exec(awaited.order_by(col(VanBooking.id))))


def entries(office: Furnished) -> list[VanEntry]:
    with office.parts.database.reading() as session:
        return list(session.exec(select(VanEntry).order_by(col(VanEntry.id))))


def photo() -> FilePayload:
    file = BytesIO()
    Image.effect_noise((900, 700), 90).convert("RGB").save(file, "JPEG", quality=90)
    return FilePayload(name="kk.jpg", mimeType="image/jpeg", buffer=file.getvalue())


def unlocked(page: Page) -> None:
    page.get_by_label("PIN", exact=True).fill(PIN)
    page.get_by_role("button", name="Buka").click()
    expect(page.get_by_label("Kunjungan")).to_be_visible()


def test_a_round_is_entered_and_its_visits_stand_there(windows: Windows, office: Furnished) -> None:
    page = windows.page("pengawas.bpp")
    page.goto(f"{office.url}/keliling")
    page.get_by_label("Tempat", exact=True).fill("Balai Gunung Bahagia")
    page.get_by_label("Kelurahan atau desa").fill("Gunung Bahagia")
    page.get_by_label("Kendaraan").fill("KT 8009 XX")
    page.get_by_label("Jam mulai").fill("09.00")
    page.get_by_label("Jam selesai").fill("08.00")
    page.get_by_label("Kuota keluarga").fill("10")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("alert")).to_contain_text("sesudah jam mulai")
    page.get_by_label("Jam selesai").fill("12.00")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Putaran mobil keliling dicatat")).to_be_visible()
    expect(page.locator("#rounds")).to_contain_text("Balai Gunung Bahagia")


def test_a_ticket_is_served_by_its_code(phone: Page, office: Furnished) -> None:
    waits = bookings(office)[-1]
    phone.goto(f"{office.url}/keliling/tiket/{waits.code}")
    ticket = phone.locator("#ticket")
    ticket.get_by_label("Direkam").fill("2")
    ticket.get_by_role("button", name="Dilayani").click()
    expect(phone.get_by_text("Dilayani di mobil keliling")).to_be_visible()
    assert waits.id not in [each.id for each in bookings(office)]


def test_without_signal_all_is_kept_and_goes_once_when_it_is_back(phone: Page, office: Furnished) -> None:
    first, second = bookings(office)[:2]
    before = len(entries(office))
    phone.goto(f"{office.url}/keliling/meja")
    unlocked(phone)
    expect(phone.get_by_text("Tersambung")).to_be_visible()
    expect(phone.get_by_label("Kunjungan")).to_contain_text(
        re.compile(r"[A-Z][a-z]{2}, \d\d-\d\d, \d\d\.\d\d-\d\d\.\d\d, ")
    )
    expect(phone.locator("html[data-kept=yes]")).to_be_attached()
    assert installable(phone)

    reopened_without_signal(phone)
    written_down(phone, first.code, second.code.lower())
    assert len(entries(office)) == before
    assert NAME not in stored(phone)

    with office.parts.database.writing() as session:  # another telephone was quicker
        session.get_one(VanBooking, second.id).state = BookingState.SERVED
    taken = the_first_answers_get_lost(phone)
    phone.context.set_offline(False)
    expect(phone.locator("#entries li[data-state=sent]")).to_have_count(3, timeout=30_000)
    expect(phone.locator("#entries li[data-state=conflict]")).to_contain_text("sudah dilayani")
    came = entries(office)[before:]
    assert [each.kind for each in came] == ["served", "served", "enrolment", "paper"]
    assert [bool(each.conflict) for each in came] == [False, True, False, False]
    assert came[2].data["name"] == NAME and came[3].object_key
    assert first.id not in [each.id for each in bookings(office)]
    assert len(taken) == 2 * len(came)
    somebody_saw_to(office, came[1])
    phone.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.locator("#entries li[data-state=conflict]")).to_have_count(0)


def reopened_without_signal(phone: Page) -> None:
    phone.context.set_offline(True)
    phone.reload()
    expect(phone.get_by_role("status")).not_to_contain_text("Tersambung")
    phone.get_by_label("PIN", exact=True).fill("111111")
    phone.get_by_role("button", name="Buka").click()
    expect(phone.get_by_text("PIN-nya belum cocok")).to_be_visible()
    unlocked(phone)
    expect(phone.get_by_role("status")).to_contain_text("Tanpa sinyal")


def written_down(phone: Page, *codes: str) -> None:
    """Who was served, somebody who was enrolled, and a photographed paper."""
    for code in codes:
        phone.get_by_label("Kode tiket").fill(code)
        phone.get_by_role("button", name="Cari").click()
        phone.locator("#ticket").get_by_role("button", name="Dilayani").click()
        expect(phone.locator("#ticket")).to_be_hidden()
    phone.get_by_text("Perekaman", exact=True).click()
    form = phone.locator("form[data-kind=enrolment]")
    form.get_by_label("Nama").fill(NAME)
    form.get_by_label("NIK").fill("6471044506900000")
    form.get_by_role("button", name="Simpan").click()
    expect(phone.locator("#entries li")).to_have_count(3)
    phone.get_by_text("Foto surat", exact=True).click()
    form = phone.locator("form[data-kind=paper]")
    form.get_by_label("Nama").fill(NAME)
    form.get_by_label("Surat apa").fill("KK lama")
    form.get_by_label("Foto").set_input_files(photo())
    form.get_by_role("button", name="Simpan").click()
    expect(phone.locator("#entries li[data-state=waiting]")).to_have_count(4)


def stored(page: Page) -> str:
    """All that lies in the telephone's store, as text."""
    return str(
        page.evaluate("""async () => {
        const [{ name }] = (await indexedDB.databases()).filter(({ name }) => name.startsWith("loket-van"));
        const base = await new Promise((done) => {
            const request = indexedDB.open(name);
            request.onsuccess = () => done(request.result);
        });
        const rows = await new Promise((done) => {
            const request = base.transaction("entries").objectStore("entries").getAll();
            request.onsuccess = () => done(request.result);
        });
        const text = (part) => part ? new TextDecoder("latin1").decode(part.data) : "";
        return rows.map((row) => JSON.stringify(row) + text(row.entry) + text(row.photo)).join();
    }""")
    )


def somebody_saw_to(office: Furnished, conflict: VanEntry) -> None:
    with office.parts.database.writing() as session:
        session.get_one(VanEntry, conflict.id).cleared_at = now()


def the_first_answers_get_lost(phone: Page) -> list[int]:
    """What the office answers to each entry the first time never arrives; there is signal again at once. The states of
    all answers that the office gave."""
    answers: list[int] = []

    def passes(route: Route) -> None:
        came = route.fetch()
        answers.append(came.status)
        if len(answers) % 2:
            route.abort("internetdisconnected")
            phone.evaluate("setTimeout(() => dispatchEvent(new Event('online')), 100)")
        else:
            route.fulfill(response=came)

    phone.route("**/keliling/meja/kirim", passes)
    return answers
