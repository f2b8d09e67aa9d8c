"""Back and Reload after a form was answered: a page of the office, never the browser's own error."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import col, select

from registry.lifecycle import CaseState
from registry.models import AuditEntry, Case, Office
from tests.browser.furnished import Furnished

pytestmark = pytest.mark.browser


def waiting(office: Furnished) -> Case:
    with office.parts.database.reading() as session:
        mine = select(Case).join(Office).where(Office.code == "BPP", Case.state == CaseState.SUBMITTED)
        case = session.exec(mine.where(col(Case.officer_id).is_(None)).order_by(col(Case.id).desc())).first()
        assert case is not None
        return case


def test_back_from_papers_asked_again_shows_the_case(desk: Page, office: Furnished) -> None:
    case = waiting(office)
    desk.goto(f"{office.url}/permohonan/{case.id}")
    desk.locator("[name=tick]").first.check()
    desk.locator("[name=tick]").nth(1).check()
    desk.locator(".decide summary", has_text="Minta lagi").click()
    desk.locator("#ask-again [name=reason]").fill("Fotonya gelap")
    desk.get_by_role("button", name="Lihat teks").click()
    for reason in desk.locator("[name^='reason.']").all():
        reason.fill("Fotonya gelap")
    desk.get_by_role("button", name="Lihat teks").click()
    desk.get_by_role("button", name="Kirim").click()
    expect(desk.locator("main > .alert-success")).to_be_visible()
    for _ in range(3):
        desk.go_back()
        expect(desk.locator("h1", has_text=case.number)).to_be_visible()
    with office.parts.database.reading() as session:
        asked = select(AuditEntry).where(AuditEntry.case_id == case.id, AuditEntry.action == "asked_again")
        assert len(session.exec(asked).all()) == 1


def test_a_page_that_answers_a_form_can_be_loaded_again(desk: Page, office: Furnished) -> None:
    case = waiting(office)
    desk.goto(f"{office.url}/permohonan/{case.id}")
    desk.locator("[name=tick]").first.check()
    desk.locator("[name=tick]").nth(1).check()
    desk.locator(".decide summary", has_text="Minta lagi").click()
    desk.get_by_role("button", name="Lihat teks").click()
    expect(desk.get_by_role("heading", name="Minta lagi")).to_be_visible()
    desk.reload()
    expect(desk).to_have_url(f"{office.url}/permohonan/{case.id}")
    expect(desk.locator("h1", has_text=case.number)).to_be_visible()


def test_back_from_a_case_filed_at_the_counter_shows_the_form(desk: Page, office: Furnished) -> None:
    desk.goto(f"{office.url}/loket/baru/KK-HR")
    desk.get_by_role("radio", name="Hilang").check()
    desk.get_by_role("button", name="Lanjut").click()
    desk.get_by_role("radio", name="Tidak ada").check()
    desk.get_by_role("button", name="Lanjut").click()
    desk.get_by_role("link", name="Hari ini").click()
    desk.go_back()
    expect(desk.get_by_role("button", name="Lanjut")).to_be_visible()
