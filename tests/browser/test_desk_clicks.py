"""What a click really does where one thing lies over another, and what a form keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func
from sqlmodel import select

from registry.models import Case
from tests.browser.furnished import Furnished, Windows, furnished

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    with furnished(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture
def page(windows: Windows) -> Iterator[Page]:
    page = windows.page("petugas.bpp")
    yield page
    page.close()


def test_a_button_in_a_row_is_not_covered_by_the_rows_link(page: Page, office: Furnished) -> None:
    """The letter opens in a tab of its own."""
    page.goto(f"{office.url}/loket")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Cetak").first.click(timeout=5000)
    assert "/loket/kabar/" in opened.value.url
    expect(page.get_by_role("heading", name="Loket")).to_be_visible()
    opened.value.close()


def test_enter_at_the_counter_checks_and_files_nothing(page: Page, office: Furnished) -> None:
    """How news comes is chosen by the officer: a letter goes to nobody by itself."""
    filed = cases(office)
    page.goto(f"{office.url}/loket/baru/KK-HR")
    page.get_by_role("radio", name="Hilang").check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("radio", name="Tidak ada").check()
    for label, answer in (("Nama lengkap", "rina contoh"), ("NIK", "6471044506900000"), ("Kelurahan", "karang rejo")):
        page.get_by_role("textbox", name=label).fill(answer)
    page.get_by_role("checkbox", name="tidak ingat").check()
    page.get_by_role("button", name="Lanjut").click()
    page.get_by_role("textbox", name="Nama lengkap").fill("rani contoh")
    page.get_by_role("textbox", name="Kelurahan").press("Enter")
    expect(page.get_by_text("Rani Contoh")).to_be_visible()
    page.get_by_role("button", name="Simpan permohonan").click()
    expect(page.get_by_role("radio", name="surat")).not_to_be_checked()
    assert cases(office) == filed


def cases(office: Furnished) -> int:
    with office.parts.database.reading() as session:
        return session.exec(select(func.count()).select_from(Case)).one()
