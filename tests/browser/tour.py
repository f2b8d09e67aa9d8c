"""Photographs every page of the demo at both widths and writes docs/tour.md: `python -m tests.browser.tour`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from registry.vault import Vault, unlock
from tests.browser.conftest import QUIET
from tests.browser.furnished import Furnished, Windows, furnished
from tests.browser.stops import STOPS, Stop
from tests.conftest import VAULT_KEYS

DOCS = Path(__file__).resolve().parents[2] / "docs"
PICTURES = DOCS / "tour"
WIDTHS = {"telephone": 360, "desk": 1440}
TALLEST = 3 * 900  # pixels; a longer page is cut off below
QUALITY = 60
ERRORS = 400

HEAD = """# A tour of all pages

Made by `make tour` from the demo data; every page at a telephone's and at a desk's width. The chats are in
`tests/transcripts/` and, for each service, in `docs/services/`.
"""
WHO = {
    None: "Anybody, and citizens", "petugas.bpp": "The counter", "kepala.bpp": "The head of office",
    "cetak.bpp": "The print desk", "pos.bpp": "The post desk", "pengawas.bpp": "The supervisor",
    "admin.bpp": "The administrator", "provinsi": "The province",
}  # fmt: skip


def main() -> None:
    unlock(Vault(VAULT_KEYS.sealing, VAULT_KEYS.index))
    with tempfile.TemporaryDirectory() as folder, furnished(Path(folder)) as office:
        shutil.rmtree(PICTURES, ignore_errors=True)
        PICTURES.mkdir()
        _photograph(office)
    (DOCS / "tour.md").write_text(_text(STOPS))
    sys.stdout.write(f"docs/tour.md shows {len(STOPS)} pages.\n")


def _photograph(office: Furnished) -> None:
    with sync_playwright() as playwright, ExitStack() as stack:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        for name, width in WIDTHS.items():
            windows = Windows(browser, office.url, width, stack)
            for stop in STOPS:
                page = windows.page(stop.who)
                answer = page.goto(office.address(stop), wait_until="networkidle")
                if answer is None or answer.status >= ERRORS:
                    raise SystemExit(f"{stop.title} is no page: {answer.status if answer else 'no answer'}.")
                _keep(page.screenshot(full_page=True), PICTURES / f"{stop.file}-{name}.webp")
                page.close()


def _keep(png: bytes, path: Path) -> None:
    picture = Image.open(BytesIO(png)).convert("RGB")
    picture.crop((0, 0, picture.width, min(picture.height, TALLEST))).save(path, "WEBP", quality=QUALITY)


def _text(stops: Sequence[Stop]) -> str:
    in_order = sorted(stops, key=lambda stop: list(WHO).index(stop.who))
    chapters = (_chapter(who, list(theirs)) for who, theirs in groupby(in_order, key=lambda stop: stop.who))
    return "\n".join((HEAD, *chapters))


def _chapter(who: str | None, stops: Sequence[Stop]) -> str:
    pages = "\n".join(
        f"### {stop.title}\n\n"
        + " ".join(f"![{stop.title}: {name}](tour/{stop.file}-{name}.webp)" for name in WIDTHS)
        + "\n"
        for stop in stops
    )
    return f"## {WHO[who]}\n\n{pages}"


if __name__ == "__main__":
    main()
