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


def test_who_applies_for_another_is_checked_beside_their_name(windows: Windows, office: Furnished) -> None:
    with office.parts.database.writing() as session:
        mine = select(Case).join(Office).where(Office.code == "BPP", Case.service == "KK-HR")
        case = session.exec(mine.where(Case.state == CaseState.SUBMITTED).order_by(col(Case.id).desc())).first()
        assert case is not None
        applicant = {"for_whom": "other", "applicant_name": "Bima Contoh", "applicant_nik": "6471041708850000"}
        case.answers = {**case.answers, **applicant}
        case_id = case.id
        check = RegisterCheck(case_id=case_id, office_id=case.office_id, state=CheckState.MATCHED)
        check.same, check.why = {"name": True}, Unchecked.DOWN
        session.add(check)
        session.flush()
        check.due_at = None
    page = windows.page("petugas.bpp")
    page.goto(f"{office.url}/permohonan/{case_id}")
    outcome = page.locator("#register-check")
    expect(outcome).to_contain_text("Cocok dengan data kependudukan pusat")
    expect(outcome).to_contain_text("belum dicek, layanan data kependudukan tidak bisa dihubungi")
    page.get_by_role("button", name="Cek lagi").click()
    expect(outcome).to_contain_text("menunggu dicek ke data kependudukan pusat")
    with office.parts.database.writing() as session:
        session.get_one(RegisterCheck, case_id).others = {"applicant_nik": CheckState.DIFFERS}
    page.reload()
    expect(page.get_by_role("row", name="Bima Contoh")).to_contain_text("berbeda dengan data kependudukan")


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
