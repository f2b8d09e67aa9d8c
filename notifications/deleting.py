"""Deletes what is left of erased data: files in the object store, messages and files at the carrier."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Protocol

import structlog

from notifications.channels.carrier import AnswerLost, DeliveryFailed
from registry.database import Database
from registry.models import Remnant, RemnantKind
from registry.retention import remnants
from registry.uploads.store import ObjectMissing

log = structlog.get_logger()

THREADS = 8  # a call to the carrier takes ~150 ms
BATCH = 80


class Files(Protocol):
    def delete(self, key: str) -> None: ...


class Carrier(Protocol):
    """Both raise DeliveryFailed or AnswerLost, and are quiet about what is gone already."""

    def delete_media(self, message_sid: str, media_sid: str) -> None: ...

    def delete_message(self, sid: str) -> None: ...


class Deleter:
    def __init__(self, database: Database, store: Files, carrier: Carrier) -> None:
        self._database = database
        self._store = store
        self._carrier = carrier

    def run(self, at: datetime, seconds: float) -> int:
        """Works off what is due until the time is over; safe to run twice at once. Returns how many are deleted."""
        deadline, done = time.monotonic() + seconds, 0
        with ThreadPoolExecutor(THREADS, "delete") as pool:
            while time.monotonic() < deadline and (found := self._due(at)):
                failures = list(pool.map(self._delete, found))
                self._note(found, failures, at)
                done += failures.count(None)
        return done

    def _due(self, at: datetime) -> list[Remnant]:
        with self._database.reading() as session:
            return remnants.due(session, at, BATCH)

    def _delete(self, remnant: Remnant) -> str | None:
        """Why it failed: a carrier's code or an error class."""
        try:
            match remnant.kind:
                case RemnantKind.OBJECT:
                    self._store.delete(remnant.key)
                case RemnantKind.MEDIA:
                    self._carrier.delete_media(str(remnant.message_sid), remnant.key)
                case RemnantKind.MESSAGE:
                    self._carrier.delete_message(remnant.key)
        except (AnswerLost, DeliveryFailed) as error:
            return error.reason
        except OSError as error:
            return type(error).__name__
        except ObjectMissing:
            pass  # never a key of this store
        return None

    def _note(self, found: Sequence[Remnant], failures: Sequence[str | None], at: datetime) -> None:
        with self._database.writing() as session:
            for remnant, failure in zip(found, failures, strict=True):
                if failure is None:
                    remnants.deleted(session, remnant.id)
                elif not remnants.postponed(session, remnant.id, failure, at):
                    log.error("remnant_given_up", remnant_id=remnant.id, kind=remnant.kind, error=failure)
