"""Debian's chromium, quiet: it asks nothing of the network by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import time

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from registry.calendar import working_time
from tests.browser.furnished import Furnished, Windows, furnished

QUIET = (
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")  # while it runs, no other test could start an event loop of its own
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "These tests play in chromium: sudo apt install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """The demo's, where nobody sleeps: what nobody asked for goes by day alone."""
    with furnished(tmp_path_factory.mktemp("office")) as office, pytest.MonkeyPatch.context() as patch:
        patch.setattr(working_time, "WAKING", (time.min, time.max))
        yield office


@pytest.fixture(scope="module")
def windows(office: Furnished, browser: Browser) -> Iterator[Windows]:
    """After the office, which signs documents: while a browser runs, this thread can start no event loop."""
    with ExitStack() as stack:
        yield Windows(browser, office.url, 1440, stack)


@pytest.fixture
def desk(windows: Windows) -> Iterator[Page]:
    """An officer of Balikpapan's window."""
    page = windows.page("petugas.bpp")
    yield page
    page.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window of this test's own, without cookies."""
    with browser.new_context() as context:
        yield context.new_page()
