"""What was refused is shown at its field, on the longest pages, with what is folded around it opened."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from registry.models import Device, DeviceKind, Office
from tests.backoffice.conftest import PASSWORD, Desk
from tests.browser.conftest import browser as browser
from tests.browser.conftest import page as page
from tests.browser.serving import serving

PATIENCE = 20_000  # milliseconds
pytestmark = pytest.mark.browser


def enter(page: Page, address: str, name: str, path: str) -> None:
    page.goto(f"{address}/masuk")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)
    page.goto(address + path)


def said_at(page: Page, name: str, words: str) -> None:
    field = page.locator(f"[name={name}][aria-invalid=true]")
    expect(field).to_be_focused(timeout=PATIENCE)
    expect(field).to_have_accessible_description(re.compile(words))
    expect(page.get_by_role("alert").first).to_contain_text(words)


def test_a_number_of_the_office(desk: Desk, office: Office, page: Page) -> None:
    admin = desk.officer(office, "admin")
    with serving(desk.app) as address:
        enter(page, address, admin.username, "/kantor")
        page.locator("#work [name=late_hours]").fill("0")
        page.locator("#work button").click()
        said_at(page, "late_hours", "tulis angka dari 1 sampai 80")
        page.goto(f"{address}/kantor")
        page.locator("#hours [name=spell-0]").evaluate("field => field.closest('details').open = true")
        page.locator("#hours [name=from-0]").fill("31-02-2026")
        page.locator("#hours button").click()
        said_at(page, "from-0", "31-02-2026")


def test_a_device_in_its_folded_form(desk: Desk, office: Office, page: Page) -> None:
    officer = desk.officer(office, "printing")
    desk.add(Device(office_id=office.id, kind=DeviceKind.PRINTER, name="Fargo 1", daily_capacity=60,
                    bought_on=date(2020, 1, 1)))  # fmt: skip
    with serving(desk.app) as address:
        enter(page, address, officer.username, "/cetak/alat")
        page.locator(".amend summary").click()
        page.locator(".amend [name=note]").fill("rol habis")
        page.locator(".amend form").evaluate("form => { form.noValidate = true; form.daily_capacity.value = '0' }")
        page.locator(".amend button").click()
        said_at(page, "daily_capacity", "1 sampai 5.000")
        expect(page.locator(".amend [name=note]")).to_have_value("rol habis")


def test_a_password_and_a_table(desk: Desk, office: Office, page: Page) -> None:
    officer = desk.officer(office, "post")
    with serving(desk.app) as address:
        enter(page, address, officer.username, "/akun")
        page.fill("#old", "bukan ini")
        page.fill("#new", "empat kata yang lain")
        page.click("form.login button")
        said_at(page, "old", "Sandi sekarang tidak cocok")
        page.goto(f"{address}/pos/impor")
        page.fill("#table", "nama;alamat\nRina;Jl. Contoh")
        page.click("form.plain-form .btn-primary")
        said_at(page, "table", "kolom")


def test_an_answer_put_right_pieces_and_a_figure(desk: Desk, office: Office, page: Page) -> None:
    case, officer = desk.case(office), desk.officer(office, "supervisor", "printing")
    with serving(desk.app) as address:
        enter(page, address, officer.username, f"/permohonan/{case.id}")
        form = page.locator(f"form[action='/permohonan/{case.id}/isian/nik']")
        page.locator("details", has=form).locator("summary").click()
        form.locator("[name=value]").fill("123")
        form.locator("[name=consent]").select_option("call")
        form.locator("button").click()
        said_at(page, "value", "16 angka")
        page.goto(f"{address}/cetak/blangko")
        page.fill("#pieces", "abc")
        page.locator("form:has(#pieces) button").click()
        said_at(page, "pieces", "angka saja")
        page.goto(f"{address}/laporan")
        page.fill("#suket_awal", "xx")
        page.locator("form:has(#suket_awal) button").click()
        said_at(page, "suket_awal", "tulis angka saja")
