"""PDFs: the pages stay, everything that acts goes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from registry.uploads.pdfs import MOST_PAGES, clean_pdf
from registry.uploads.verdict import NotAcceptable, Refusal
from tests.registry.uploads.hostile_pdfs import MARK, armed_pdf, form_pdf, letter_pdf, locked_pdf, saved


def text_of(data: bytes) -> bytes:
    """Everything in the file, unpacked."""
    with pikepdf.Pdf.open(BytesIO(data)) as pdf:
        return saved(
            pdf,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )


def test_the_pages_stay_as_they_are() -> None:
    found = clean_pdf(saved(letter_pdf(pages=3)))
    assert (found.pages, found.media_type, text_of(found.data).count(MARK)) == (3, "application/pdf", 3)


@pytest.mark.parametrize(
    "word",
    ["/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/URI", "/Names", "/EmbeddedFile", "/XFA", "/AcroForm"]
    + ["/Annots", "app.alert", "cmd.exe", "MZ evil", "example.org", "<script>"],
)
def test_nothing_that_acts_is_left(word: str) -> None:
    armed = armed_pdf()
    assert word.encode() in text_of(armed)
    assert word.encode() not in text_of(clean_pdf(armed).data)


def test_an_armed_file_keeps_its_page() -> None:
    assert MARK in text_of(clean_pdf(armed_pdf()).data)


def test_what_was_typed_into_a_form_is_still_seen() -> None:
    assert b"Rina Contoh" in text_of(clean_pdf(form_pdf("Rina Contoh")).data)


def test_size_and_turn_set_for_all_pages_are_kept() -> None:
    pdf = letter_pdf(pages=2)
    for page in pdf.pages:
        del page.obj["/MediaBox"]
    pdf.Root.Pages.MediaBox = pikepdf.Array([0, 0, 300, 400])
    pdf.Root.Pages.Rotate = 90
    with pikepdf.Pdf.open(BytesIO(clean_pdf(saved(pdf)).data)) as kept:
        assert [f"{list(page.mediabox)} {page.Rotate}" for page in kept.pages] == ["[0, 0, 300, 400] 90"] * 2


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(NotAcceptable) as refusal:
        clean_pdf(locked_pdf("rahasia"))
    assert refusal.value.key is Refusal.LOCKED_PDF


def test_a_file_that_opens_without_a_password_is_taken_and_unlocked() -> None:
    with pikepdf.Pdf.open(BytesIO(clean_pdf(locked_pdf("")).data)) as kept:
        assert not kept.is_encrypted


def test_a_book_is_refused() -> None:
    with pytest.raises(NotAcceptable) as refusal:
        clean_pdf(saved(letter_pdf(MOST_PAGES + 1)))
    assert (refusal.value.key, refusal.value.numbers) == (Refusal.TOO_MANY_PAGES, {"limit": MOST_PAGES})
    assert clean_pdf(saved(letter_pdf(MOST_PAGES))).pages == MOST_PAGES


def test_a_file_without_pages_is_refused() -> None:
    with pytest.raises(NotAcceptable) as refusal:
        clean_pdf(saved(pikepdf.Pdf.new()))
    assert refusal.value.key is Refusal.NOT_PHOTO_OR_PDF


def test_the_same_file_has_the_same_fingerprint() -> None:
    sent = saved(letter_pdf())
    assert clean_pdf(sent).sha256 == clean_pdf(sent).sha256
