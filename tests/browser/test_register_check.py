"""Where the centre's data service was away, the officer reads so beside the answers and asks again at one press."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import col, select

from registry.lifecycle import CaseState
from registry.models import Case, CheckState, Office, RegisterCheck, Unchecked
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser


def test_a_case_that_was_not_checked_is_asked_about_again(windows: Windows, office: Furnished) -> None:
    case_id = not_checked(office)
    page = windows.page("petugas.bpp")
    page.goto(f"{office.url}/permohonan/{case_id}")
    expect(page.get_by_text("Belum dicek: layanan data kependudukan terlalu lama menjawab")).to_be_visible()
    page.get_by_role("button", name="Cek lagi").click()
    expect(page.get_by_text("Menunggu dicek ke data kependudukan pusat")).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(RegisterCheck, case_id).state is CheckState.WAITING


def not_checked(office: Furnished) -> int:
    with office.parts.database.writing() as session:
        mine = session.exec(select(Office).where(Office.code == "BPP")).one()
        mine.lookups_a_day = 100
        open_one = select(Case.id).where(Case.office_id == mine.id, Case.state == CaseState.SUBMITTED)
        case_id = session.exec(open_one.order_by(col(Case.id)).limit(1)).one()
        slow = RegisterCheck(case_id=case_id, office_id=mine.id, state=CheckState.NOT_CHECKED, why=Unchecked.SLOW)
        slow.due_at = None
        session.add(slow)
    return case_id
