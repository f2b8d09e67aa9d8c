"""Who took a card or a document at the counter, as the officer typed it."""

from __future__ import annotations

from backoffice.acting import typed
from backoffice.texts import texts
from registry.counter.giving import TakenBy, Taker


def taker_typed() -> tuple[Taker, str]:
    """And the note about it: Indonesian, as all that the office keeps."""
    taker = Taker(typed("taker"), typed("identity"), " ".join(typed("taker_name").split()))
    known = taker.by in (TakenBy.FAMILY, TakenBy.PROXY)
    return taker, texts("id")(f"note-taker-{taker.by}", name=taker.name) if known else ""
