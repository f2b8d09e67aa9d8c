"""The queue by mouse and by keyboard: several cases at once, and the choice stays while the list keeps itself fresh."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlmodel import col, select

from registry.models import Case, Officer
from tests.browser.furnished import Windows, furnished

pytestmark = pytest.mark.browser


def test_cases_are_chosen_taken_and_given_on(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        windows = Windows(request.getfixturevalue("browser"), office.url, 1440, stack)
        page = windows.page("pengawas.bpp")
        page.goto(f"{office.url}/antrean?free=on")
        take, boxes = page.locator("#chosen .btn-primary"), page.locator("input[name=case]")
        expect(take).to_be_disabled()
        free = boxes.count()
        boxes.nth(0).check()
        boxes.nth(1).check()
        page.wait_for_timeout(6_000)  # the list would have been fetched anew meanwhile
        expect(take).to_have_text("Ambil (2)")
        ids = [int(boxes.nth(n).input_value()) for n in range(2)]
        page.select_option("#to", label="Wulandari Contoh")
        page.get_by_role("button", name="Serahkan").click()
        expect(page.get_by_text("2 permohonan dipegang Wulandari Contoh.")).to_be_visible()
        expect(boxes).to_have_count(free - 2)
        with office.parts.database.reading() as session:
            holders = select(Officer.username).join(Case, col(Case.officer_id) == col(Officer.id))
            assert set(session.exec(holders.where(col(Case.id).in_(ids)))) == {"petugas.bpp"}
