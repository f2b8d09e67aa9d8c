"""Pages of PDFs as pictures: of what we made, and of what would hang or kill who draws it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from registry.issuing import page_pictures
from registry.issuing.page_pictures import picture
from registry.issuing.render import RenderFailed
from tests.registry.uploads.hostile_pdfs import armed_pdf, letter_pdf, locked_pdf, packed_pdf, saved

DOUBLINGS = 40  # a trillion lines to draw, in 5 KB


def endless_pdf() -> bytes:
    pdf = letter_pdf()
    drawing = _form(pdf, b"0 0 m 100 100 l S", Dictionary())
    for _ in range(DOUBLINGS):
        drawing = _form(pdf, b"/X Do /X Do", Dictionary(XObject=Dictionary(X=drawing)))
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(X=drawing))
    pdf.pages[0].Contents = Stream(pdf, b"/X Do")
    return saved(pdf)


def sheet_pdf(wide: int, high: int) -> bytes:
    pdf = letter_pdf()
    pdf.pages[0].MediaBox = Array([0, 0, wide, high])
    return saved(pdf)


def _form(pdf: Pdf, drawn: bytes, resources: Dictionary) -> pikepdf.Object:
    form = pdf.make_indirect(Stream(pdf, drawn))
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, Array([0, 0, 600, 800]), resources
    return form


def test_each_page_is_a_picture_and_past_the_last_there_is_none() -> None:
    two = saved(letter_pdf(2))
    first, second = picture(two, 1), picture(two, 2)
    assert first is not None and second is not None
    with Image.open(BytesIO(first)) as drawn:
        assert drawn.format == "PNG" and drawn.width == 1190
        assert drawn.convert("L").getextrema() == (0, 255)  # the word on it
    assert (picture(two, 0), picture(two, 3)) == (None, None)


def test_what_acts_on_its_reader_is_only_drawn() -> None:
    assert picture(armed_pdf(), 1)


@pytest.mark.parametrize(
    "pdf",
    [
        pytest.param(b"%PDF-1.7 made up", id="pdf in name only"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7\n" + b"[" * 500_000, id="deeply nested"),
        pytest.param(locked_pdf("rahasia"), id="locked"),
        pytest.param(packed_pdf(blanks=1200), id="unpacks to gigabytes"),
        pytest.param(sheet_pdf(10, 2000), id="no sheet of paper"),
    ],
)
def test_what_cannot_be_drawn_says_so_and_leaves_us_alive(pdf: bytes) -> None:
    with pytest.raises(RenderFailed):
        picture(pdf, 1)


def test_what_would_be_drawn_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "LONGEST", 2)
    with pytest.raises(RenderFailed, match="cannot be drawn"):
        picture(endless_pdf(), 1)


def test_no_more_are_drawn_at_once_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_pictures, "LONGEST", 0)
    for _ in range(page_pictures.AT_ONCE):
        page_pictures._free.acquire()
    try:
        with pytest.raises(RenderFailed, match="too much"):
            picture(saved(letter_pdf()), 1)
    finally:
        page_pictures._free.release(page_pictures.AT_ONCE)
