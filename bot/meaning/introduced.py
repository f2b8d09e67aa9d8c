"""Who says only for whom they work: "saya bidan", "kami dari panti asuhan"."""

from __future__ import annotations

import re

from bot.meaning.picks import plain

_HELLO = r"(?:(?:halo|hallo|hai|p|permisi|selamat (?:pagi|siang|sore|malam)|assalamualaikum|min|admin|pak|bu|kak) )*"
_ROLE = (
    r"(?:bidan|perawat|dokter|kader|panti(?: (?:asuhan|jompo|sosial|werdha))?|yayasan|rs|rsud|rumah sakit"
    r"|puskesmas|klinik"
    r"|(?:ketua |pak |bu )?(?:rt|rw)|kelurahan|kecamatan|desa|sekolah|lapas|rutan|operator|pengacara|notaris|kua|gereja"
    r"|midwife|nurse|orphanage|hospital|clinic|school|lawyer)"
)
INTRODUCED = re.compile(
    rf"^{_HELLO}(?:ini |perkenalkan )?(?:saya|sy|kami|aku|ulun|i am|im|we are|i m)"
    rf"(?: dari| from| seorang| petugas| staf| staff| pengurus| perwakilan| the| a| an)* {_ROLE}"
    r"(?! (?:mau|mo|ingin|perlu|minta|butuh))(?: \w+){0,3}$"
)
WISHES = re.compile(
    r"\b(?:mau|ingin|pengen|perlu|minta|butuh|urus|bikin|buat|hilang|rusak|lapor|akta|akte|kk|ktp|kia|ikd|suket|pindah"
    r"|lahir|meninggal)\b"
)


def only_introduced(text: str) -> bool:
    said = plain(text)
    return bool(INTRODUCED.match(said)) and not WISHES.search(said)
