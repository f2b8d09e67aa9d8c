"""The list of what is keyed into SIAK, by mouse and by keys: what SIAK did not send is taken back."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from registry.lifecycle import DocumentState
from registry.models import Case, Document
from tests.browser.furnished import Windows, furnished, last_said

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


def test_the_list_is_worked_by_keys_of_the_card_one_stands_on(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        page = Windows(request.getfixturevalue("browser"), office.url, 1440, stack).page("petugas.bpp")
        page.goto(f"{office.url}/antrean?tab=siak")
        cards = page.locator(".keying .card")

        def deed(key: str) -> None:
            with page.expect_navigation():  # only the loaded page hears the next key
                page.keyboard.press(key)

        second = cards.nth(1)
        number = second.locator("header b").inner_text()
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("c")
        page.keyboard.type("SIAK-00042")
        deed("Enter")
        expect(second.locator("[name=number]")).to_have_value("SIAK-00042")
        second.get_by_role("link", name=number).focus()
        page.keyboard.press("i")
        expect(second.locator("details.fields")).to_have_attribute("open", "")
        page.keyboard.press("t")
        page.keyboard.type("NIK ganda")
        deed("Enter")
        expect(second.locator(".why")).to_contain_text("NIK ganda")
        with office.parts.database.reading() as session:
            found = session.exec(select(Document).join(Case).where(Case.number == number)).one()
        assert (found.siak_number, found.stuck) == ("SIAK-00042", "NIK ganda")
        second.get_by_role("link", name=number).focus()
        deed("s")
        expect(page.locator(".undo")).to_contain_text(number)
        deed("u")
        expect(second.locator("header")).to_contain_text(number)


def test_the_help_names_each_key_of_the_list_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        page = Windows(request.getfixturevalue("browser"), office.url, 1440, stack).page("petugas.bpp")
        page.goto(f"{office.url}/antrean?tab=siak")
        page.keyboard.press("?")
        keys = page.locator("#keys dt").all_inner_texts()
        assert len(keys) == len(set(keys)) and set("icdastb") <= set(keys)


def test_what_holds_a_document_up_is_noted_by_one_press(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        page = Windows(request.getfixturevalue("browser"), office.url, 1440, stack).page("petugas.bpp")
        page.goto(f"{office.url}/antrean?tab=siak")
        card = page.locator(".keying .card").nth(1)
        card.locator("summary", has_text="Catat kendala").click()
        card.get_by_role("button", name="Menunggu PRR").click()
        expect(card.get_by_label("Kendala", exact=False).last).to_have_value("Menunggu PRR")
        card.locator("details[open]").get_by_role("button", name="Simpan").click()
        expect(card.locator(".why")).to_contain_text("Menunggu PRR")


def test_the_citizen_hears_of_what_siak_sent(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    with furnished(tmp_path) as office, ExitStack() as stack:
        page = Windows(request.getfixturevalue("browser"), office.url, 1440, stack).page("petugas.bpp")
        page.goto(f"{office.url}/antrean?tab=siak")
        card = page.locator(".keying .card").nth(1)
        number = card.locator("header b").inner_text()
        card.get_by_role("button", name="Sudah dikirim SIAK").click()
        expect(page.locator(".undo")).to_contain_text(number)
        with office.parts.database.reading() as session:
            case = session.exec(select(Case).where(Case.number == number)).one()
            sent = session.exec(select(Document).where(Document.case_id == case.id)).one()
        assert (sent.state, sent.via) == (DocumentState.ISSUED, "siak")
        assert f"{number} sudah terbit. Link dan PIN dikirim Dukcapil" in last_said(office, case.contact_id)
