"""A PDF written anew from what its pages show. Scripts, actions, forms and attached files have no place in the copy."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from PIL import Image

from registry.uploads.file_types import PDF
from registry.uploads.photos import FORMATS, MOST_PIXELS, plain_pixels, to_read
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Pixels, Refusal

MOST_PAGES = 50
LEAST_PIXELS = 400_000  # a logo is no scanned page
_SHOWN = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents"}


def clean_pdf(data: bytes) -> Inspected:
    """Raises NotAcceptable for a locked or overlong file, pikepdf's errors for a broken one. A file that opens without
    a password is not locked, whatever it forbids."""
    try:
        source = pikepdf.Pdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise NotAcceptable(Refusal.LOCKED_PDF) from None
    with source, pikepdf.Pdf.new() as copy:
        if not 1 <= len(source.pages) <= MOST_PAGES:
            raise NotAcceptable(Refusal.TOO_MANY_PAGES if source.pages else Refusal.NOT_PHOTO_OR_PDF, limit=MOST_PAGES)
        _copy_pages(source, copy)
        out = BytesIO()
        copy.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, deterministic_id=True)
        return Inspected(Kind.PDF, PDF, out.getvalue(), pages=len(copy.pages))


def first_picture(clean: bytes) -> Pixels | None:
    """The largest picture of a scan's first page; none for a page of text, which nothing here can draw."""
    with pikepdf.Pdf.open(BytesIO(clean)) as pdf:
        shown = (image for image in pdf.pages[0].images.values() if isinstance(image, pikepdf.Stream))
        pictures = [pikepdf.PdfImage(image) for image in shown]
        large = [picture for picture in pictures if LEAST_PIXELS <= picture.width * picture.height <= MOST_PIXELS]
        if not large:
            return None
        out = BytesIO()
        max(large, key=lambda each: each.width * each.height).extract_to(stream=out)
    with Image.open(out, formats=FORMATS) as photo:
        if photo.width * photo.height > MOST_PIXELS:  # what the PDF says of it is a stranger's word
            return None
        return to_read(plain_pixels(photo))


def _copy_pages(source: pikepdf.Pdf, copy: pikepdf.Pdf) -> None:
    """What is typed into a form and stamped on a page becomes part of the page before the rest is left behind."""
    source.generate_appearance_streams()
    source.flatten_annotations("all")
    for page in source.pages:
        for key in set(page.obj.keys()) - _SHOWN:
            del page.obj[key]
        copy.pages.append(page)
