"""The chat: what the webhooks and the worker of the drain queue need."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache, lru_cache

from assembly.parts import Parts
from bot.completeness import long_titles, missing_texts
from bot.conversations import Conversations
from bot.flow import Flow
from bot.flows.book import flow_book
from bot.meaning.understanding import reader
from bot.wording import Wording
from registry import catalogue
from registry.catalogue import Catalogue, CatalogueError
from registry.places.regions import load_regions


@cache
def conversations(parts: Parts) -> Conversations:
    settings = parts.settings
    official = settings.issuing == "official"
    means = reader(services())
    return Conversations(
        parts.database, services(), flows(), means, load_regions(), words(), settings.public_url, official
    )


def flows() -> Mapping[str, Flow]:
    return _flows(services().edition)


@lru_cache(maxsize=1)
def _flows(edition: int) -> Mapping[str, Flow]:
    """They go by what offices have set, anew after each change of it."""
    return flow_book(services())


@cache
def services() -> Catalogue:
    """Ends the process, naming every fault, when they contradict themselves or lack a sentence."""
    try:
        found = catalogue.load()
    except CatalogueError as fault:
        sys.exit(str(fault))
    if missing := missing_texts(found, words()):
        sys.exit("Some services lack their sentences:\n  " + "\n  ".join(missing))
    if long := long_titles(found, words()):
        sys.exit("Some choices do not fit on a telephone:\n  " + "\n  ".join(long))
    return found


@cache
def words() -> Wording:
    return Wording()
