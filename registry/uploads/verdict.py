"""What an inspection finds: a file made harmless, or the reason why it is not taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    IMAGE = "image"
    PDF = "pdf"
    VOICE = "voice"


class Quality(StrEnum):
    """Can a photo be read? A doubt counts as fine: an officer looks at it anyway."""

    FINE = "fine"
    BLURRED = "blurred"
    DARK = "dark"
    SMALL = "small"
    CUT = "cut"


class Refusal(StrEnum):
    """Keys of the answers a citizen gets."""

    LOCKED_PDF = "locked-pdf"
    TOO_LARGE = "too-large"  # limit: MB
    TOO_MANY_PAGES = "too-many-pages"  # limit: pages
    HEIC_PHOTO = "heic-photo"
    NOT_PHOTO_OR_PDF = "not-photo-or-pdf"


class NotAcceptable(Exception):
    """The file is not taken. `key` says why, `numbers` holds the numbers its sentence needs."""

    def __init__(self, key: Refusal, **numbers: int) -> None:
        super().__init__(key)
        self.key = key
        self.numbers = numbers


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture that needs no decoder any more: rows from the top, three bytes (red, green, blue) a pixel."""

    width: int
    height: int
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.data) != 3 * self.width * self.height:
            raise ValueError(f"{self.width} x {self.height} pixels do not have {len(self.data)} bytes")


@dataclass(frozen=True, slots=True)
class Inspected:
    """`data` is what to keep: a photo encoded anew, a PDF written anew, a voice note as it came."""

    kind: Kind
    media_type: str
    data: bytes = field(repr=False)
    quality: Quality = Quality.FINE
    width: int | None = None
    height: int | None = None
    pages: int | None = None
    glare: bool = False  # a spot of the photo is burnt out
    pixels: Pixels | None = field(default=None, repr=False)  # small enough to be read; none: nothing to read

    @property
    def sha256(self) -> str:
        """Of `data`: the same file sent again has the same one."""
        return hashlib.sha256(self.data).hexdigest()
