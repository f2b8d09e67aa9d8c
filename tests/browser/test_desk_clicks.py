"""What a click really does where one thing lies over another, and what a form keeps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

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
