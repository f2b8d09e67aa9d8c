"""What a citizen sends from the page goes into the inbox as a carrier's webhook would put it there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.handlers.arrivals import Arrival, store
from bot.handlers.parsing import parse
from bot.handlers.web_door.thread import label_of
from notifications.channels.web import OF_PAGES, PageCarrier
from registry.database import Database
from registry.models import Channel, Contact, Event, Upload
from registry.vault import vault

# The n-th latest may not be younger than this.
MESSAGES, FILES = (20, timedelta(minutes=1)), (60, timedelta(hours=1))


class TooFast(Exception):
    """More messages or files than somebody sends who wants something."""


class Desk:
    def __init__(self, database: Database, files: PageCarrier) -> None:
        self._database = database
        self._files = files

    def take(
        self, contact: Contact, to: str, text: str, button: str, files: Sequence[bytes], once: str, at: datetime
    ) -> bool:
        """`once` is of the page that the form stood on: the same thing sent from it again is not taken. False then, and
        for nothing at all. Raises TooFast."""
        if not (text.strip() or button or files):
            return False
        with self._database.reading() as session:
            _may_send(session, contact.id, at)
            said = label_of(session, contact.id, button) if button else text
        body = parse({"Body": said, "ButtonPayload": button})
        sid = _sid(contact.id, once, text, button, files)
        if files:
            with self._database.reading() as session:
                if session.exec(select(Event.id).where(Event.channel == Channel.WEB, Event.message_sid == sid)).first():
                    return False
            body.pop("oddity", None)
            body["media"] = [self._files.keep(data) for data in files]
        arrival = Arrival(Channel.WEB, to, contact.address, sid, None, body, at)
        if store(self._database, arrival) is not None:
            return True
        for media_sid in body.get("media", ()):  # the same, sent twice at once
            self._files.delete_media(sid, media_sid)
        return False


def _may_send(session: Session, contact_id: int, at: datetime) -> None:
    most, span = MESSAGES
    came = select(Event.received_at).where(Event.contact_id == contact_id, Event.channel == Channel.WEB)
    earlier = session.exec(came.order_by(col(Event.id).desc()).offset(most - 1).limit(1)).first()
    if earlier is not None and abs(at - earlier) < span:
        raise TooFast
    most, span = FILES
    kept = select(Upload.created_at).where(Upload.contact_id == contact_id)
    earlier = session.exec(kept.order_by(col(Upload.id).desc()).offset(most - 1).limit(1)).first()
    if earlier is not None and abs(at - earlier) < span:
        raise TooFast


def _sid(contact_id: int, once: str, text: str, button: str, files: Sequence[bytes]) -> str:
    """The same for the same things from the same page; of each contact its own."""
    sums = [hashlib.sha256(data).hexdigest() for data in files]
    return f"{OF_PAGES}B{vault().blind('web-message', chr(0).join([str(contact_id), once, text, button, *sums])).hex()}"
