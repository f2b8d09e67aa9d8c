"""The number that a document itself bears, as it is kept and compared: of an akta, a KK, a letter."""

from __future__ import annotations

import re

from registry.models import Document
from registry.vault import vault

LONGEST = 40
PLAIN = re.compile(r"(?=.*\d)[A-Z0-9]{3,40}")


def keep(document: Document, number: str) -> None:
    document.number = number or None
    document.number_index = index_of(number) if number else None


def plain(written: str) -> str:
    """As it is compared: people leave out strokes and dots, or put others."""
    return re.sub(r"[^A-Z0-9]", "", written.upper())


def index_of(number: str) -> bytes:
    return vault().blind("document", plain(number))
