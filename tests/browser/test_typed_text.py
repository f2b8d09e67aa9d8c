"""What is typed into one form stays while another one of the page is saved, and while one looks elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from registry.models import Complaint, Office, Officer, Ticket, TicketNote, TicketState
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser


@pytest.fixture
def supervisor(windows: Windows) -> Iterator[Page]:
    page = windows.page("pengawas.bpp")
    yield page
    page.close()


def talk(office: Furnished, page: Page) -> Ticket:
    """One that this officer holds."""
    with office.parts.database.writing() as session:
        officer = session.exec(select(Officer).where(Officer.username == "petugas.bpp")).one()
        mine = Ticket.office_id == officer.office_id, Ticket.state != TicketState.CLOSED
        ticket = session.exec(select(Ticket).where(*mine).order_by(col(Ticket.id))).first()
        assert ticket is not None
        ticket.state, ticket.officer_id, ticket.for_role = TicketState.OPEN, officer.id, None
    page.goto(f"{office.url}/percakapan/{ticket.id}")
    return ticket


def test_a_reply_stays_while_a_note_is_saved_and_a_case_looked_up(desk: Page, office: Furnished) -> None:
    ticket = talk(office, desk)
    desk.fill("#text", "Kartunya sudah dicetak, silakan")
    desk.locator("summary", has_text="Catatan").click()
    desk.locator("[name=note]").fill("Tanya gudang dulu.")
    desk.get_by_role("button", name="Simpan catatan").click()
    expect(desk.locator("main > .alert-success")).to_be_visible()
    expect(desk.locator("#text")).to_have_value("Kartunya sudah dicetak, silakan")
    expect(desk.locator("[name=note]")).to_have_value("")
    desk.goto(f"{office.url}/antrean")
    desk.goto(f"{office.url}/percakapan/{ticket.id}")
    expect(desk.locator("#text")).to_have_value("Kartunya sudah dicetak, silakan")
    with office.parts.database.reading() as session:
        assert [note.text for note in session.exec(select(TicketNote))][-1] == "Tanya gudang dulu."


def test_the_panels_of_a_talk_open_one_at_a_time_and_by_keys(desk: Page, office: Furnished) -> None:
    ticket = talk(office, desk)
    desk.locator("#text").press("Escape")
    for key in "bctx":
        desk.keyboard.press(key)
        expect(desk.locator(".talk-acts details[open]")).to_have_count(1)
        desk.keyboard.press("Escape")
        expect(desk.locator(".talk-acts details[open]")).to_have_count(0)
    desk.locator("summary", has_text="Balasan siap").click()
    desk.locator("summary", has_text="Teruskan").click()
    expect(desk.locator(".talk-acts details[open]")).to_have_count(1)
    desk.keyboard.press("Escape")
    desk.keyboard.press("x")
    desk.keyboard.press("Space")
    desk.keyboard.press("Enter")
    expect(desk.locator("main > .alert-success")).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(Ticket, ticket.id).state is TicketState.CLOSED


def test_what_was_sent_does_not_come_back(desk: Page, office: Furnished) -> None:
    talk(office, desk)
    desk.fill("#text", "Sudah kami teruskan.")
    desk.locator(".reply .btn-primary").click()
    expect(desk.locator("main > .alert-success")).to_be_visible()
    expect(desk.locator("#text")).to_have_value("")
    desk.reload()
    expect(desk.locator("#text")).to_have_value("")


def test_an_answer_stays_while_it_is_noted_whom_the_complaint_concerns(supervisor: Page, office: Furnished) -> None:
    complaint = _complaint(office)
    supervisor.goto(f"{office.url}/pengaduan/{complaint.id}")
    supervisor.fill("#text", "Kami periksa dulu.")
    _name(supervisor, "Wulandari Contoh")
    expect(supervisor.locator("main > .alert-success")).to_be_visible()
    expect(supervisor.locator("#text")).to_have_value("Kami periksa dulu.")


def test_a_complaint_about_oneself_goes_away_after_a_second_click(supervisor: Page, office: Furnished) -> None:
    complaint = _complaint(office)
    before = complaint.concerns_id
    supervisor.goto(f"{office.url}/pengaduan/{complaint.id}")
    _name(supervisor, "Hartono Contoh")
    expect(supervisor.get_by_role("alert")).to_contain_text("Anda tidak bisa lagi membaca")
    assert _complaint(office).concerns_id == before
    supervisor.get_by_role("button", name="Ya, saya lepas").click()
    expect(supervisor.get_by_role("heading", name="Pengaduan", exact=True)).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(Complaint, complaint.id).escalated


def _complaint(office: Furnished) -> Complaint:
    with office.parts.database.reading() as session:
        unread = select(Complaint).join(Office).where(Office.code == "BPP", ~col(Complaint.escalated))
        complaint = session.exec(unread.where(col(Complaint.answered_at).is_(None))).first()
    assert complaint is not None
    return complaint


def _name(page: Page, officer: str) -> None:
    fold = page.locator("details", has_text="Menyangkut siapa")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    fold.get_by_role("combobox").select_option(label=officer)
    fold.get_by_role("button", name="Simpan").click()
