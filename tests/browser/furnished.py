"""An office at work, as `make run` shows it, served in this process; and windows of its officers, logged in."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from sqlmodel import col, select

from assembly.chat import conversations
from assembly.parts import Parts, join
from notifications.outbox import Message
from registry import demo
from registry.migrating import migrate
from registry.models import Event, EventKind, EventState, Outgoing
from registry.models.columns import now
from registry.places.regions import load_regions
from settings import Settings
from tests.browser.serving import serving
from tests.browser.stops import Stop
from tests.conftest import VAULT_KEYS
from wsgi import create_app


@dataclass(frozen=True)
class Furnished:
    url: str
    app: Flask
    parts: Parts

    def address(self, stop: Stop) -> str:
        with self.parts.database.writing() as session:
            return self.url + stop.path(session)


@contextmanager
def furnished(folder: Path) -> Iterator[Furnished]:
    copytree(_made(), folder, dirs_exist_ok=True)
    parts = join(_settings(folder))
    app = create_app(parts)
    with serving(app) as url:
        yield Furnished(url, app, parts)
    parts.database.dispose()


@cache
def _made() -> Path:
    """The demo as it is set up: made once, and copied for each office."""
    whole = TemporaryDirectory()
    atexit.register(whole.cleanup)
    parts = join(_settings(folder := Path(whole.name)))
    migrate(parts.database)
    at = now()
    means = demo.Means(parts.store, load_regions(), parts.settings.public_url, demo.make_authority(at))
    with parts.database.writing() as session:
        demo.demo_data(session, at, means)
    parts.database.dispose()
    return folder


def _settings(folder: Path) -> Settings:
    """As `make run` has them; nothing answers at its Redis and its carrier."""
    return Settings(
        database_url=f"sqlite:///{folder}/demo.db",
        redis_url="redis://127.0.0.1:1/0",
        public_url="http://127.0.0.1:8000",
        twilio_account_sid="AC" + 32 * "0",
        twilio_auth_token="a made-up token",
        twilio_api_url="http://127.0.0.1:1",
        object_store=folder / "objects",
        vault_keys=VAULT_KEYS,
        secret_key="a made-up key that is long enough",
        issuing="sample",
        trusted_signers=(),
        deletion_journal=folder / "deletions.jsonl",
    )


def last_said(office: Furnished, contact_id: int) -> str:
    """To this citizen, once nobody may take back any more what there is to tell."""
    with office.parts.database.writing() as session:
        news = Event.contact_id == contact_id, Event.kind == EventKind.CASE_EVENT, Event.state == EventState.PENDING
        for event in session.exec(select(Event).where(*news)):
            event.due_at = min(event.due_at, now())
    conversations(office.parts).drain_due()
    with office.parts.database.reading() as session:
        mine = select(Outgoing).where(Outgoing.contact_id == contact_id).order_by(col(Outgoing.id).desc())
        last = session.exec(mine).first()
        assert last is not None
        return Message.from_body(last.body).text


def approve(page: Page) -> None:
    """A case whose requirements are not proven by what was read: the officer sees which, and ticks them with it."""
    page.locator(".decide summary").get_by_text("Setujui", exact=True).click()
    page.get_by_role("button", name="Sudah diperiksa: centang dan setujui").click()


class Windows:
    """One of this width for each officer, logged in when first asked for."""

    def __init__(self, browser: Browser, url: str, width: int, stack: ExitStack) -> None:
        self._browser, self._url, self._stack = browser, url, stack
        self._size = ViewportSize(width=width, height=780 if width < 600 else 900)
        self._open: dict[str | None, BrowserContext] = {}

    def page(self, who: str | None) -> Page:
        """A new tab; who is nobody sees the citizens' pages."""
        if who not in self._open:
            self._open[who] = self._new(who)
        return self._open[who].new_page()

    def _new(self, who: str | None) -> BrowserContext:
        window = self._stack.enter_context(self._browser.new_context(locale="id-ID", viewport=self._size))
        if who is not None:
            self._log_in(window.new_page(), who)
        return window

    def _log_in(self, page: Page, who: str) -> None:
        page.goto(f"{self._url}/masuk")
        page.fill("#username", who)
        page.fill("#password", demo.PASSWORD)
        page.press("#password", "Enter")
        page.wait_for_url(lambda url: "/masuk" not in url)
        page.close()
