"""A document whose data is right, told beside what is wrong: "salah tulis di kk, di akta bener"."""

from __future__ import annotations

import re

_DOCUMENT = r"(?:akta|akte|ktp|kk|ijazah|kia|paspor|certificate|card|diploma)"
RIGHT = re.compile(
    r"(?:[,.;\n]|\b(?:tapi|tp|padahal|pdhl|pdhal|sedangkan|but)\b)\s*(?:(?:kalau|klo|kalo|yang|yg)\s)?(?:(?:di|in|on)\s)?"
    rf"(?:(?:the|my)\s)?(?:(?:birth|id|family)\s)?{_DOCUMENT}(?:ku|nya)?(?:\s(?:lahir|nikah|saya|sy|nya|mah|sudah|sdh|udah|udh|itu|is))*"
    r"\s(?:bener|benar|betul|sesuai|right|correct|fine)(?:nya)?\s*$",
    re.IGNORECASE,
)


def without_right(text: str) -> str:
    """What is to be put right."""
    return RIGHT.sub("", text)
