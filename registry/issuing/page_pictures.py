"""A page of a PDF as a picture: a telephone's browser shows no PDF within a page."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst

from registry.issuing.render import RenderFailed

SHARP = 144.0  # pixels to an inch: letters of 8 points can be read enlarged
LONGEST = 3  # times as high as wide; what is longer is no sheet of paper
_PAGE = """#set page(width: 595pt, height: auto, margin: 0pt)
#image("paper.pdf", page: int(sys.inputs.page), width: 100%)"""


def picture(pdf: bytes, page: int) -> bytes | None:
    """As PNG; none where there is no such page, counted from 1. Raises RenderFailed for what cannot be drawn."""
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            if not 1 <= page <= len(opened.pages):
                return None
            left, bottom, right, top = (float(each) for each in opened.pages[page - 1].mediabox)
    except pikepdf.PdfError:
        raise RenderFailed("the PDF cannot be opened") from None
    if abs(top - bottom) > LONGEST * abs(right - left) or abs(right - left) > LONGEST * abs(top - bottom):
        raise RenderFailed("the page is no sheet of paper")
    return _drawn(pdf, page)


def _drawn(pdf: bytes, page: int) -> bytes:
    """Typst reads pictures from files alone: this one is gone when it is drawn."""
    with TemporaryDirectory() as folder:
        paper, source = Path(folder, "paper.pdf"), Path(folder, "page.typ")
        paper.write_bytes(pdf)
        source.write_text(_PAGE, "utf-8")
        try:
            drawn = typst.compile(
                str(source), root=folder, format="png", ppi=SHARP, sys_inputs={"page": str(page)},
                ignore_system_fonts=True,
            )  # fmt: skip
        except typst.TypstError:
            raise RenderFailed("the page cannot be drawn") from None
    if not isinstance(drawn, bytes):
        raise RenderFailed("the page gave no picture")
    return drawn
