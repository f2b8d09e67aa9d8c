"""Fetches what citizens sent, judges it, keeps it encrypted, and puts the verdict into the contact's inbox."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import update
from sqlmodel import Session, col, select

from notifications.channels.carrier import AnswerLost, DeliveryFailed
from notifications.channels.media import MediaTooLarge, MediaUnavailable
from notifications.channels.twilio import TwilioCarrier
from registry import inbox
from registry.database import Database
from registry.models import Contact, EventKind, Upload, UploadState
from registry.models.columns import now
from registry.retention import remnants
from registry.uploads.inspect import inspect
from registry.uploads.store import ObjectStore
from registry.uploads.verdict import Inspected, NotAcceptable

log = structlog.get_logger()

MAX_BYTES = 16 * 1024 * 1024  # what the carrier passes on at most
ATTEMPTS = 6
LEASE = timedelta(seconds=90)
BACKOFF = (2, 5, 15, 60, 300)  # seconds


class Fetcher:
    def __init__(self, database: Database, carrier: TwilioCarrier, store: ObjectStore) -> None:
        self._database = database
        self._carrier = carrier
        self._store = store

    def run(self) -> int:
        """Work off all uploads that are due; safe to run twice at once. Returns how many were judged."""
        judged = 0
        while (claimed := self._claim(now())) is not None:
            judged += self._judge(*claimed)
        return judged

    def _claim(self, at: datetime) -> tuple[int, str, str, int] | None:
        """One due upload, leased: if this process dies, it is due again after the lease."""
        next_due = (
            select(Upload.id)
            .where(Upload.state == UploadState.TO_FETCH, Upload.due_at <= at)
            .order_by(col(Upload.due_at))
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        with self._database.writing() as session:
            row = session.execute(
                update(Upload)
                .where(col(Upload.id).in_(next_due.scalar_subquery()))
                .values(due_at=at + LEASE, attempts=Upload.attempts + 1)
                .returning(col(Upload.id), col(Upload.message_sid), col(Upload.media_sid), col(Upload.attempts))
            ).first()
        return tuple(row) if row else None

    def _judge(self, upload_id: int, message_sid: str, media_sid: str, attempt: int) -> int:
        try:
            data = self._carrier.fetch_media(message_sid, media_sid, MAX_BYTES)
            found = inspect(data, max_bytes=MAX_BYTES)
        except MediaTooLarge:
            self._refuse(upload_id, "too-large")
        except NotAcceptable as refusal:
            self._refuse(upload_id, str(refusal.key))
        except MediaUnavailable as missing:
            if not missing.permanent and attempt < ATTEMPTS:
                return self._again(upload_id, attempt, missing.reason)
            self._refuse(upload_id, "gone")
        else:
            self._keep(upload_id, found)
        self._forget_at_carrier(message_sid, media_sid)
        return 1

    def _again(self, upload_id: int, attempt: int, reason: str) -> int:
        log.warning("media_not_fetched", upload_id=upload_id, attempt=attempt, reason=reason)
        due = now() + timedelta(seconds=BACKOFF[min(attempt, len(BACKOFF)) - 1])
        with self._database.writing() as session:
            session.execute(update(Upload).where(col(Upload.id) == upload_id).values(due_at=due))
        return 0

    def _keep(self, upload_id: int, found: Inspected) -> None:
        kept = stored_values(self._store, found)
        with self._database.writing() as session:
            self._tell(session, upload_id, kept)

    def _refuse(self, upload_id: int, verdict: str) -> None:
        with self._database.writing() as session:
            self._tell(session, upload_id, {"state": UploadState.REFUSED, "verdict": verdict})

    def _tell(self, session: Session, upload_id: int, values: dict[str, Any]) -> None:
        """Once only: a second judge of the same upload changes nothing and says nothing."""
        contact_id = session.execute(
            update(Upload)
            .where(col(Upload.id) == upload_id, col(Upload.state) == UploadState.TO_FETCH)
            .values(**values)
            .returning(col(Upload.contact_id))
        ).scalar()
        if contact_id is not None:
            channel = session.get_one(Contact, contact_id).channel
            inbox.put(session, contact_id, channel, EventKind.UPLOAD_JUDGED, {"upload_id": upload_id})

    def _forget_at_carrier(self, message_sid: str, media_sid: str) -> None:
        """It stays there until deleted; if that fails, it is left to be tried again."""
        try:
            self._carrier.delete_media(message_sid, media_sid)
        except (AnswerLost, DeliveryFailed, OSError) as error:
            log.warning("media_not_deleted", sid=media_sid, error=type(error).__name__)
            with self._database.writing() as session:
                remnants.leave_media(session, message_sid, media_sid, now())


def stored_values(store: ObjectStore, found: Inspected) -> dict[str, Any]:
    """Puts the file away and returns what its row should say."""
    return {
        "state": UploadState.STORED,
        "verdict": str(found.quality) if found.quality else "fine",
        "kind": str(found.kind),
        "media_type": found.media_type,
        "object_key": store.put(found.data),
        "size": len(found.data),
        "sha256": found.sha256,
    }
