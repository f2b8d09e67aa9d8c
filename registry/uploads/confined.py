"""Decodes one stranger's file, read from standard input, in a process of its own.

Answers with a header and the clean file, then, where there is something to read on it, with the pixels: a picture
inside a PDF that kills this process costs nobody the PDF."""

from __future__ import annotations

import sys

from registry.uploads.apart import answer, confine
from registry.uploads.verdict import Kind, NotAcceptable


def main(kind: Kind) -> None:
    """Imports what this kind needs and no more: that is most of what a photo costs."""
    if kind is Kind.PDF:
        from registry.uploads.pdfs import clean_pdf as clean
        from registry.uploads.pdfs import first_picture
    else:
        from registry.uploads.photos import clean_photo as clean
    confine()
    try:
        found = clean(sys.stdin.buffer.read())
    except NotAcceptable as refusal:
        answer({"refused": refusal.key, "numbers": refusal.numbers})
        return
    measures = {name: getattr(found, name) for name in ("quality", "width", "height", "pages", "glare")}
    answer({"media_type": found.media_type, **measures}, found.data)
    if pixels := found.pixels or (first_picture(found.data) if kind is Kind.PDF else None):
        answer({"width": pixels.width, "height": pixels.height}, pixels.data)


if __name__ == "__main__":
    main(Kind(sys.argv[1]))
