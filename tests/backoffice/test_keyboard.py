"""A case from the queue to its approval without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from registry.lifecycle import CaseState, DocumentState
from registry.models import Document, Event, Office
from tests.backoffice.conftest import PASSWORD, Desk
from tests.backoffice.envelopes import to_post
from tests.browser.conftest import browser as browser
from tests.browser.serving import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    with serving(desk.app) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(locale="id-ID") as context:
        yield context.new_page()


def sign_in(page: Page, desk: Desk, office: Office, address: str, role: str = "counter") -> None:
    page.goto(f"{address}/masuk")
    page.get_by_label("Nama pengguna").fill(desk.officer(office, role).username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Hari ini")).to_be_visible()


def press(page: Page, *keys: str) -> None:
    """Once the page's scripts have run."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def approve(page: Page) -> None:
    """Enter at once ticks nothing: what is to be judged is read first."""
    press(page, "s", "Enter")
    expect(page.locator(".decide details[open]")).to_contain_text("perlu dilihat")
    page.get_by_role("button", name="Sudah diperiksa: centang dan setujui").press("Enter")


def test_from_the_queue_to_the_approval(desk: Desk, address: str, page: Page) -> None:
    office = desk.office()
    first, second = desk.case(office), desk.case(office)
    sign_in(page, desk, office, address)
    press(page, "2")
    expect(page.get_by_role("heading", name="Antrean")).to_be_visible()
    press(page, "j", "j", "Enter")
    expect(page.get_by_role("heading", name=second.number)).to_be_visible()
    approve(page)
    expect(page.get_by_role("status").first).to_contain_text("Disetujui")
    press(page, "n")
    expect(page.get_by_role("heading", name=first.number)).to_be_visible()
    assert desk.again(second).state is CaseState.APPROVED


def test_the_help_names_the_keys_of_this_page_and_typing_presses_none(desk: Desk, address: str, page: Page) -> None:
    case = desk.case(office := desk.office())
    sign_in(page, desk, office, address)
    page.goto(f"{address}/permohonan/{case.id}")
    press(page, "x")
    page.keyboard.type("nsx?")
    expect(page.locator("[data-reason] textarea:visible")).to_have_value("nsx?")
    press(page, "Escape", "?")
    keys = page.get_by_role("dialog")
    expect(keys).to_contain_text("Setujui")
    press(page, "s")
    assert desk.again(case).state is CaseState.SUBMITTED


def test_a_letter_typed_into_a_reason_decides_nothing(desk: Desk, address: str, page: Page) -> None:
    office = desk.office()
    case = desk.case(office)
    sign_in(page, desk, office, address)
    page.goto(f"{address}/permohonan/{case.id}")
    page.locator("#ktp").get_by_text("Minta lagi").first.click()
    expect(page.locator("#ask-again textarea")).to_be_focused()
    press(page, "s", "t")
    expect(page.locator("#ask-again textarea")).to_have_value("st")
    expect(page.locator("#ask-again textarea")).to_be_in_viewport()
    page.get_by_role("heading", level=1).click()
    press(page, "s")  # out of the field, and the panel is still open
    assert desk.again(case).state is CaseState.SUBMITTED


def test_a_slip_is_taken_back(desk: Desk, address: str, page: Page) -> None:
    office = desk.office()
    case = desk.case(office)
    sign_in(page, desk, office, address)
    page.goto(f"{address}/permohonan/{case.id}")
    approve(page)
    expect(page.get_by_role("button", name="Urungkan")).to_be_visible()
    press(page, "u")
    expect(page.get_by_role("status").first).to_contain_text("diurungkan")
    assert desk.again(case).state is CaseState.IN_REVIEW


def test_cards_are_walked_chosen_and_printed(desk: Desk, address: str, page: Page) -> None:
    office = desk.office()
    cards = [desk.approved(office, "KTP-BARU") for _ in range(2)]
    for document in desk.all(Document):
        desk.change(document, state=DocumentState.TO_PRINT)
    sign_in(page, desk, office, address)
    press(page, "6")
    expect(page.get_by_role("heading", level=1, name="Cetak")).to_be_visible()
    press(page, "j", "j", "p")
    expect(page.locator("tbody input:checked")).to_have_count(1)
    press(page, "s")
    expect(page.get_by_role("status").first).to_be_visible()
    printed = [each.case_id for each in desk.all(Document) if each.state is DocumentState.CHOOSING_HANDOVER]
    assert printed == [cards[1].id]
    assert [event.body["name"] for event in desk.all(Event)].count("handover_asked") == 1


def test_chosen_rows_are_taken_by_a_key(desk: Desk, address: str, page: Page) -> None:
    office = desk.office()
    cases = [desk.case(office) for _ in range(3)]
    sign_in(page, desk, office, address)
    press(page, "2")
    expect(page.get_by_role("heading", name="Antrean")).to_be_visible()
    press(page, "a")  # nothing is chosen yet
    press(page, "j", "p", "j", "j", "p", "a")
    expect(page.get_by_role("status").first).to_contain_text("2 permohonan")
    assert [bool(desk.again(case).officer_id) for case in cases] == [True, False, True]


def test_envelopes_are_handed_over_without_a_mouse(desk: Desk, address: str, page: Page) -> None:
    document = to_post(desk, office := desk.office())
    sign_in(page, desk, office, address, "post")
    page.goto(f"{address}/pos")
    press(page, "j", "p", "s")
    page.keyboard.type("Pak Pos")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Serah terima")).to_be_visible()
    assert desk.again(document).state is DocumentState.POSTED


def test_a_paper_is_asked_for_again_by_its_key(desk: Desk, address: str, page: Page) -> None:
    case = desk.case(office := desk.office())
    sign_in(page, desk, office, address)
    page.goto(f"{address}/permohonan/{case.id}")
    press(page, "m")
    page.keyboard.type("buram")
    page.locator("details[open] [data-alone=send]").press("Enter")
    expect(page.locator("main > .alert-success")).to_be_visible()
    assert desk.again(case).state is CaseState.NEEDS_CORRECTION
