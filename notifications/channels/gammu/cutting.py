"""Cuts a text into the parts of an SMS: GSM 03.38 (160, then 153 septets a part) or UCS-2 (70, then 67 units)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PLAIN, UNICODE = "Default_No_Compression", "Unicode_No_Compression"  # as Gammu calls them
MOST_PARTS = 255

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPED = frozenset("^{}\\[~]|€\f")  # two septets each, never torn apart between two parts


@dataclass(frozen=True)
class Cut:
    coding: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    text: str
    header: str  # UDH in hexadecimal: which part of how many; empty for a message of one


def cut(text: str) -> Cut:
    if all(char in GSM or char in ESCAPED for char in text):
        return Cut(PLAIN, tuple(_cut(text, [2 if char in ESCAPED else 1 for char in text], 160, 153)))
    return Cut(UNICODE, tuple(_cut(text, [2 if ord(char) > 0xFFFF else 1 for char in text], 70, 67)))


def numbered(texts: tuple[str, ...], reference: int) -> list[Part]:
    """By their `reference` a telephone knows the parts of one message; it differs from the message before."""
    if len(texts) == 1:
        return [Part(texts[0], "")]
    head = f"050003{reference % 256:02X}{len(texts):02X}"
    return [Part(text, f"{head}{place:02X}") for place, text in enumerate(texts, 1)]


def _cut(text: str, widths: list[int], alone: int, joined: int) -> Iterator[str]:
    if sum(widths) <= alone:
        yield text
        return
    begin = used = 0
    for place, width in enumerate(widths):
        if used + width > joined:
            yield text[begin:place]
            begin, used = place, 0
        used += width
    yield text[begin:]
