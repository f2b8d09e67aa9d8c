"""The supervisor answers a complaint, and sees to it that who asks for their data is who they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlmodel import col, select

from registry.lifecycle import CaseState
from registry.models import Case, Channel, Complaint, Contact, DataRequest, Office, Officer
from tests.browser.furnished import Furnished, Windows, last_said

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(office: Furnished, browser: Browser) -> Iterator[Page]:
    with ExitStack() as stack:
        yield Windows(browser, office.url, 1440, stack).page("pengawas.bpp")


def test_a_complaint_is_answered(page: Page, office: Furnished) -> None:
    page.goto(f"{office.url}/pengaduan")
    page.get_by_role("link", name="ADU-").first.click()
    page.locator("textarea").first.fill("Pungutan itu tidak boleh. Petugasnya sudah kami tegur.")
    page.get_by_role("button", name="Kirim").click()
    expect(page.get_by_role("status").first).to_be_visible()
    with office.parts.database.reading() as session:
        complaint = session.exec(select(Complaint).where(col(Complaint.answered_at).is_not(None))).one()
    assert complaint.answer == "Pungutan itu tidak boleh. Petugasnya sudah kami tegur."
    assert "sudah kami tegur" in last_said(office, complaint.contact_id)


def test_a_copy_of_the_data_is_made_for_its_owner_alone(page: Page, office: Furnished) -> None:
    page.goto(f"{office.url}/permintaan-data")
    page.get_by_role("link", name="DS-").first.click()
    page.get_by_label("telepon balik").check()
    page.get_by_role("button", name="Ini pemiliknya").click()
    expect(page.get_by_role("status").first).to_be_visible()
    with office.parts.database.reading() as session:
        request = session.exec(select(DataRequest).where(col(DataRequest.confirmed_at).is_not(None))).one()
        assert session.get_one(Officer, request.officer_id).username == "pengawas.bpp"
    assert request.identity is not None


def test_an_absent_colleagues_cases_go_back_to_the_queue(page: Page, office: Furnished) -> None:
    page.goto(f"{office.url}/beban")
    theirs = page.get_by_role("row", name=re.compile("^Wulandari Contoh"))
    expect(theirs).to_be_visible()
    theirs.locator("summary").click()
    theirs.get_by_role("button", name="Kembalikan").click()
    expect(page.get_by_role("status").first).to_be_visible()
    with office.parts.database.reading() as session:
        held = select(Case).join(Officer, col(Officer.id) == Case.officer_id).where(Officer.username == "petugas.bpp")
        assert not [case for case in session.exec(held) if case.state is CaseState.IN_REVIEW]


def test_a_complaint_about_a_supervisor_goes_to_the_head(windows: Windows, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        past_them = select(Complaint).join(Office).where(Office.code == "BPP", col(Complaint.escalated).is_(True))
        complaint = session.exec(past_them).one()
    page = windows.page("pengawas.bpp")
    page.goto(f"{office.url}/pengaduan")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(complaint.number)).to_have_count(0)
    page.goto(f"{office.url}/catatan")
    expect(page.locator("main")).not_to_contain_text(f"laporan {complaint.id}")
    page.close()
    page = windows.page("kepala.bpp")
    page.goto(f"{office.url}/hari-ini")
    page.get_by_role("link", name="pengaduan").first.click()
    page.get_by_role("link", name=complaint.number).click()
    page.get_by_label("Jawaban").fill("Sudah kami tegur.")
    page.get_by_role("button", name="Kirim").click()
    expect(page.locator("main > .alert-success")).to_be_visible()
    with office.parts.database.reading() as session:
        assert session.get_one(Complaint, complaint.id).answer == "Sudah kami tegur."
    assert f"Jawaban kepala dinas atau provinsi untuk {complaint.number}: Sudah kami tegur." in last_said(
        office, complaint.contact_id
    )
    page.close()


def test_a_request_made_at_the_counter_is_noted_with_its_clock(page: Page, office: Furnished) -> None:
    with office.parts.database.reading() as session:
        waiting = select(DataRequest.contact_id).where(col(DataRequest.closed_at).is_(None))
        mine = select(Case).join(Office).join(Contact, col(Contact.id) == Case.contact_id)
        mine = mine.where(Office.code == "BPP", Contact.channel == Channel.WHATSAPP)
        mine = mine.where(col(Case.contact_id).not_in(waiting), col(Contact.opted_out_at).is_(None))
        case = session.exec(mine.order_by(col(Case.id).desc())).first()
        assert case is not None
    page.goto(f"{office.url}/permintaan-data")
    page.get_by_text("Catat permintaan di loket").click()
    page.get_by_label("Nomor permohonan").fill(case.number)
    page.locator("select[name=kind]").select_option("access")
    page.get_by_label("Langsung di loket").check()
    page.locator("select[name=identity]").select_option("counter")
    page.get_by_role("button", name="Catat permintaan").click()
    expect(page.get_by_role("status").first).to_be_visible()
    with office.parts.database.reading() as session:
        noted = session.exec(select(DataRequest).where(DataRequest.contact_id == case.contact_id)).one()
        assert (noted.came_by, noted.identity) == ("counter", "counter") and noted.due_at is not None
    assert f"salinan data {noted.number} dicatat di kantor. Bukan Anda" in last_said(office, case.contact_id)
