"""Whether somebody else uses a citizen's NIK or name: for a loan, a party. No bribe, and no NIK not found."""

from __future__ import annotations

import re

from bot.meaning.spelling import spelling

IDENTITY = re.compile(r"\b(?:nik|ktp|kk|identitas|data diri|data saya|nama saya|id card|identity)\b")
USED = (
    r"(?:(?:di)?(?:pakai|pake)|digunakan|dipergunakan|dimanfaatkan|dipinjam|dicatut|dicuri|didaftarkan|terdaftar|daftar"
    r"|used|using|stolen)"
)
FOR = (
    r"(?:pinjol|pinjaman|pinjam|utang|hutang|kredit|cicilan|paylater|judi|judol|parpol|partai"
    r"|rekening palsu|loan|loans|debt)"
)
WITHOUT = r"(?:orang (?:lain|tidak dikenal)|tanpa (?:izin|ijin|sepengetahuan)|somebody else|someone|without my)"
MISUSED = re.compile(
    r"\b(?:(?:di|me)?salahgunakan|(?:di)?salah gunakan|penyalahgunaan|menyalahgunakan|misused|identity theft)\b"
    rf"|\b{USED}\b(?: \w+){{0,5}} {FOR}\b|\b{FOR}\b(?: \w+){{0,5}} (?:pakai|pake|atas) (?:nik|ktp|nama|data)\b"
    rf"|\b{USED}\b(?: \w+)? {WITHOUT}\b|\b(?:someone|somebody)\b(?: \w+){{0,2}} (?:used|uses|using|stole)\b"
)
DUNNED = re.compile(r"\b(?:ditagih|tagihan|penagih|debt collector|dc)\b.*\b(?:pinjol|pinjaman|utang|hutang|paylater)\b")
NEVER = re.compile(r"\b(?:padahal|tidak pernah|bukan saya|never)\b")
FEARED = re.compile(
    r"\b(?:takut|khawatir|kuatir|nanti|akan|bakal|bakalan|kalau|jangan|aman|belum|afraid|if|will)\b"
    r"|\b(?:tidak|bukan)(?: \w+)? (?:di)?(?:salahgunakan|salah gunakan|pakai|pake|misused)\b"
)
TWICE = re.compile(r"\b(?:ganda|dobel|double|kembar|di kk)\b")  # our register's own fault
OF_OURS = re.compile(r"\b(?:petugas|oknum|dukcapil|disdukcapil|capil|kantor|loket|pegawai|officer)\b")
WITH_PURSE = re.compile(r"\b(?:dompet|wallet|purse|tas|bag)\b")  # stolen, and the card with it
MOST_WORDS = 30


def misused(text: str) -> bool:
    """What is feared is asked about, and what one of ours did is a supervisor's to know."""
    said = " ".join(word for word in spelling().words(text) if word.isalnum())
    told = (IDENTITY.search(said) and MISUSED.search(said)) or (DUNNED.search(said) and NEVER.search(said))
    if not told or len(said.split()) > MOST_WORDS or WITH_PURSE.search(said):
        return False
    return not any(each.search(said) for each in (FEARED, TWICE, OF_OURS))
