"""What an officer typed is still there when the session ended meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from registry.models import Office, Officer, Ticket, TicketNote
from tests.backoffice.conftest import PASSWORD, Desk
from tests.browser.conftest import browser as browser
from tests.browser.serving import serving

pytestmark = pytest.mark.browser


# Waited for in the page: the policy allows no script that is asked again and again from outside.
FORGOTTEN = """() => new Promise(done => {
    let left = 100;
    const look = () => sessionStorage.length && left-- ? setTimeout(look, 50) : done(!sessionStorage.length);
    look();
})"""


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with serving(desk.app) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="id-ID") as context:
        yield context.new_page()


def sign_in(page: Page, officer: Officer) -> None:
    page.wait_for_load_state()  # the login page's script marks that the session had ended
    page.get_by_label("Nama pengguna").fill(officer.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    with page.expect_navigation():  # until the scripts of the page behind it have run
        page.keyboard.press("Enter")


def end_the_session(page: Page) -> None:
    page.context.clear_cookies()


def test_a_note_is_written_after_all(page: Page, desk: Desk, office: Office, officer: Officer, address: str) -> None:
    ticket = desk.add(Ticket(contact_id=desk.contact(office).id, office_id=office.id))
    page.goto(f"{address}/percakapan/{ticket.id}")
    sign_in(page, officer)
    page.locator("summary", has_text="Catatan").click()
    page.locator("[name=note]").fill("Sudah dicek ke gudang.")
    end_the_session(page)
    page.get_by_role("button", name="Simpan catatan").click()
    sign_in(page, officer)
    expect(page.get_by_text("Isian tadi masih ada")).to_be_visible()
    expect(page.locator("[name=note]")).to_have_value("Sudah dicek ke gudang.")
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.get_by_role("status").first).to_be_visible()
    assert [note.text for note in desk.all(TicketNote)] == ["Sudah dicek ke gudang."]


def test_the_whole_form_of_the_counter_comes_back(
    page: Page, desk: Desk, office: Office, officer: Officer, address: str
) -> None:
    page.goto(f"{address}/loket/baru/KK-HR")
    sign_in(page, officer)
    page.get_by_role("radio", name="Hilang").check()
    page.get_by_role("textbox", name="Nama lengkap").fill("Rina Contoh")
    end_the_session(page)
    page.get_by_role("button", name="Lanjut").click()
    sign_in(page, officer)
    expect(page.get_by_role("textbox", name="Nama lengkap")).to_have_value("Rina Contoh")
    expect(page.get_by_role("radio", name="Hilang")).to_be_checked()


def test_nobody_else_is_given_it(page: Page, desk: Desk, office: Office, officer: Officer, address: str) -> None:
    page.goto(f"{address}/loket/baru/KK-HR")
    sign_in(page, officer)
    page.get_by_role("textbox", name="Nama lengkap").fill("Rina Contoh")
    end_the_session(page)
    page.get_by_role("button", name="Lanjut").click()
    sign_in(page, desk.officer(office, "counter", name="Bima Contoh"))
    expect(page.get_by_role("textbox", name="Nama lengkap")).to_have_value("")
    assert page.evaluate(FORGOTTEN)


def test_a_refused_code_is_not_an_ended_session(page: Page, officer: Officer, address: str) -> None:
    page.goto(f"{address}/akun/kode")
    sign_in(page, officer)
    page.locator("[name=code]").fill("000000")
    page.locator("[name=code]").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_text("Isian tadi masih ada")).to_be_hidden()
    expect(page.locator("[name=code]")).to_have_value("")


def test_a_note_being_written_outlives_other_buttons(
    page: Page, desk: Desk, office: Office, officer: Officer, address: str
) -> None:
    page.goto(f"{address}/permohonan/{desk.case(office).id}")
    sign_in(page, officer)
    page.locator("[name=note]").fill("Sudah ditelepon.")
    page.get_by_role("button", name="Ambil permohonan ini").click()
    expect(page.get_by_role("status").first).to_be_visible()
    expect(page.locator("[name=note]")).to_have_value("Sudah ditelepon.")
    page.locator("#notes button").click()
    expect(page.locator(".note")).to_contain_text("Sudah ditelepon.")
    expect(page.locator("[name=note]")).to_have_value("")


def test_what_another_part_of_the_office_would_lose_is_said(
    page: Page, desk: Desk, office: Office, address: str
) -> None:
    page.goto(f"{address}/kantor")
    sign_in(page, desk.officer(office, "admin"))
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", stay)
    page.get_by_label("Kuota").fill("120")
    page.locator("#name [name=name]").fill("Disdukcapil Contoh")
    page.locator("#name").get_by_role("button", name="Simpan").click()
    assert asked == ["Belum disimpan: Cara kerja. Isian itu hilang kalau Anda melanjutkan. Lanjutkan?"]
    expect(page.get_by_label("Kuota")).to_have_value("120")
    page.once("dialog", lambda dialog: dialog.accept())
    page.locator("#name").get_by_role("button", name="Simpan").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    assert desk.again(office).name == "Disdukcapil Contoh"


def test_a_refused_part_says_so_where_it_stands(page: Page, desk: Desk, office: Office, address: str) -> None:
    desk.change(office, by_hand_districts=["64.71.01"])
    page.goto(f"{address}/kantor")
    sign_in(page, desk.officer(office, "admin"))
    page.locator("#post [name=postage_rupiah]").fill("banyak")
    page.locator("#post").get_by_role("button", name="Simpan").click()
    expect(page.locator("#post").get_by_role("alert")).to_be_in_viewport()
    expect(page.locator("[name=by_hand_districts][value='64.71.01']")).to_be_checked()
