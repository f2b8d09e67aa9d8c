"""The scan of a paper that was signed by hand, always kept as a PDF."""

from __future__ import annotations

import io

from PIL import Image

from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Refusal

LARGEST_SCAN = 20 * 1024 * 1024  # bytes


def as_pdf(found: Inspected) -> bytes:
    """`found` was inspected, so what is opened here is a picture that was drawn anew."""
    if found.kind is Kind.PDF:
        return found.data
    if found.kind is not Kind.IMAGE:
        raise NotAcceptable(Refusal.NOT_PHOTO_OR_PDF)
    page = io.BytesIO()
    with Image.open(io.BytesIO(found.data), formats=("JPEG", "PNG", "WEBP")) as picture:
        picture.convert("RGB").save(page, "PDF", resolution=150)
    return page.getvalue()
