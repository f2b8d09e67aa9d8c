"""Anybody may ask whether a document is genuine, and learns nothing more than that."""

from __future__ import annotations

from io import BytesIO

import pytest

from registry.lifecycle import DocumentState
from registry.models import Case, Document
from tests.bot.pages.conftest import CODE, PDF, Shown, Site


def compare(site: Site, pdf: bytes, code: str = CODE) -> Shown:
    return site.post(f"/v/{code}", file=(BytesIO(pdf), "kk.pdf"))


@pytest.mark.parametrize(
    ("state", "look", "word"),
    [
        (DocumentState.ISSUED, "genuine", "Asli"),
        (DocumentState.SUPERSEDED, "superseded", "Sudah diganti"),
        (DocumentState.REVOKED, "revoked", "Dicabut"),
    ],
)
def test_a_document_stands_as_it_stands(site: Site, state: DocumentState, look: str, word: str) -> None:
    site.document(state)
    shown = site.get(f"/v/{CODE}")
    assert shown.status == 200
    assert f'class="mark {look}"' in shown.source
    assert f"<h1>{word}</h1>" in shown.source


@pytest.mark.parametrize(
    ("state", "source", "look"),
    [
        (DocumentState.ISSUED, "siak", "issued_once"),
        (DocumentState.ISSUED, "office", "genuine"),
        (DocumentState.SUPERSEDED, "siak", "superseded"),
    ],
)
def test_whose_data_were_erased_is_called_genuine_no_more_where_a_newer_one_might_be(
    site: Site, state: DocumentState, source: str, look: str
) -> None:
    document_id = site.document(state, source=source)
    with site.desk.database.writing() as session:
        case = session.get_one(Case, session.get_one(Document, document_id).case_id)
        case.answers, case.erased_at = {}, site.at
    assert f'class="mark {look}"' in site.get(f"/v/{CODE}").source
    assert f'class="mark {look}"' in compare(site, PDF).source
    assert 'class="mark altered"' in compare(site, PDF + b"x").source


@pytest.mark.parametrize("state", [DocumentState.AWAITING_SIGNATURE, DocumentState.SIGNED])
def test_a_document_not_yet_issued_is_unknown(site: Site, state: DocumentState) -> None:
    site.document(state)
    shown = site.get(f"/v/{CODE}")
    assert shown.status == 404
    assert "<h1>Tidak dikenal</h1>" in shown.source
    assert "R..." not in shown.text


def test_only_masked_data_is_shown(site: Site) -> None:
    site.document()
    shown = site.get(f"/v/{CODE}")
    assert "Nama R... C... Kantor Balikpapan Terbit 23 November 2026" in shown.text
    assert "Rina" not in shown.source


@pytest.mark.parametrize("typed", ["k7q2m9xr4t", "K7Q2-M9XR-4T", " k7q2 m9xr 4t "])
def test_a_code_is_found_however_it_is_typed(site: Site, typed: str) -> None:
    site.document()
    assert "<h1>Asli</h1>" in _shown_after_asking(site, typed)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "' OR 1=1 --", "A" * 500, "\x00", "%2e%2e"])
def test_a_strange_code_is_unknown(site: Site, typed: str) -> None:
    shown = _shown_after_asking(site, typed)
    assert "<h1>Tidak dikenal</h1>" in shown or 'name="code"' in shown
    assert "<script>alert" not in shown


def _shown_after_asking(site: Site, typed: str) -> str:
    return site.client.get("/v", query_string={"code": typed}, follow_redirects=True).text


def test_a_sample_wears_no_green(site: Site) -> None:
    site.document(sample=True)
    shown = site.get(f"/v/{CODE}")
    assert "<h1>Contoh</h1>" in shown.source
    assert "bukan dokumen kependudukan" in shown.text
    assert 'class="mark genuine"' not in shown.source


def test_a_revoked_sample_is_revoked_and_a_sample(site: Site) -> None:
    site.document(DocumentState.REVOKED, sample=True)
    shown = site.get(f"/v/{CODE}")
    assert "<h1>Dicabut</h1>" in shown.source
    assert "Dokumen ini hanya CONTOH" in shown.text


def test_the_very_file_is_the_one_issued(site: Site) -> None:
    site.document()
    shown = compare(site, PDF)
    assert "<h1>Asli</h1>" in shown.source
    assert "sama persis dengan yang diterbitkan" in shown.text


@pytest.mark.parametrize("pdf", [PDF + b"\n", PDF[:-1], b"another", b"MZ evil"])
def test_any_other_file_is_different(site: Site, pdf: bytes) -> None:
    site.document()
    shown = compare(site, pdf)
    assert "<h1>Berbeda</h1>" in shown.source
    assert "berbeda dari yang diterbitkan" in shown.text
    assert "sama persis" not in shown.text


def test_the_very_file_of_a_revoked_document_is_revoked(site: Site) -> None:
    site.document(DocumentState.REVOKED)
    assert "<h1>Dicabut</h1>" in compare(site, PDF).source


def test_a_file_under_an_unknown_code_is_unknown(site: Site) -> None:
    assert compare(site, PDF).status == 404


def test_no_file_chosen_shows_the_document(site: Site) -> None:
    site.document()
    assert "<h1>Asli</h1>" in site.post(f"/v/{CODE}").source


@pytest.mark.parametrize("size", [(16 << 20) + 1, 17 << 20])
def test_a_file_too_large_is_said_in_words(site: Site, size: int) -> None:
    site.document()
    shown = compare(site, bytes(size))
    assert shown.status == 413
    assert "paling besar 16 MB" in shown.text


def test_a_name_of_markup_is_only_text(site: Site) -> None:
    site.document(name="<script>alert(1)</script>")
    assert "<script>" not in site.get(f"/v/{CODE}").source


def test_english_stays_on_the_way_to_the_document(site: Site) -> None:
    site.document()
    page = site.client.get("/v", query_string={"code": CODE, "lang": "en"}, follow_redirects=True).text
    assert "<h1>Genuine</h1>" in page
