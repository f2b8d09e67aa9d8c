"""The list of what is keyed into SIAK, by mouse: what SIAK did not send is taken back, a wrong number stays there."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.furnished import Windows, furnished

pytestmark = pytest.mark.browser


def test_a_slip_in_the_list_is_taken_back(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        windows = Windows(request.getfixturevalue("browser"), office.url, 1440, stack)
        page = windows.page("petugas.bpp")
        page.goto(f"{office.url}/antrean?tab=siak")
        cards = page.locator(".keying .card")
        listed = cards.count()
        number = cards.first.locator("[name=number]")
        number.fill("?!?")
        number.press("Enter")
        expect(cards.first.get_by_role("alert")).to_contain_text("3 sampai 30")
        expect(number).to_have_value("?!?")
        sent = cards.filter(has_text="Sudah dikirim SIAK").first
        sent.locator("summary", has_text="Sudah dikirim SIAK").click()  # it was sent back once: that is asked about
        sent.get_by_role("button", name="Sudah dikirim SIAK").click()
        page.get_by_role("button", name="Urungkan").click()
        page.goto(f"{office.url}/antrean?tab=siak")
        expect(cards).to_have_count(listed)
