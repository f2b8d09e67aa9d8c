"""The signs that the font of our papers has. A desk's paper goes without the others; an official one is refused."""

from __future__ import annotations

import unicodedata

# Latin with all its letters, and the marks that people put between words.
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC), (0x2116, 0x2116))


def without_strange_signs(text: str) -> str:
    """A landmark with a picture in it must not keep a whole sheet of labels from being printed."""
    kept = (sign if _is_known(sign) else " " for sign in unicodedata.normalize("NFKC", text))
    return " ".join("".join(kept).split())


def _is_known(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in RANGES)
