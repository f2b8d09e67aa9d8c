"""A voice note in a talk can be listened to where it stands."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from registry.models import Event, EventKind, EventState, Office, Officer, Ticket, Upload, UploadState
from simulator.samples import draw
from tests.backoffice.conftest import AT, PASSWORD, Desk
from tests.browser.conftest import browser as browser
from tests.browser.serving import serving

pytestmark = pytest.mark.browser
SID = f"SM{1:032x}"
PLAYED = """async audio => { audio.muted = true; await audio.play(); return audio.duration > 0 && !audio.error; }"""


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    with serving(desk.app) as address, browser.new_context(locale="id-ID", base_url=address) as context:
        yield context.new_page()


def test_a_voice_note_plays(page: Page, desk: Desk, office: Office, officer: Officer) -> None:
    contact = desk.contact(office)
    ticket = desk.add(Ticket(contact_id=contact.id, office_id=office.id))
    sound = draw("suara.ogg")
    desk.add(Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, message_sid=SID,
                   body={"text": ""}, state=EventState.PROCESSED, received_at=AT))  # fmt: skip
    desk.add(Upload(contact_id=contact.id, message_sid=SID, state=UploadState.STORED, kind="voice",
                    media_type="audio/ogg", object_key=desk.store.put(sound), size=len(sound)))  # fmt: skip
    page.goto(f"/percakapan/{ticket.id}")
    page.get_by_label("Nama pengguna").fill(officer.username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.keyboard.press("Enter")
    assert page.locator(".line.citizen audio").evaluate(PLAYED)
