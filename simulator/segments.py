"""How many parts an SMS is cut into: GSM 03.38 (160, then 153 septets a part) or UCS-2 (70, then 67)."""

from __future__ import annotations

from dataclasses import dataclass

GSM = set(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each of these takes an escape before it: two septets, never torn apart between two parts.
GSM_ESCAPED = set("^{}\\[~]|€\f")


@dataclass(frozen=True)
class Segments:
    encoding: str
    units: int
    parts: int


def count(text: str) -> Segments:
    """Counts units (septets or UTF-16 code units) and parts; an empty text is one part."""
    if all(char in GSM or char in GSM_ESCAPED for char in text):
        return _cut("GSM-7", [2 if char in GSM_ESCAPED else 1 for char in text], 160, 153)
    return _cut("UCS-2", [2 if ord(char) > 0xFFFF else 1 for char in text], 70, 67)


def _cut(encoding: str, widths: list[int], alone: int, joined: int) -> Segments:
    units = sum(widths)
    if units <= alone:
        return Segments(encoding, units, 1)
    parts, used = 1, 0
    for width in widths:
        if used + width > joined:
            parts, used = parts + 1, 0
        used += width
    return Segments(encoding, units, parts)
