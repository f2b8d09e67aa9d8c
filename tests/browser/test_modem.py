"""An office's number is put into a modem; the administrator sees that it gives no sign, and that it is back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from registry.models import Channel, Modem, Office, Sender
from registry.models.columns import now
from tests.browser.furnished import Furnished, Windows

pytestmark = pytest.mark.browser

NAME = "balikpapan-1"


def test_a_modem_is_chosen_and_one_that_is_silent_is_seen(windows: Windows, office: Furnished) -> None:
    first_modem(office)
    page = windows.page("admin.bpp")
    page.goto(f"{office.url}/kantor#numbers")
    field = page.get_by_label("Modem nomor +628110000011")
    field.fill("nama yang tidak mungkin!")
    field.press("Enter")
    expect(page.locator("#numbers").get_by_role("alert").first).to_contain_text("Tulis nama modem")
    field.fill(NAME)
    field.press("Enter")
    looked(office, silent=timedelta(minutes=9))
    page.goto(f"{office.url}/hari-ini")
    page.get_by_role("link", name="modem SMS tidak jalan").click()
    expect(page.get_by_text("Modem tidak memberi kabar")).to_be_visible()
    expect(page.get_by_text("3 pesan menunggu dikirim modem")).to_be_visible()
    looked(office, silent=timedelta())
    page.reload()
    expect(page.get_by_text("Modem siap. Sinyal 64%, TELKOMSEL")).to_be_visible()


def first_modem(office: Furnished) -> None:
    """As an installation with modems has one."""
    with office.parts.database.writing() as session:
        mine = session.exec(select(Office).where(Office.code == "BPP")).one()
        session.add(Sender(channel=Channel.SMS, address="+628110000099", office_id=mine.id, modem="balikpapan-9"))


def looked(office: Furnished, silent: timedelta) -> None:
    at = now()
    with office.parts.database.writing() as session:
        found = Modem(name=NAME, looked_at=at, seen_at=at - silent, signal=64, network="TELKOMSEL")
        found.waiting = 3 if silent else 0
        session.merge(found)
