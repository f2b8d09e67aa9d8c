"""What goes out to the carrier and comes in from it: for the workers of the send and uploads queues."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from assembly.parts import Parts
from bot.uploads import Fetcher
from notifications.channels.twilio import TwilioCarrier
from notifications.dispatch import Dispatcher
from registry import release


@cache
def dispatcher(parts: Parts) -> Dispatcher:
    def link(document_id: int, at: datetime) -> str:
        """An address that the carrier may fetch a PDF from, for some minutes."""
        with parts.database.writing() as session:
            token = release.link_for_carrier(session, document_id, at)
        return f"{parts.settings.public_url}/d/{token}"

    return Dispatcher(parts.database, TwilioCarrier(parts.settings), link)


@cache
def fetcher(parts: Parts) -> Fetcher:
    return Fetcher(parts.database, TwilioCarrier(parts.settings), parts.store)
