"""What a message that is known to be about a service, or about the office, wants to know of it.

More signs count here than beside an open question (bot/meaning/asked.py), where the words may be an answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.meaning.topics import Topic

# In the words of bot/meaning/spelling.py; the first kind of which a sign stands in the message.
SIGNS = {
    Topic.COST: ("bayar", "gratis", "denda", "harga"),
    Topic.DURATION: (
        "berapa (lama|hari|minggu|bulan)", "lama (jadi|proses|selesai)", "sehari jadi", "kapan (jadi|selesai)",
    ),
    Topic.HOURS: (
        "jam (berapa|buka|kerja|layanan|pelayanan|operasional|tutup)", "(sabtu|minggu|libur) buka", "buka (jam|hari)",
        "hari ini buka", "kapan buka",
    ),
    Topic.PLACE: ("dimana", "kemana", "lokasi", "alamat kantor"),
    Topic.REQUIREMENTS: (  # also whether, who and by whom: what is needed answers most of it
        "syarat", "apa", "apakah", "berapa", "siapa", "kenapa", "boleh", "wajib", "perlu", "butuh", "bisa", "beda",
        "masih berlaku", r"(berkas|dokumen) \w+", "harus (bawa|datang|ke|ada|pakai)", "formulir", r"f[12]\d\d",
        "format (sms|pesan|surat)", "contoh (surat|format|isi|foto|formulir|cara)",
        "(ada|minta|lihat|kasih|^) contoh", r".*(tidak|\?)$",
    ),
}  # fmt: skip
PATTERNS = {asks: re.compile(rf"(?<!\w)(?:{'|'.join(signs)})(?!\w)") for asks, signs in SIGNS.items()}
NO_QUESTION = re.compile(r"(?<!\w)(tidak|belum) (bisa|boleh|perlu|wajib)(?!\w)")


def asks(words: Sequence[str]) -> Topic | None:
    said = NO_QUESTION.sub(" ", " ".join(words))
    return next((each for each, pattern in PATTERNS.items() if pattern.search(said)), None)
