"""Fetches what citizens sent, judges it, keeps it encrypted, has it read, and tells the contact's inbox."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import func, update
from sqlmodel import Session, col, select
from structlog.contextvars import bound_contextvars

from bot.holding import NOT_KEPT_YET, OF
from notifications.channels.carrier import AnswerLost, DeliveryFailed, MediaCarrier
from notifications.channels.media import MediaTooLarge, MediaUnavailable
from registry import inbox
from registry.counter.doubts import look
from registry.database import Database, is_away
from registry.models import Channel, Contact, Event, EventKind, Upload, UploadState
from registry.models.columns import now
from registry.models.uploads import IN_WORK
from registry.retention import remnants
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.reader import PaperReader
from registry.uploads.store import ObjectMissing, ObjectStore, StoreUnwritable
from registry.uploads.verdict import Inspected, NotAcceptable

log = structlog.get_logger()

ATTEMPTS = 6
LEASE = timedelta(seconds=90)
READ_LEASE = timedelta(seconds=20)  # what takes longer than that has killed its reader, and is told of unread
RUN_SECONDS = 60  # well under the time after which RQ ends a job, in the middle of a photo
A_FEW = 10  # files of one contact that wait: as many as one album has
BACKOFF = (2, 5, 15, 60, 300)  # seconds


@dataclass(frozen=True)
class Claimed:
    """An upload that this process alone works on. `attempt` counts from 1, anew when there is only reading left."""

    id: int
    state: UploadState
    attempt: int
    message_sid: str
    media_sid: str
    object_key: str
    told_as: int | None  # the message it came with, by whose number the log follows it


class Fetcher:
    """`reader`: none where the models could not be loaded; then nothing is read, and everything else goes on."""

    def __init__(
        self, database: Database, carrier: MediaCarrier, store: ObjectStore, reader: PaperReader | None
    ) -> None:
        self._database = database
        self._carrier = carrier
        self._store = store
        self._reader = reader

    def run(self) -> int:
        """Work off all uploads that are due; safe to run twice at once. Returns how many were judged."""
        judged = 0
        until = time.monotonic() + RUN_SECONDS
        while time.monotonic() < until and (claimed := self._claim(now())) is not None:
            with bound_contextvars(event_id=claimed.told_as):
                judged += self._work_on(claimed)
        return judged

    def _work_on(self, claimed: Claimed) -> int:
        """Whatever one file does, the others get their turn. A store that cannot be reached is no fault of a file."""
        try:
            return self._judge(claimed) if claimed.state is UploadState.TO_FETCH else self._read_later(claimed)
        except (StoreUnwritable, OSError) as fault:
            return self._waits_for_the_store(claimed, type(fault).__name__)
        except Exception as fault:
            if is_away(fault):
                raise
            log.error("upload_broke", upload_id=claimed.id, exc_info=fault)
            if claimed.attempt < ATTEMPTS:
                return self._again(claimed, type(fault).__name__)
        self._refuse(claimed, "gone")  # the citizen is asked to send it once more
        return 1

    def _claim(self, at: datetime) -> Claimed | None:
        """One due upload, leased: if this process dies, it is due again after the lease. Whose many photos wait lets
        those with a few go first."""
        mine = func.count().over(partition_by=col(Upload.contact_id)).label("mine")
        waiting = select(Upload.id, mine).where(IN_WORK, Upload.due_at <= at).subquery()
        next_due = (
            select(Upload.id)
            .join(waiting, waiting.c.id == Upload.id)
            .where(IN_WORK, Upload.due_at <= at)  # asked of the row itself as well: another may just have taken it
            .order_by(waiting.c.mine > A_FEW, col(Upload.due_at))
            .limit(1)
            .with_for_update(of=Upload, skip_locked=True)
        )
        told = (Upload.id, Upload.state, Upload.attempts, Upload.message_sid, Upload.media_sid, Upload.object_key)
        came_with = (Event.contact_id == Upload.contact_id, Event.message_sid == Upload.message_sid)
        message = select(Event.id).where(col(Event.channel).in_(list(Channel)), *came_with)
        with self._database.writing() as session:
            row = session.execute(
                update(Upload)
                .where(col(Upload.id) == next_due.scalar_subquery())  # by = it is looked up once, by IN perhaps again
                .values(due_at=at + LEASE, attempts=Upload.attempts + 1)
                .returning(*map(col, told), message.correlate(Upload).scalar_subquery())
            ).first()
        return Claimed(*row) if row else None

    def _judge(self, claimed: Claimed) -> int:
        try:
            data = self._carrier.fetch_media(claimed.message_sid, claimed.media_sid, MAX_BYTES)
            found = inspect(data, max_bytes=MAX_BYTES)
        except MediaTooLarge:
            self._refuse(claimed, "too-large")
        except NotAcceptable as refusal:
            self._refuse(claimed, str(refusal.key))
        except MediaUnavailable as missing:
            if not missing.permanent and claimed.attempt < ATTEMPTS:
                return self._again(claimed, missing.reason)
            self._refuse(claimed, "gone")
        else:
            self._keep(claimed, found)
        self._forget_at_carrier(claimed)
        return 1

    def _again(self, claimed: Claimed, reason: str) -> int:
        log.warning("media_not_fetched", upload_id=claimed.id, attempt=claimed.attempt, reason=reason)
        due = now() + timedelta(seconds=BACKOFF[min(claimed.attempt, len(BACKOFF)) - 1])
        with self._database.writing() as session:
            session.execute(update(Upload).where(col(Upload.id) == claimed.id).values(due_at=due))
        return 0

    def _waits_for_the_store(self, claimed: Claimed, fault: str) -> int:
        """The citizen hears that the file came, and that nothing is to be done."""
        if claimed.attempt == 1:
            with self._database.writing() as session:
                upload = session.get_one(Upload, claimed.id)
                if upload.link_id is None and upload.paper_id is None:
                    contact = session.get_one(Contact, upload.contact_id)
                    told = {"name": NOT_KEPT_YET, **({OF: claimed.told_as} if claimed.told_as else {})}
                    inbox.put(session, contact.id, contact.channel, EventKind.TIMER, told)
        return self._again(claimed, fault)

    def _keep(self, claimed: Claimed, found: Inspected) -> None:
        """Kept before it is read: whatever becomes of the reading, the file is there."""
        values = stored_values(self._store, found) | {"attempts": 1, "due_at": now() + READ_LEASE}
        with self._database.writing() as session:
            kept = session.execute(
                update(Upload)
                .where(col(Upload.id) == claimed.id, col(Upload.state) == UploadState.TO_FETCH)
                .values(**values)
                .returning(col(Upload.id))
            ).scalar()
        if kept is None:  # a second judge was quicker
            self._store.delete(values["object_key"])
        else:
            self._read(claimed, found)

    def _read_later(self, claimed: Claimed) -> int:
        """What came by the page, or what killed a reader: that is not tried again."""
        self._read(claimed, self._stored(claimed) if claimed.attempt == 1 else None)
        return 1

    def _stored(self, claimed: Claimed) -> Inspected | None:
        try:
            return inspect(self._store.get(claimed.object_key), max_bytes=MAX_BYTES)
        except (ObjectMissing, NotAcceptable):  # taken back meanwhile, or no longer what was stored
            log.warning("upload_not_there", upload_id=claimed.id)
            return None

    def _read(self, claimed: Claimed, found: Inspected | None) -> None:
        values: dict[str, Any] = {"state": UploadState.STORED}
        if self._reader and found:
            quality, reading = self._reader.read(found, now().date())
            values |= {"verdict": str(quality), "read": reading.to_json() if reading else None}
        with self._database.writing() as session:
            photographed = self._tell(session, claimed, UploadState.TO_READ, values)
        if photographed:
            with self._database.writing() as session:  # the case is locked before what belongs to it
                look(session, claimed.id)

    def _refuse(self, claimed: Claimed, verdict: str) -> None:
        with self._database.writing() as session:
            self._tell(session, claimed, claimed.state, {"state": UploadState.REFUSED, "verdict": verdict})

    def _tell(self, session: Session, claimed: Claimed, state: UploadState, values: dict[str, Any]) -> bool:
        """Once only, and out of that state: a second judge of the same upload changes nothing and says nothing, and
        refuses nothing that the first has kept. What came by the page is told of by its sender, all papers together;
        what the counter photographed is its paper's already: True."""
        judged = session.execute(
            update(Upload)
            .where(col(Upload.id) == claimed.id, col(Upload.state) == state)
            .values(**values)
            .returning(col(Upload.contact_id), col(Upload.link_id), col(Upload.paper_id))
        ).first()
        if judged and judged.link_id is None and judged.paper_id is None:
            channel = session.get_one(Contact, judged.contact_id).channel
            told = {"upload_id": claimed.id, **({OF: claimed.told_as} if claimed.told_as else {})}
            inbox.put(session, judged.contact_id, channel, EventKind.UPLOAD_JUDGED, told)
        if judged:
            log.info("upload_judged", upload_id=claimed.id, state=values["state"], verdict=values.get("verdict"))
        return bool(judged and judged.paper_id is not None)

    def _forget_at_carrier(self, claimed: Claimed) -> None:
        """It stays there until deleted; if that fails, it is left to be tried again."""
        try:
            self._carrier.delete_media(claimed.message_sid, claimed.media_sid)
        except (AnswerLost, DeliveryFailed, OSError) as error:
            log.warning("media_not_deleted", sid=claimed.media_sid, error=type(error).__name__)
            with self._database.writing() as session:
                remnants.leave_media(session, claimed.message_sid, claimed.media_sid, now())
