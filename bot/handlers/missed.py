"""Messages whose webhook never came: the carrier's own list tells of them, and each is taken in once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from sqlalchemy import select, update

from bot.handlers.arrivals import EVENTS, SENDERS, Arrival, channel_of, store
from bot.handlers.parsing import MESSAGE_SID, parse
from notifications.channels.carrier import AnswerLost, DeliveryFailed
from notifications.channels.incoming import Incoming
from registry.database import Database
from registry.models import Channel

log = structlog.get_logger()

ON_ITS_WAY = timedelta(seconds=45)  # the carrier gives up a webhook after fifteen
OVERLAP = timedelta(minutes=10)  # clocks differ, and the carrier's list may lag
AT_ONCE = timedelta(hours=6)  # of messages, a look: after a long time down it takes several
BACK = timedelta(days=1)  # where the clock stood ahead at the last look, nobody knows since when
ASKED = 500  # of which messages are known, by one statement


class Lister(Protocol):
    def incoming(self, to: str, since: datetime, until: datetime) -> Sequence[Incoming]:
        """What citizens wrote to this address, oldest first. Raises DeliveryFailed or AnswerLost."""

    def media_of(self, message_sid: str) -> Sequence[tuple[str, str]]:
        """SID and type of each file. Raises the same."""


@dataclass(frozen=True)
class Looked:
    """An address of ours, and until when its list has been looked through."""

    id: int
    address: str
    until: datetime | None


def take_in(database: Database, carrier: Lister, at: datetime) -> int:
    """Looks at each address of ours that goes by this carrier, from where the last look ended; returns how many
    messages were missing."""
    with database.reading() as session:
        listed = select(SENDERS.c.id, SENDERS.c.address, SENDERS.c.looked_until).where(
            SENDERS.c.modem.is_(None), SENDERS.c.channel.in_((Channel.WHATSAPP, Channel.SMS))
        )
        rows = session.execute(listed).all()
    return sum(_look(database, carrier, Looked(*row), at) for row in rows)


def _look(database: Database, carrier: Lister, sender: Looked, at: datetime) -> int:
    """An address that was never looked at begins now: what was written before was not for us."""
    settled = at - ON_ITS_WAY
    if sender.until is None:
        _note(database, sender, settled)
        return 0
    since = sender.until if sender.until <= at else at - BACK
    until = min(since + AT_ONCE, settled)
    try:
        found = carrier.incoming(sender.address, since - OVERLAP, until)
        missing = _missing(database, channel_of(sender.address), found)
        for each in missing:
            store(database, _arrival(carrier, sender, each))
    except (AnswerLost, DeliveryFailed) as fault:
        log.warning("missed_not_looked_for", sender_id=sender.id, reason=fault.reason)
        return 0  # the next look begins where this one did
    _note(database, sender, until)
    if missing:
        log.warning("missed_taken_in", sender_id=sender.id, messages=len(missing))
    return len(missing)


def _missing(database: Database, channel: Channel, found: Sequence[Incoming]) -> list[Incoming]:
    sids = [each.sid for each in found if MESSAGE_SID.fullmatch(each.sid)]
    known = set[str]()
    with database.reading() as session:
        for at in range(0, len(sids), ASKED):
            there = EVENTS.c.channel == channel, EVENTS.c.message_sid.in_(sids[at : at + ASKED])
            known |= set(session.scalars(select(EVENTS.c.message_sid).where(*there)))
    return [each for each in found if each.sid in set(sids) - known]


def _arrival(carrier: Lister, sender: Looked, missed: Incoming) -> Arrival:
    """A pressed button comes as its words: the list does not tell more."""
    return Arrival(
        channel=channel_of(sender.address),
        to=sender.address,
        address=missed.sender,
        sid=missed.sid,
        external=None,
        body=parse(dict(_form(carrier, missed))),
        at=missed.at,
    )


def _form(carrier: Lister, missed: Incoming) -> Iterator[tuple[str, str]]:
    yield "Body", missed.body
    files = carrier.media_of(missed.sid) if missed.files else ()
    yield "NumMedia", str(len(files))
    for place, (sid, kind) in enumerate(files):
        yield f"MediaUrl{place}", f"/Media/{sid}"
        yield f"MediaContentType{place}", kind


def _note(database: Database, sender: Looked, until: datetime) -> None:
    with database.writing() as session:
        session.execute(update(SENDERS).where(SENDERS.c.id == sender.id).values(looked_until=until))
