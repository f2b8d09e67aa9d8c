"""Choosing rows in a real browser: what Enter does, and what comes back with a session that had ended."""

from __future__ import annotations

from playwright.sync_api import Dialog, Page, expect

from registry.cards import printing
from registry.models import Consignment, Document, Office
from tests.backoffice.conftest import AT, Desk
from tests.backoffice.envelopes import to_post
from tests.backoffice.test_counter import PRINTER
from tests.backoffice.test_kept import address as address
from tests.backoffice.test_kept import browser as browser
from tests.backoffice.test_kept import page as page
from tests.backoffice.test_kept import pytestmark as pytestmark
from tests.backoffice.test_kept import sign_in


def test_enter_after_the_name_hands_the_envelopes_over(page: Page, desk: Desk, office: Office, address: str) -> None:
    to_post(desk, office)
    page.goto(f"{address}/pos")
    sign_in(page, desk.officer(office, "post"))
    page.locator(".envelope input[type=checkbox]").check()
    page.locator("summary", has_text="Serahkan").click()
    page.get_by_label("Diterima oleh").fill("Budi Contoh")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_visible()
    assert [each.taken_by for each in desk.all(Consignment)] == ["Budi Contoh"]


def test_what_was_chosen_comes_back_with_its_buttons(page: Page, desk: Desk, office: Office, address: str) -> None:
    desk.approved(office, "KTP-BARU")
    with desk.database.writing() as session:
        printing.ready_to_print(session, PRINTER, [desk.all(Document)[-1].id], AT)
    page.goto(f"{address}/cetak")
    printer = desk.officer(office, "printing")
    sign_in(page, printer)
    page.locator("tbody input[type=checkbox]").check()
    page.context.clear_cookies()
    page.get_by_role("button", name="Sudah dicetak").click()
    sign_in(page, printer)
    expect(page.locator("tbody input[type=checkbox]")).to_be_checked()
    expect(page.get_by_role("button", name="Sudah dicetak")).to_be_enabled()


def test_many_are_taken_only_after_a_question(page: Page, desk: Desk, office: Office, address: str) -> None:
    cases = [desk.case(office) for _ in range(6)]
    officer = desk.officer(office, "counter")
    page.goto(f"{address}/antrean")
    sign_in(page, officer)
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.accept() if len(asked) > 1 else dialog.dismiss()

    page.on("dialog", answer)
    page.locator("[data-all]").check()
    page.get_by_role("button", name="Ambil (6)").click()
    assert asked == ["Ambil 6 permohonan sekaligus? Semuanya menjadi tanggungan Anda."]
    assert {desk.again(case).officer_id for case in cases} == {None}
    page.get_by_role("button", name="Ambil (6)").click()
    expect(page.get_by_role("status").first).to_be_visible()
    assert len(asked) == 2 and {desk.again(case).officer_id for case in cases} == {officer.id}
