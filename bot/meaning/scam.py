"""Whether somebody asks about what another wants of them: a link to click, a code to give, money to send."""

from __future__ import annotations

import re
from collections.abc import Sequence

BAIT = {"link", "tautan", "klik", "click", "apk", "otp", "pin", "transfer", "rekening", "kode", "code"}
ANOTHER = {
    "dia", "orang", "org", "katanya", "bilang", "ngaku", "mengaku", "disuruh", "suruh", "nelpon", "telepon", "telpon",
    "ditelpon", "ditelepon", "dihubungi", "someone", "somebody", "caller", "dikirimi", "dapat",
}  # fmt: skip
DOUBTS = re.compile(
    r"\b(?:aman|bener|benar|betul|penipuan|penipu|nipu|hoax|hoaks|asli|resmi|percaya|safe|scam|legit|real|boleh)\b"
)


def doubts(words: Sequence[str]) -> bool:
    """In the words of bot/meaning/spelling.py: "dia bilang klik link terus masukin pin, aman ga"."""
    said = set(words)
    return bool(said & BAIT and said & ANOTHER and DOUBTS.search(" ".join(words)))
