"""Draws one page of a PDF in a process of its own: Typst knows no limit of time, and a broken PDF may abort it.

Answers with one picture, with nothing in it where there is no such page; dies of what it cannot draw."""

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import typst

from registry.uploads.apart import answer, confine

PAPER = "paper.pdf"
SHARP = 144.0  # pixels to an inch: letters of 8 points can be read enlarged
MOST_TIMES = 3  # as high as wide, or as wide as high; what is longer is no sheet of paper
_PAGE = f"""#set page(width: 595pt, height: auto, margin: 0pt)
#image("{PAPER}", page: int(sys.inputs.page), width: 100%)"""


def main(folder: str, page: int) -> None:
    confine()
    with pikepdf.open(Path(folder, PAPER)) as opened:
        if not 1 <= page <= len(opened.pages):
            answer({})
            return
        left, bottom, right, top = (float(each) for each in opened.pages[page - 1].mediabox)
    wide, high = abs(right - left), abs(top - bottom)
    if high <= MOST_TIMES * wide and wide <= MOST_TIMES * high:
        answer({}, _drawn(folder, page))


def _drawn(folder: str, page: int) -> bytes:
    compiler = typst.Compiler(root=folder, ignore_system_fonts=True)
    drawn = compiler.compile(input=_PAGE.encode(), format="png", ppi=SHARP, sys_inputs={"page": str(page)})
    if not isinstance(drawn, bytes):
        raise TypeError("one page gives one picture")
    return drawn


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
