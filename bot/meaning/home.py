"""Where somebody's family card is from, told beside a wish: "ktp sy ilang, kk ku masih surabaya"."""

from __future__ import annotations

import re

_KK, _ME = r"(?:kk|ktp|family card|id card)", r"(?:(?:nya|ku|saya|sy|aku|is|still)\s)*"
_FROM, _IN = r"(?:masih|msh|dari|asal|orang|alamat|from|still)", r"(?:(?:di|from|in|dari|kota|kab|kabupaten)\s)*"
OF_A_TOWN = re.compile(rf"\b{_KK}\s?{_ME}{_FROM}\s{_IN}(?P<town>[a-z]{{3,}}(?:\s[a-z]+)?)", re.IGNORECASE)
BESIDE = re.compile(
    rf"(?:[,.;\n]|\b(?:tapi|tp|but|dan|and)\b)\s*(?:my\s)?{OF_A_TOWN.pattern}\s*$", re.IGNORECASE
)  # as the last of a message that says more


ABROAD = re.compile(
    r"(?:[,.;\n]|\b(?:tapi|tp|but)\b)\s*(?:saya|sy|aku|ulun|i'?m|i am)\s(?:(?:lagi|sedang|lg|sdg|skrg|sekarang)\s)?"
    r"(?:kerja|bekerja|kuliah|tinggal|ngekos|kos|merantau|in|working|living|staying)\s(?:(?:di|in)\s)?\w+(?:\sfor\swork)?"
    r"(?=\s*(?:[,.;\n]|\b(?:tapi|tp|but)\b|$))",
    re.IGNORECASE,
)  # where they live or work now


def without_home(text: str) -> str:
    """What is wanted, without either."""
    return ABROAD.sub("", BESIDE.sub("", text))
