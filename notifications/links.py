"""The address at which the carrier fetches the file of a message, made at the moment of sending."""

from __future__ import annotations

from datetime import datetime

from notifications.outbox import Message
from registry.database import Database
from registry.forms import handouts
from registry.issuing.download_links import for_carrier
from registry.tickets import enclosures
from registry.vans import ticket


class CarrierLinks:
    def __init__(self, database: Database, public_url: str) -> None:
        self._database = database
        self._public_url = public_url

    def __call__(self, message: Message, at: datetime) -> str:
        """Lives minutes. Raises NotFound, or Refused when the document was withdrawn meanwhile."""
        with self._database.writing() as session:
            if message.document_id is not None:
                token = for_carrier(session, message.document_id, at)
            elif message.enclosure_id is not None:
                token = enclosures.LINKS.make(session, message.enclosure_id, at)
            elif message.booking_id is not None:
                token = ticket.LINKS.make(session, message.booking_id, at)
            else:
                token = handouts.LINKS.make(session, message.handout_id or 0, at)
        return f"{self._public_url}/d/{token}"
