"""Answers of offices' forms become requests: the chat reads them, the registry files them."""

from __future__ import annotations

from functools import cache

from assembly.chat import services, words
from assembly.parts import Parts
from bot.interviews import Interviews
from registry.form_door.taking import Taker
from registry.models.columns import now
from registry.places.regions import load_regions


def take_in(parts: Parts) -> bool:
    """Whether more wait."""
    return _taker(parts).run()


@cache
def _taker(parts: Parts) -> Taker:
    read_by = Interviews(parts.database, services(), load_regions(), words())
    return Taker(parts.database, services(), read_by, now, official=parts.settings.issuing == "official")
