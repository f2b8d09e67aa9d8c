"""Digital identities are activated: at an agency many at once, at a counter one by one, and without signal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.models import Contact, Office, Officer, RoundKind, VanBooking, VanEntry
from registry.models.columns import now
from registry.places.regions import load_regions
from registry.reports.known import day_of
from registry.vans import booking, visits, writing
from tests.browser.furnished import Furnished, Windows
from tests.browser.test_van import unlocked

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(office: Furnished, browser: Browser) -> Iterator[Page]:
    with ExitStack() as stack:
        yield Windows(browser, office.url, 360, stack).page("petugas.bpp")


def opened(office: Furnished, place: str, tickets: int) -> tuple[str, list[VanBooking]]:
    """The key of a counter's hours today, and who has a place there."""
    at = now()
    with office.parts.database.writing() as session:
        keeper, mine = _keeper(session)
        given = {
            "kind": RoundKind.COUNTER, "place": place, "village": "Gunung Bahagia", "every": "dates",
            "dates": f"{day_of(mine, at):%d-%m-%Y}", "opens": "00.00", "closes": "23.59", "quota": "20",
        }  # fmt: skip
        made = writing.add(session, keeper, given, ["ikd"], load_regions(), at)
        key = next(each.key for each in visits.upcoming(session, [mine], at) if each.round.id == made.id)
        citizens = session.exec(select(Contact).where(Contact.office_id == mine.id).limit(tickets)).all()
        return key, [booking.book_activation(session, Actor.citizen(each), each, key, at) for each in citizens]


def _keeper(session: Session) -> tuple[Actor, Office]:
    officer = session.exec(select(Officer).where(Officer.username == "pengawas.bpp")).one()
    return Actor.officer(officer), session.get_one(Office, officer.office_id)


def test_a_session_at_an_agency_is_entered_and_counted(windows: Windows, office: Furnished) -> None:
    page = windows.page("pengawas.bpp")
    page.goto(f"{office.url}/laporan")
    before = int(page.locator("#ikd_aktivasi").inner_text())
    page.goto(f"{office.url}/keliling")
    page.get_by_label("Jenis").select_option("Sesi di instansi")
    page.get_by_label("Tempat", exact=True).fill("Dinas Contoh")
    page.get_by_label("Kelurahan atau desa").fill("Gunung Bahagia")
    page.get_by_label("Berulang").select_option("Setiap minggu")
    page.get_by_label("Jam mulai").fill("13.00")
    page.get_by_label("Jam selesai").fill("15.00")
    page.get_by_label("Kuota keluarga").fill("120")
    page.get_by_label("Rekam KTP-el").uncheck()
    page.get_by_label("Aktivasi IKD").check()
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("row", name="Dinas Contoh").first.get_by_role("link").click()
    page.get_by_text("Datang tanpa tiket").click()
    page.get_by_label("Orang").fill("84")
    page.get_by_label("IKD aktif").fill("85")
    page.get_by_role("button", name="Dilayani").click()
    expect(page.get_by_role("alert")).to_contain_text("IKD aktif tidak lebih dari itu")
    page.get_by_label("IKD aktif").fill("79")
    page.get_by_role("button", name="Dilayani").click()
    expect(page.locator(".tiles")).to_contain_text("84 Dilayani")
    expect(page.locator(".tiles")).to_contain_text("79 IKD aktif")
    page.goto(f"{office.url}/laporan")
    expect(page.locator("#ikd_aktivasi")).to_have_text(str(before + 79))


def test_at_the_counter_it_is_done_or_not_for_a_reason(desk: Page, office: Furnished) -> None:
    key, (first, second, _) = opened(office, "Loket 7", 3)
    desk.goto(f"{office.url}/keliling/tiket/{first.code}")
    ticket = desk.locator("#ticket")
    ticket.get_by_label("IKD").select_option("Aktif")
    ticket.get_by_role("button", name="Dilayani").click()
    desk.goto(f"{office.url}/keliling/tiket/{second.code}")
    ticket.get_by_label("IKD").select_option("Belum: wajah tidak terbaca")
    ticket.get_by_role("button", name="Dilayani").click()
    expect(desk.locator(".tiles")).to_contain_text("1 IKD aktif")
    expect(desk.get_by_role("row", name=second.code)).to_contain_text("Belum: wajah tidak terbaca")
    desk.goto(f"{office.url}/keliling")
    expect(desk.get_by_role("row", name="Loket 7").last).to_contain_text("wajah tidak terbaca 1")


def test_without_signal_what_became_of_each_is_kept_and_sent(phone: Page, office: Furnished) -> None:
    key, (first, second) = opened(office, "Loket 8", 2)
    phone.goto(f"{office.url}/keliling/meja")
    unlocked(phone)
    expect(phone.get_by_text("Tersambung")).to_be_visible()
    phone.context.set_offline(True)
    phone.get_by_label("Kunjungan").select_option(key)
    for each, outcome in ((first, "Aktif"), (second, "Belum: HP tidak cocok")):
        phone.get_by_label("Kode tiket").fill(each.code)
        phone.get_by_role("button", name="Cari").click()
        ticket = phone.locator("#ticket")
        expect(ticket.get_by_label("Direkam")).to_be_hidden()
        ticket.get_by_label("IKD (bila").select_option(outcome)
        ticket.get_by_role("button", name="Dilayani").click()
        expect(ticket).to_be_hidden()
    phone.get_by_text("Datang tanpa tiket", exact=True).first.click()
    walk_in = phone.locator("form[data-kind=walk_in]")
    walk_in.get_by_label("Orang").fill("3")
    walk_in.get_by_label("IKD aktif").fill("2")
    walk_in.get_by_role("button", name="Dilayani").click()
    expect(phone.locator("#entries li[data-state=waiting]")).to_have_count(3)
    phone.context.set_offline(False)
    expect(phone.locator("#entries li[data-state=sent]")).to_have_count(3, timeout=30_000)
    with office.parts.database.reading() as session:
        mine = select(VanBooking).where(VanBooking.visit_id == first.visit_id)
        told = [(each.activated, each.not_done) for each in session.exec(mine.order_by(col(VanBooking.number)))]
        assert told == [(1, ""), (0, "phone"), (2, "")]
        visit = VanEntry.visit_id == first.visit_id
        assert all(each.conflict is None for each in session.exec(select(VanEntry).where(visit)))
