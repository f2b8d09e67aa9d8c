"""Sample files by name: made at first use, then kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from simulator import papers
from simulator.voice_note import voice_note


@dataclass(frozen=True)
class Sample:
    """A sample with a label stands in the menu of papers."""

    content_type: str
    make: Callable[[], bytes]
    label: str = ""


def ktp_of(nik: str, born: str) -> bytes:
    """The photo of another woman's KTP-el: `born` as 05-06-1990."""
    return _saved(papers.ktp(nik, born), "JPEG")


def _photo(paint: Callable[[], Image.Image], label: str) -> Sample:
    return Sample("image/jpeg", lambda: _saved(paint(), "JPEG"), label)


def _saved(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    image.save(out, kind, quality=90, resolution=150)
    return out.getvalue()


def _blurred() -> Image.Image:
    return papers.police_letter().filter(ImageFilter.GaussianBlur(10))


def _dark() -> Image.Image:
    return ImageEnhance.Brightness(papers.police_letter()).enhance(0.13)


def _tiny() -> Image.Image:
    return papers.ktp().resize((240, 168))


def _sticker() -> bytes:
    image = Image.new("RGBA", (256, 256))
    pen = ImageDraw.Draw(image)
    pen.ellipse((8, 8, 248, 248), "#ffd54a")
    pen.ellipse((78, 84, 104, 116), "#3a2b12")
    pen.ellipse((152, 84, 178, 116), "#3a2b12")
    pen.arc((70, 90, 186, 196), 20, 160, "#3a2b12", 12)
    return _saved(image, "WEBP")


VCARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Budi Contoh\r\nTEL;TYPE=CELL:+62 812-0000-0099\r\nEND:VCARD\r\n"

SAMPLES = {
    "surat-hilang.jpg": _photo(papers.police_letter, "Surat hilang (KK)"),
    "surat-hilang-ktp.jpg": _photo(lambda: papers.police_letter("KTP-el"), "Surat hilang (KTP)"),
    "ktp.jpg": _photo(papers.ktp, "KTP-el"),
    "kk.jpg": _photo(papers.family_card, "Kartu Keluarga"),
    "surat-lahir.jpg": _photo(papers.birth_letter, "Surat lahir"),
    "surat-lahir.pdf": Sample("application/pdf", lambda: _saved(papers.birth_letter(), "PDF"), "Surat lahir (PDF)"),
    "buku-nikah.jpg": _photo(papers.marriage_book, "Buku nikah"),
    "buram.jpg": _photo(_blurred, "Foto buram"),
    "gelap.jpg": _photo(_dark, "Foto gelap"),
    "kecil.jpg": _photo(_tiny, "Foto terlalu kecil"),
    "suara.ogg": Sample("audio/ogg", voice_note),
    "stiker.webp": Sample("image/webp", _sticker),
    "kontak.vcf": Sample("text/vcard", VCARD.encode),
}


@lru_cache
def draw(file: str) -> bytes:
    """The bytes of one sample; KeyError when there is none of that name."""
    return SAMPLES[file].make()
