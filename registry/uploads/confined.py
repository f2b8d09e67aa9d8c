"""A process of its own for decoding one stranger's file: whatever the file does, it does it to this process alone.

Reads the file from standard input; writes READY once it can work, then one line of JSON and the clean file, then,
where there is something to read on it, another line and the pixels. What is written whole counts, whatever comes
after: a picture inside a PDF that kills this process costs nobody the PDF."""

from __future__ import annotations

import json
import resource
import sys

from registry.uploads.inspect import READY
from registry.uploads.pdfs import clean_pdf, first_picture
from registry.uploads.photos import clean_photo
from registry.uploads.verdict import Kind, NotAcceptable

MOST_MEMORY = 1 << 30  # bytes of address space, for the largest photo
MOST_CPU = 20  # seconds


def main(kind: Kind) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU, MOST_CPU))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(READY)
    sys.stdout.buffer.flush()
    try:
        found = (clean_pdf if kind is Kind.PDF else clean_photo)(sys.stdin.buffer.read())
    except NotAcceptable as refusal:
        _answer({"refused": refusal.key, "numbers": refusal.numbers})
        return
    measures = {name: getattr(found, name) for name in ("quality", "width", "height", "pages", "glare")}
    _answer({"media_type": found.media_type, **measures}, found.data)
    if pixels := found.pixels or (first_picture(found.data) if kind is Kind.PDF else None):
        _answer({"width": pixels.width, "height": pixels.height}, pixels.data)


def _answer(header: dict[str, object], data: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps({**header, "bytes": len(data)}).encode() + b"\n" + data)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Kind(sys.argv[1]))
