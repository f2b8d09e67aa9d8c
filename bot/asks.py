"""What a question about a service, or about the office, wants to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum


class Asks(StrEnum):
    REQUIREMENTS = "requirements"  # also whether, who and by whom: what is needed answers most of it
    DURATION = "duration"
    COST = "cost"
    HOURS = "hours"
    PLACE = "place"


# In the words of bot/spelling.py; the first kind of which a sign stands in the message.
SIGNS = {
    Asks.COST: ("bayar", "gratis", "denda", "harga"),
    Asks.DURATION: (
        "berapa (lama|hari|minggu|bulan)", "lama (jadi|proses|selesai)", "sehari jadi", "kapan (jadi|selesai)",
    ),
    Asks.HOURS: (
        "jam (berapa|buka|kerja|layanan|pelayanan|operasional|tutup)", "(sabtu|minggu|libur) buka", "buka (jam|hari)",
        "hari ini buka", "kapan buka",
    ),
    Asks.PLACE: ("dimana", "kemana", "lokasi", "alamat kantor"),
    Asks.REQUIREMENTS: (
        "syarat", "apa", "apakah", "berapa", "siapa", "kenapa", "boleh", "wajib", "perlu", "butuh", "bisa", "beda",
        "masih berlaku", r"(berkas|dokumen) \w+", "harus (bawa|datang|ke|ada|pakai)", "formulir", r"f[12]\d\d",
        "format (sms|pesan|surat)", "contoh", r".*(tidak|\?)$",
    ),
}  # fmt: skip
PATTERNS = {asks: re.compile(rf"(?<!\w)(?:{'|'.join(signs)})(?!\w)") for asks, signs in SIGNS.items()}
NO_QUESTION = re.compile(r"(?<!\w)(tidak|belum) (bisa|boleh|perlu|wajib)(?!\w)")


def asks(words: Sequence[str]) -> Asks | None:
    said = NO_QUESTION.sub(" ", " ".join(words))
    return next((each for each, pattern in PATTERNS.items() if pattern.search(said)), None)
