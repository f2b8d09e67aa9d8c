"""Whether somebody tells how a document is to reach them: by post to an address, or fetched by themselves."""

from __future__ import annotations

import re

from bot.meaning.picks import SAID_TO
from bot.meaning.spelling import spelling

_SEND = r"(?:(?:di)?kirim(?:kan|in)?|(?:di)?ant[ae]r(?:kan|in|ken)?|(?:di)?pos(?:kan|in)?|post|mail|kurir|ojol|cod)"
_BESIDE = r"(?:lewat|via|pakai|by|mau|saya|minta|tolong|mohon|nanti|bisa|boleh|biar|tidak|kartu|ktp|kia|itu|it)"
CARRIED = re.compile(
    rf"\b{_SEND} (?:it )?(?:ke|ka|lewat|via|pakai|by|to|rumah|alamat)\b"
    rf"|^(?:{_BESIDE} )*(?:pos|post|kurir|ojol|cod|(?:di)?ant[ae]r(?:kan|in)?)(?: {_BESIDE})*$"
)
FETCHED = re.compile(
    r"\b(?:di)?ambil (?:sendiri|(?:langsung )?(?:di|ke) (?:kantor|loket|dukcapil|disdukcapil|capil|situ|sana))\b"
    r"|\bpick it up\b|\bcollect it\b"
)
OTHERS = {"foto", "file", "berkas", "surat", "email", "wa", "sms", "link", "tautan", "kode", "otp", "pin", "uang",
          "transfer", "polisi", "sudah", "tadi", "kemarin", "belum", "rs", "rsud", "puskesmas", "bidan",
          "sekolah"}  # fmt: skip
BETWEEN = SAID_TO | {"ya", "yah", "nggih", "please"}
MOST_WORDS = 15  # more is a story


def tells_carriage(text: str) -> bool:
    """ "pos aja ke jl mawar 5", "ambil sendiri aja"; what is sent to us, or was sent before, is another matter."""
    words = [word for word in spelling().words(text) if word not in BETWEEN]
    said = " ".join(words)
    fits = 0 < len(words) <= MOST_WORDS and not OTHERS.intersection(words)
    return fits and bool(CARRIED.search(said) or FETCHED.search(said))
