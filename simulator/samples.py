"""Sample files by name: drawn at first use, then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import ImageEnhance, ImageFilter
from PIL.Image import Image

from simulator import papers


@dataclass(frozen=True)
class Paper:
    label: str
    paint: Callable[[], Image]
    content_type: str = "image/jpeg"


def _blurred() -> Image:
    return papers.police_letter().filter(ImageFilter.GaussianBlur(10))


def _dark() -> Image:
    return ImageEnhance.Brightness(papers.police_letter()).enhance(0.13)


def _tiny() -> Image:
    return papers.ktp().resize((240, 153))


PAPERS = {
    "surat-hilang.jpg": Paper("Surat hilang (polisi)", papers.police_letter),
    "ktp.jpg": Paper("KTP-el", papers.ktp),
    "kk.jpg": Paper("Kartu Keluarga", papers.family_card),
    "surat-lahir.jpg": Paper("Surat lahir", papers.birth_letter),
    "surat-lahir.pdf": Paper("Surat lahir (PDF)", papers.birth_letter, "application/pdf"),
    "buku-nikah.jpg": Paper("Buku nikah", papers.marriage_book),
    "buram.jpg": Paper("Foto buram", _blurred),
    "gelap.jpg": Paper("Foto gelap", _dark),
    "kecil.jpg": Paper("Foto terlalu kecil", _tiny),
}


@lru_cache
def draw(file: str) -> bytes:
    """The bytes of one sample; KeyError when there is none of that name."""
    paper, out = PAPERS[file], BytesIO()
    kind = "PDF" if paper.content_type == "application/pdf" else "JPEG"
    paper.paint().save(out, kind, quality=90, resolution=150)
    return out.getvalue()
