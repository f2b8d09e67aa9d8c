"""What the screens are given where the parts are joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from flask import current_app

from notifications.queues import Queue
from registry.catalogue import Catalogue
from registry.counter.interview import Interviewer
from registry.database import Database
from registry.issuing.bsre import Bsre
from registry.issuing.issuing_desk import IssuingDesk
from registry.models import Case, Contact
from registry.models.columns import now
from registry.offices.service_rules import Refreshed
from registry.places.regions import Regions
from registry.uploads.store import ObjectStore
from settings import Settings


class Wakes(Protocol):
    def wake(self, queue: Queue) -> None: ...


# What the citizen will be told, in the chat's own words: (event, its fields, case, contact) -> the sentence.
Sentence = Callable[[str, Mapping[str, Any], Case, Contact], str]


@dataclass(frozen=True)
class Parts:
    database: Database
    settings: Settings
    store: ObjectStore
    waker: Wakes
    catalogue: Catalogue
    rules: Refreshed  # what offices do differently, as it is now
    regions: Regions
    sentence: Sentence
    interview: Interviewer
    issuing: IssuingDesk
    alerts: Callable[[], Sequence[str]]  # what is amiss with the installation now, by the names that /healthz gives
    clock: Callable[[], datetime]


def furnish(
    *,
    database: Database,
    settings: Settings,
    store: ObjectStore,
    waker: Wakes,
    catalogue: Catalogue,
    regions: Regions,
    sentence: Sentence,
    interview: Interviewer,
    alerts: Callable[[], Sequence[str]] = tuple,
    clock: Callable[[], datetime] = now,
) -> Parts:
    """`sentence` says what a citizen will be told of an event, and `interview` puts a service's questions, both in the
    chat's own words."""
    issuing = IssuingDesk(
        database=database,
        store=store,
        regions=regions,
        public_url=settings.public_url,
        official=settings.issuing == "official",
        bsre=Bsre(settings.bsre_url, settings.bsre_user, settings.bsre_password) if settings.bsre_url else None,
        trusted_roots=tuple(path.read_bytes() for path in settings.trusted_signers),
    )
    return Parts(
        database, settings, store, waker, catalogue, Refreshed(catalogue), regions, sentence, interview, issuing,
        alerts, clock,
    )  # fmt: skip


def parts() -> Parts:
    found: Parts = current_app.extensions["backoffice"]
    return found
