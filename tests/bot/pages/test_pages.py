"""What holds for every page: its headers, its weight, its words in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.handlers.pages.screen import TEXTS
from bot.handlers.privacy import _days
from bot.wording import LANGUAGES, Wording
from registry.catalogue import load
from registry.issuing.content import PapersReceipt
from registry.models import Channel, Office
from registry.uploads.keeping import MAX_BYTES
from registry.uploads.verdict import Quality, Refusal
from tests.bot.pages.conftest import CODE, PHOTO, Site

TEMPLATES = TEXTS.parent / "templates"
CHAT = Wording()
OPENED: dict[str, Callable[[Site], str]] = {
    "upload": lambda site: site.link(),
    "pin": lambda site: site.citizen_link(site.document())[0],
    "verify": lambda site: f"/v/{CODE}" if site.document() else "",
    "code": lambda site: "/v",
    "privacy": lambda site: "/p",
    "nothing": lambda site: "/u/nothing",
}


@pytest.mark.parametrize("page", OPENED)
def test_a_page_is_kept_by_nobody_and_runs_nothing_strange(site: Site, page: str) -> None:
    response = site.get(OPENED[page](site)).response
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "'unsafe" not in response.headers["Content-Security-Policy"]
    assert not re.search(r"<style|style=|<script(?! type=\"module\" src)|\son\w+=", response.text)


@pytest.mark.parametrize("page", OPENED)
def test_a_page_is_light(site: Site, page: str) -> None:
    shown = site.get(OPENED[page](site))
    assets = re.findall(r'(?:href|src)="(/static/[^"]+)"', shown.source)
    weights = [len(site.get(asset).response.data) for asset in assets]
    assert 1 <= len(weights) <= 2
    assert sum(weights) + len(shown.source.encode()) < 30_000


@pytest.mark.parametrize("page", OPENED)
def test_a_page_offers_the_other_language(site: Site, page: str) -> None:
    address = OPENED[page](site)
    assert 'lang="en" hreflang="en">English' in site.get(address).source
    assert 'lang="id" hreflang="id">Bahasa Indonesia' in site.get(address + "?lang=en").source


def test_an_unknown_language_is_indonesian(site: Site) -> None:
    assert '<html lang="id">' in site.get("/p?lang=<script>").source


def test_style_and_script_are_kept_for_long(site: Site) -> None:
    [style] = re.findall(r'href="(/static/[^"]+)"', site.get("/p").source)
    assert site.get(style).response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_fault_of_ours_is_told_in_words(site: Site, tmp_path: Path) -> None:
    address = site.link()
    (tmp_path / "objects").write_text("a file where the store should be")
    shown = site.send(address, "ktp", PHOTO)
    assert shown.status == 500
    assert "Ada gangguan di pihak kami" in shown.text


def test_both_languages_say_the_same_things() -> None:
    words = Wording(TEXTS, services=None)
    assert words.keys("id") == words.keys("en")


def test_every_sentence_in_a_template_exists() -> None:
    written = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    keys = set(re.findall(r"""\bt\(["']([a-z0-9-]+)["'][,)]""", written))
    assert len(keys) > 40
    assert {key for key in keys if not Wording(TEXTS, services=None).has(key)} == set()


def test_no_sentence_is_idle() -> None:
    code = [*TEMPLATES.rglob("*.html"), *TEXTS.parent.parent.rglob("*.py")]
    written = "".join(path.read_text() for path in code)
    keys = set(re.findall(r"""["']([a-z][a-z0-9-]+)["']""", written))
    keys |= {f"{page}-{what}" for page in ("upload", "download") for what in ("over", "unknown")}
    begun = tuple(re.findall(r'"([a-z-]+-)" ~', written))
    idle = {key for key in Wording(TEXTS, services=None).keys("id") if key.removesuffix("-next") not in keys}
    assert {key for key in idle if not key.startswith(begun) and key not in keys} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_its_sentence(language: str) -> None:
    words = Wording(TEXTS, services=None)
    poor = [quality for quality in Quality if quality is not Quality.FINE]
    wanted = [*(f"refused-{key}" for key in Refusal), *(f"file-{key}" for key in poor)]
    assert [key for key in wanted if not words.has(key, language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_and_document_has_its_name(language: str) -> None:
    services = load().values()
    papers = {paper.key for service in services for paper in service.paper}
    templates = {document.name for service in services for document in service.document}
    wanted = [f"paper-{key}{form}" for key in papers for form in ("", "-photo")]
    wanted += [f"document-{name}" for name in templates | {PapersReceipt.template}]
    assert [key for key in wanted if not CHAT.has(key, language)] == []


def test_the_privacy_page_tells_what_the_law_wants_told(site: Site) -> None:
    text = site.get("/p").text
    wanted = ("UU 27/2022", "DATA SAYA", "HAPUS DATA", "luar negeri", "30 hari sesudah", "Balikpapan Contoh")
    assert [told for told in wanted if told not in text] == []


def test_the_privacy_page_tells_what_is_noted_beside_the_answers(site: Site) -> None:
    noted = ["terbaca di foto", "keluarga yang diurus dari satu nomor", "Pendamping yang didaftarkan kantor"]
    noted += ("Tanda untuk petugas", "Penilaian Anda", "Catatan antarpetugas", "pakai lagi")
    text = site.get("/p").text
    assert [told for told in noted if told not in text] == []


def test_offices_may_keep_data_for_different_times(site: Site) -> None:
    with site.desk.database.writing() as session:
        office = session.get_one(Office, site.desk.office_id).model_dump(exclude={"id"})
        session.add(Office(**office | {"code": "CLG", "retention_days": 60}))
    assert "dihapus 30-60 hari sesudah" in site.get("/p").text


def test_an_installation_without_offices_has_its_notice() -> None:
    assert _days([]) == "30"


def test_the_privacy_page_shows_an_address_as_text(site: Site) -> None:
    with site.desk.database.writing() as session:
        session.get_one(Office, site.desk.office_id).address = "<script>alert(1)</script>"
    assert "&lt;script&gt;alert(1)" in site.get("/p").source


def test_the_limit_told_is_the_limit_held() -> None:
    assert f"{MAX_BYTES >> 20} MB" in Wording(TEXTS, services=None).render(
        "too-large-at-once-next", {}, "id", Channel.WHATSAPP
    )
