"""What goes out to the carrier and comes in from it: for the workers of the send and uploads queues."""

from __future__ import annotations

from functools import cache

import structlog
from sqlalchemy import Engine

from assembly.chat import services
from assembly.parts import Parts
from bot.uploads import Fetcher
from notifications import receipts
from notifications.channels.gammu import tables as gammu
from notifications.channels.gammu.carrier import GammuCarrier
from notifications.channels.routes import Carriers
from notifications.channels.twilio import TwilioCarrier
from notifications.channels.web import PageCarrier
from notifications.dispatch import Dispatcher
from notifications.links import CarrierLinks
from notifications.postal import PostTracker
from registry.models import Channel
from registry.models.columns import now
from registry.population import checks
from registry.population.data_service import DataService
from registry.post import tracker
from registry.uploads.reader import PaperReader, expected_words

log = structlog.get_logger()

RECEIPT_SECONDS, MISSED_SECONDS = 10, 20  # see assembly/cleaning.py; the call under way takes up to twenty more


@cache
def dispatcher(parts: Parts) -> Dispatcher:
    links = CarrierLinks(parts.database, parts.settings.public_url)
    return Dispatcher(parts.database, carrier(parts), links, _sorry)


def _sorry(language: str, channel: Channel) -> str:
    """Loaded when it is needed: who sends knows no words of its own."""
    from assembly.chat import words

    return words().render("answer-late", {}, language, channel)


def sweep(parts: Parts) -> None:
    """Ask the carrier about what it never told us: a receipt may be lost, or come before the SID was kept."""
    receipts.sweep(parts.database, carrier(parts).status, now(), RECEIPT_SECONDS)


def take_in_missed(parts: Parts) -> int:
    """Messages whose webhook never came, as after an hour without a network; how many there were."""
    from bot.handlers import missed  # the workers that only send know nothing of what comes in

    return missed.take_in(parts.database, twilio(parts), now(), MISSED_SECONDS)


def follow(parts: Parts) -> bool:
    """Ask where envelopes are, if this installation knows whom to ask. Whether one arrived."""
    settings = parts.settings
    return bool(settings.tracker_url) and tracker.follow(
        parts.database, PostTracker(settings.tracker_url, settings.tracker_key), now()
    )


def check_register(parts: Parts) -> bool:
    """Compare filed cases with the centre's population data. Whether more are due."""
    return checks.run(parts.database, data_service(parts), services(), now)


@cache
def data_service(parts: Parts) -> DataService | None:
    settings = parts.settings
    if not settings.population_url:
        return None
    return DataService(settings.population_url, settings.population_user, settings.population_key)


@cache
def carrier(parts: Parts) -> Carriers:
    engine = modems(parts)
    return Carriers(twilio(parts), GammuCarrier(engine) if engine else None, PageCarrier(parts.store))


@cache
def twilio(parts: Parts) -> TwilioCarrier:
    return TwilioCarrier(parts.settings)


@cache
def modems(parts: Parts) -> Engine | None:
    """SMSD's database, if this installation has modems. Connects to nothing yet."""
    url = parts.settings.gammu_database_url
    return gammu.connect(url) if url else None


@cache
def fetcher(parts: Parts) -> Fetcher:
    return Fetcher(parts.database, carrier(parts), parts.store, reader())


@cache
def reader() -> PaperReader | None:
    """A machine that cannot load the models takes papers all the same."""
    try:
        from registry.uploads.ocr import Ocr  # with all that it needs: only this worker reads

        return PaperReader(expected_words(services().values()), Ocr())
    except (ImportError, OSError, RuntimeError) as fault:
        log.error("papers_will_not_be_read", exc_info=fault)
        return None
