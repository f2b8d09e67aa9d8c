"""What goes out to the carrier and comes in from it: for the workers of the send and uploads queues."""

from __future__ import annotations

from functools import cache

from assembly.parts import Parts
from bot.uploads import Fetcher
from notifications.channels.twilio import TwilioCarrier
from notifications.dispatch import Dispatcher
from notifications.links import CarrierLinks


@cache
def dispatcher(parts: Parts) -> Dispatcher:
    links = CarrierLinks(parts.database, parts.settings.public_url)
    return Dispatcher(parts.database, TwilioCarrier(parts.settings), links)


@cache
def fetcher(parts: Parts) -> Fetcher:
    return Fetcher(parts.database, TwilioCarrier(parts.settings), parts.store)
