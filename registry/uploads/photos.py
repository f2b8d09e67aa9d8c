"""A photo encoded anew: upright, no larger than needed, without place, camera or anything hidden in it."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from registry.uploads import legibility
from registry.uploads.file_types import JPEG
from registry.uploads.verdict import Inspected, Kind, NotAcceptable, Pixels, Refusal

FORMATS = ("JPEG", "PNG", "WEBP")  # no other decoder ever sees a stranger's bytes
MOST_PIXELS = 50_000_000  # what the largest phone cameras send; a flood has more
LONGEST_SIDE = 3000
READ_SIDE = 1600  # of the copy that is read, as WhatsApp sends photos
JPEG_QUALITY = 88

warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)  # MOST_PIXELS is stricter


def clean_photo(data: bytes) -> Inspected:
    """Raises NotAcceptable for a pixel flood before a pixel is decoded, Pillow's many errors for a broken image."""
    try:
        photo = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise NotAcceptable(Refusal.TOO_LARGE) from None
    if photo.width * photo.height > MOST_PIXELS:
        raise NotAcceptable(Refusal.TOO_LARGE)
    plain = plain_pixels(photo)
    out = BytesIO()
    plain.save(out, "JPEG", quality=JPEG_QUALITY)
    return Inspected(
        Kind.IMAGE,
        JPEG,
        out.getvalue(),
        legibility.judge(plain),
        width=plain.width,
        height=plain.height,
        glare=legibility.has_glare(plain),
        pixels=to_read(plain),
    )


def to_read(plain: Image.Image) -> Pixels:
    """Shrinks `plain` itself: call it last."""
    plain.thumbnail((READ_SIDE, READ_SIDE))
    return Pixels(plain.width, plain.height, plain.tobytes())


def plain_pixels(photo: Image.Image) -> Image.Image:
    """Upright RGB pixels on white and nothing else: no EXIF, comment or colour profile is left to be written."""
    if photo.mode == "P":
        photo = photo.convert("RGBA")
    elif photo.mode.startswith("I"):  # sixteen-bit grey, which convert() would cut off at 255
        photo = photo.point(lambda value: value * (1 / 256)).convert("L")
    photo.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    photo = _upright(photo)
    plain = Image.new("RGB", photo.size, "white")
    plain.paste(photo, mask=photo.convert("RGBA").getchannel("A") if photo.has_transparency_data else None)
    return plain


def _upright(photo: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(photo)
    except (SyntaxError, ValueError, TypeError, KeyError, OSError):
        return photo  # broken EXIF says nothing about the picture
