"""The ticket as a picture: the number in the queue, where and when, and a QR that opens it at the van."""

from __future__ import annotations

from io import BytesIO

import qrcode
from PIL import Image, ImageDraw, ImageFont

from registry.links import Links
from registry.models import VanBooking
from registry.models.vans import IKD
from registry.vans.visits import Visit

LINKS = Links(VanBooking, "vanticket")
WIDTH, HEIGHT, EDGE, SIDE = 720, 960, 48, 420
INK, PAPER = (16, 42, 46), (255, 255, 255)


def address(public_url: str, code: str) -> str:
    """What the QR leads to: the van desk, for who is signed in there."""
    return f"{public_url}/keliling/tiket/{code}"


def draw(booking: VanBooking, visit: Visit, public_url: str) -> bytes:
    """A PNG. The language is the office's: the crew reads it."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    code = qrcode.make(address(public_url, booking.code), border=2).get_image().convert("RGB")
    picture.paste(code.resize((SIDE, SIDE), Image.Resampling.NEAREST), ((WIDTH - SIDE) // 2, 300))
    hours = f"{visit.opens}-{visit.closes}".replace(":", ".")
    lines = (
        (48, 34, "Aktivasi IKD, Disdukcapil" if booking.service == IKD else "Mobil keliling Disdukcapil"),
        (100, 96, f"No. {booking.number}"),
        (222, 48, f"{visit.on:%d-%m-%Y}, {hours}"),
        (748, 64, booking.code),
        (840, 32, visit.place),
    )
    for top, size, text in lines:
        _centred(pen, top, size, text)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _centred(pen: ImageDraw.ImageDraw, top: int, size: int, text: str) -> None:
    """Smaller where it would not fit."""
    font = ImageFont.load_default(size)
    while pen.textlength(text, font=font) > WIDTH - 2 * EDGE and size > 16:
        size -= 4
        font = ImageFont.load_default(size)
    pen.text(((WIDTH - pen.textlength(text, font=font)) / 2, top), text, font=font, fill=INK)
