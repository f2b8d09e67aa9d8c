"""A form to sign, for the carrier: rendered when it is fetched, outside any transaction, and kept nowhere."""

from __future__ import annotations

from datetime import datetime

from bot.wording import Wording
from registry.catalogue import Catalogue
from registry.database import Database
from registry.forms import handouts
from registry.issuing.render import render_sheet
from registry.models import Channel
from registry.offices.service_rules import Refreshed
from registry.places.regions import Regions


class Handouts:
    def __init__(self, database: Database, catalogue: Catalogue, regions: Regions, words: Wording) -> None:
        self._database = database
        self._catalogue = catalogue
        self._rules = Refreshed(catalogue)
        self._regions = regions
        self._words = _Indonesian(words)

    def fetch(self, token: str, at: datetime) -> tuple[str, bytes]:
        """The form's code and its PDF. Counts the fetch; raises NotFound, or Gone when the link is over."""
        with self._database.writing() as session:
            self._rules.refresh(session)
            handout = handouts.LINKS.open(session, token, at)
            filled = handouts.filled(session, handout, self._catalogue, self._regions, self._words, at)
        return filled.code, render_sheet(filled, at)


class _Indonesian:
    """What the office prints is written in it, whatever the chat's language."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def service(self, code: str) -> str:
        return self._said(f"service-{code}")

    def paper(self, key: str) -> str:
        return self._said(f"paper-{key}")

    def option(self, question: str, option: str) -> str:
        return self._said(f"option-{question}-{option}")

    def _said(self, key: str) -> str:
        return self._words.render(key, {}, "id", Channel.WHATSAPP)
