"""A list is brought; who stands on it and writes TUKAR SUKET waits for the printer at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, expect
from sqlalchemy import func
from sqlmodel import select

from registry.models import SuketHolder
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser

LIST = "NIK;Nama;No KK\n6471044506910000;Contoh;6471041203150000\n12;Contoh;6471041203150000\n"


def test_a_list_with_a_fault_is_named_and_kept_without_it(windows: Windows, office: Furnished) -> None:
    held = holders(office)
    page = windows.page("cetak.bpp")
    page.goto(f"{office.url}/cetak")
    page.get_by_role("link", name="Suket", exact=True).click()
    file = FilePayload(name="suket.csv", mimeType="text/csv", buffer=LIST.encode())
    page.get_by_label("Berkas", exact=True).set_input_files(file)
    page.get_by_role("button", name="Baca dan simpan").click()
    expect(page.get_by_role("row", name="3 NIK bukan 16 angka")).to_be_visible()
    page.get_by_label("Berkas", exact=True).set_input_files(file)
    page.get_by_label("Simpan yang benar saja").check()
    page.get_by_role("button", name="Baca dan simpan").click()
    expect(page.get_by_text("1 baris dibaca, 1 baru")).to_be_visible()
    assert holders(office) == held + 1


def holders(office: Furnished) -> int:
    with office.parts.database.reading() as session:
        return session.exec(select(func.count()).select_from(SuketHolder)).one()
