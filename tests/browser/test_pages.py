"""Every page at a telephone's and a desk's width: nothing cut off, nothing that screen readers or keyboards miss."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from tests.browser.furnished import Furnished, Windows, furnished
from tests.browser.stops import NO_PAGES, STOPS, Stop

pytestmark = pytest.mark.browser

NARROW, WIDE = 360, 1440  # pixels
LARGEST = 300_000  # bytes of a page with all that it loads, compressed; what citizens sent is not its own
SENT = ("/berkas/", "/dokumen/")
SERIOUS = ("serious", "critical")
CUT_OFF = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
    ? [...document.querySelectorAll('body *')]
        .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .slice(0, 8).map(each => each.tagName.toLowerCase() + '.' + each.className)
    : []"""

# What a box hides of its own text: three dots say so themselves, and in a field one moves along.
HIDDEN = """() => [...document.querySelectorAll('body *:not(input)')].filter(each => {
    const { overflowX, textOverflow, display } = getComputedStyle(each);
    const cuts = /hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && display !== 'inline';
    return cuts && each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 1;
}).map(each => each.tagName.toLowerCase() + '.' + each.className)"""

# Fields where Enter would press another button than the one nearest to them: such as "printed" beside "why spoiled".
OTHER_BUTTON = """() => {
    const deed = (button) => [button.formAction, button.formTarget, button.name, button.value].join();
    const does = (button) => button.type === "submit";
    let pressed;
    addEventListener("submit", (event) => { event.preventDefault(); pressed = event.submitter; }, { capture: true });
    const wrong = (field) => {
        const buttons = [...field.form.elements].filter(does);
        if (new Set(buttons.map(deed)).size < 2) return false;
        buttons.forEach((button) => { button.disabled = false; });
        let near = field.parentElement;
        while (!buttons.some((button) => near.contains(button)) && near !== document.body) near = near.parentElement;
        const key = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true });
        const taken = field.dispatchEvent(key) ? buttons[0] : pressed;
        return !taken || deed(taken) !== deed(buttons.find((button) => near.contains(button)));
    };
    const plain = "input:is(:not([type]), [type=text], [type=tel], [type=number], [type=search])";
    const fields = [...document.querySelectorAll(plain)].filter((field) => field.form);
    return fields.filter(wrong).map((field) => field.name);
}"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    with furnished(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture(scope="module", params=[NARROW, WIDE])
def windows(request: pytest.FixtureRequest, office: Furnished, browser: Browser) -> Iterator[Windows]:
    """After the office, which signs documents: while a browser runs, this thread can start no event loop."""
    with ExitStack() as stack:
        yield Windows(browser, office.url, request.param, stack)


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.file)
def test_everybody_can_use_it(windows: Windows, office: Furnished, stop: Stop) -> None:
    page, complaints, loaded = windows.page(stop.who), list[str](), list[Response]()
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on("console", lambda line: complaints.append(line.text) if line.type in ("error", "warning") else None)
    page.on("response", lambda each: loaded.append(each))
    answer = page.goto(office.address(stop), wait_until="load")
    assert answer is not None and answer.status == 200
    assert complaints == []
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(HIDDEN) == []
    assert _serious(page) == []
    assert sum(_weight(each) for each in loaded) <= LARGEST
    assert page.evaluate(OTHER_BUTTON) == []
    page.close()


def _serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {node['html'][:200]}"
        for each in found
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]


def _weight(answer: Response) -> int:
    if any(sent in answer.url for sent in SENT) or answer.status in (204, 304) or 300 <= answer.status < 400:
        return 0
    return len(gzip.compress(answer.body()))


def test_no_page_is_left_out(office: Furnished) -> None:
    """A new page is looked at as well: it belongs into the list, or is none that a person opens."""
    opened = {rule.endpoint for rule in office.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert opened - NO_PAGES == {stop.endpoint for stop in STOPS}
