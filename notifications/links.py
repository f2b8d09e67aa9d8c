"""The address at which the carrier fetches a document, made at the moment of sending."""

from __future__ import annotations

from datetime import datetime

from registry.database import Database
from registry.release import link_for_carrier


class CarrierLinks:
    def __init__(self, database: Database, public_url: str) -> None:
        self._database = database
        self._public_url = public_url

    def __call__(self, document_id: int, at: datetime) -> str:
        """Lives minutes. Raises NotFound, or Refused when the document was withdrawn meanwhile."""
        with self._database.writing() as session:
            return f"{self._public_url}/d/{link_for_carrier(session, document_id, at)}"
