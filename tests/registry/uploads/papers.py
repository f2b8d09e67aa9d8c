"""Photos of made-up papers, and the files that strangers send instead."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFilter, ImageFont

LINES = (
    "KEPOLISIAN NEGARA REPUBLIK INDONESIA",
    "SURAT KETERANGAN KEHILANGAN (CONTOH)",
    "Yang bertanda tangan di bawah ini menerangkan bahwa pada hari",
    "Sabtu tanggal 21 November 2026 telah datang seorang perempuan",
    "Nama: Rina Contoh, pekerjaan wiraswasta, alamat Karang Rejo,",
    "yang melaporkan kehilangan 1 (satu) lembar Kartu Keluarga.",
)


@cache
def letter(width: int = 1200, height: int = 1600, ink: int = 40, text: float = 0.018, lines: int = 30) -> Image.Image:
    """A printed letter on a desk, as a phone sees it: grain, a little blur of the lens."""
    photo = Image.new("RGB", (width, height), (150, 120, 95))
    draw = ImageDraw.Draw(photo)
    left, top = width // 16, height // 16
    draw.rectangle((left, top, width - left, height - top), fill=(225, 224, 218))
    font = ImageFont.load_default(max(8, width * text))
    for number in range(lines):
        row = top * 1.5 + number * width * text * 1.7
        if row < height - 2 * top:
            draw.text((left * 1.6, row), LINES[number % len(LINES)], fill=(ink, ink, ink), font=font)
    grain = Image.effect_noise((width, height), 12).convert("RGB")
    return Image.blend(photo.filter(ImageFilter.GaussianBlur(0.6)), grain, 0.06)


def dimmed(photo: Image.Image, light: float) -> Image.Image:
    return photo.point(lambda value: int(value * light))


def shaded(photo: Image.Image, dark_side: float = 0.3) -> Image.Image:
    """The photographer's shadow lies over half of the paper."""
    slope = Image.linear_gradient("L").rotate(90).resize(photo.size)
    return Image.composite(photo, dimmed(photo, dark_side), slope)


def blurred(photo: Image.Image, radius: float) -> Image.Image:
    return photo.filter(ImageFilter.GaussianBlur(radius))


def encoded(photo: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    photo.save(out, form, **options)
    return out.getvalue()
