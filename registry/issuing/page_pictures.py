"""A page of a PDF as a picture: a telephone's browser shows no PDF within a page."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

from registry.issuing.drawn_apart import PAPER
from registry.issuing.render import RenderFailed
from registry.uploads.apart import parts_of

LONGEST = 10  # seconds; what we issue takes a fifth of one
AT_ONCE = 2  # processes that one web process has drawing: each may take its gigabyte

_free = BoundedSemaphore(AT_ONCE)


def picture(pdf: bytes, page: int) -> bytes | None:
    """As PNG; none where there is no such page, counted from 1. Raises RenderFailed for what cannot be drawn, or not
    in time. What the desk did not make itself may be hostile: a process of its own draws it."""
    if not _free.acquire(timeout=LONGEST):
        raise RenderFailed("too much is being drawn")
    try:
        drawn = _drawn(pdf, page)
    finally:
        _free.release()
    if drawn is None:
        raise RenderFailed("the page cannot be drawn")
    return drawn or None


def _drawn(pdf: bytes, page: int) -> bytes | None:
    """Nothing, in bytes, for a page past the last. Typst reads pictures from files alone: this one is gone when it is
    drawn."""
    with TemporaryDirectory() as folder:
        Path(folder, PAPER).write_bytes(pdf)
        answered = parts_of("registry.issuing.drawn_apart", folder, str(page), longest=LONGEST)
    return answered[0][1] if answered else None
