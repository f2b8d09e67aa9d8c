"""Photos of made-up papers, drawn and not taken: what citizens send in the demo."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from registry.models import Upload, UploadState
from registry.uploads.losses import losses
from registry.uploads.reading import Reading
from registry.uploads.store import ObjectStore

SIZE, MARGIN = (1000, 1400), 90
HEADINGS = {
    "police_letter": ("KEPOLISIAN NEGARA REPUBLIK INDONESIA", "SURAT TANDA PENERIMAAN LAPORAN KEHILANGAN"),
    "ktp": ("KARTU TANDA PENDUDUK", "NIK"),
    "birth_letter": ("RUMAH SAKIT CONTOH", "SURAT KETERANGAN KELAHIRAN"),
    "marriage_book": ("KUTIPAN AKTA NIKAH", "BUKU NIKAH"),
    "kk": ("KARTU KELUARGA", "No."),
}


def make_upload(store: ObjectStore, contact_id: int, paper: str, lines: list[str], at: datetime) -> Upload:
    photo = _draw(HEADINGS[paper], lines)
    return Upload(
        contact_id=contact_id,
        state=UploadState.STORED,
        verdict="fine",
        kind="image",
        media_type="image/jpeg",
        object_key=store.put(photo),
        size=len(photo),
        sha256=hashlib.sha256(photo).hexdigest(),
        read=_read(paper, lines).to_json(),
        due_at=at,
        created_at=at,
    )


def _read(paper: str, lines: list[str]) -> Reading:
    """What the uploads worker would have read on it."""
    written = dict.fromkeys(number for line in lines for number in re.findall(r"\b\d{16}\b", line))
    family = next(iter(written), None) if paper == "kk" else None
    return Reading(kinds=(paper,), numbers=tuple(written), lost=losses(lines), family=family)


def _draw(headings: tuple[str, str], lines: list[str]) -> bytes:
    sheet = Image.new("RGB", SIZE, "#f7f4ea")
    pen = ImageDraw.Draw(sheet)
    for row, text in enumerate((*headings, "", *lines)):
        pen.text((MARGIN, MARGIN + 60 * row), text, "#1b1b22", ImageFont.load_default(34))
    pen.text((MARGIN, SIZE[1] - 2 * MARGIN), "CONTOH - orang dan nomor rekaan", "#b3261e", ImageFont.load_default(44))
    written = BytesIO()
    sheet.save(written, "JPEG", quality=80)
    return written.getvalue()
