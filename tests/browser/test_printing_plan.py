"""The province works out what to lend, accepts it, and both offices find it in their books."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import col, select

from registry.models import BlankBook, BlankEntry, Movement, Office
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser


def test_a_proposed_loan_is_accepted_and_stands_in_both_books(windows: Windows, office: Furnished) -> None:
    page = windows.page("provinsi")
    page.goto(f"{office.url}/provinsi")
    page.get_by_role("link", name="Rencana cetak").click()
    page.get_by_role("link", name="Hitung usulan peminjaman").click()
    proposed = page.locator(".loans li").first
    expect(proposed).to_contain_text("blangko KTP-el")
    proposed.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("Pinjaman dicatat di kedua kantor")).to_be_visible()
    expect(page.get_by_text("Tidak ada peminjaman yang membuat selesai lebih awal")).to_be_visible()
    with office.parts.database.reading() as session:
        written = select(BlankEntry, Office.code).join(BlankBook, col(BlankBook.id) == BlankEntry.book_id).join(Office)
        lent = col(BlankEntry.movement).in_((Movement.LENT, Movement.BORROWED))
        [(gone, lender), (come, borrower)] = session.exec(written.where(lent).order_by(col(BlankEntry.id))).all()
    assert gone.quantity == -come.quantity < 0 and lender != borrower
    keeper = windows.page("cetak.clg")
    keeper.goto(f"{office.url}/cetak/blangko")
    expect(keeper.get_by_role("row", name="Pinjaman dari kantor lain").first).to_be_visible()
