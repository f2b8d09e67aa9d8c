"""Messages whose webhook never came: the carrier's own list tells of them, and each is taken in once."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from typing import Protocol

import structlog
from sqlalchemy import select, update

from bot.handlers.arrivals import EVENTS, SENDERS, Arrival, channel_of, store
from bot.handlers.parsing import MESSAGE_SID, parse
from notifications.channels.carrier import AnswerLost, DeliveryFailed
from notifications.channels.incoming import Incoming
from registry import troubles
from registry.database import Database
from registry.models import Channel, TroubleKind

log = structlog.get_logger()

ON_ITS_WAY = timedelta(seconds=45)  # the carrier gives up a webhook after fifteen
OVERLAP = timedelta(minutes=10)  # clocks differ, and the carrier's list may lag
AT_ONCE = timedelta(hours=6)  # of messages, a look: after a long time down it takes several
BACK = timedelta(days=1)  # where the clock stood ahead at the last look, nobody knows since when
ASKED = 500  # of which messages are known, by one statement
PATIENCE = timedelta(minutes=10)  # with a carrier that does not tell of the files of what it lists
NOWHERE = "ME" + 32 * "0"  # no carrier has a file of this number: the citizen is asked to send it once more


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

    @property
    def files(self) -> str:
        """What its messages bring, as a subject of trouble."""
        return f"{self.address} media"


def take_in(database: Database, carrier: Lister, at: datetime, seconds: float = inf) -> int:
    """Looks at each address of ours that goes by this carrier, from where the last look ended, until the time is over;
    returns how many messages were missing. A list that cannot be read needs attention until it can."""
    deadline = time.monotonic() + seconds
    senders = _senders(database)
    return sum(_look(database, carrier, sender, at, deadline) for sender in senders if time.monotonic() < deadline)


def _senders(database: Database) -> list[Looked]:
    """Those whose list was refused come last, so that none keeps the others waiting each time."""
    listed = select(SENDERS.c.id, SENDERS.c.address, SENDERS.c.looked_until).where(
        SENDERS.c.modem.is_(None), SENDERS.c.channel.in_((Channel.WHATSAPP, Channel.SMS))
    )
    with database.reading() as session:
        refused = troubles.subjects(session, TroubleKind.MISSED)
        rows = session.execute(listed.order_by(SENDERS.c.looked_until, SENDERS.c.id)).all()
    return sorted((Looked(*row) for row in rows), key=lambda sender: sender.address in refused)


def _look(database: Database, carrier: Lister, sender: Looked, at: datetime, deadline: float) -> int:
    """An address that was never looked at begins now: what was written before was not for us. The next look begins
    where this one did if there is no list, or with the first message that had to be left."""
    settled = at - ON_ITS_WAY
    if sender.until is None:
        _note(database, sender, settled, [])
        return 0
    since = sender.until if sender.until <= at else at - BACK
    until = min(since + AT_ONCE, settled)
    try:
        found = carrier.incoming(sender.address, since - OVERLAP, until)
    except (AnswerLost, DeliveryFailed) as fault:
        log.warning("missed_not_looked_for", sender_id=sender.id, reason=fault.reason)
        with database.writing() as session:
            troubles.add(session, TroubleKind.MISSED, sender.address, fault.reason, at)
        return 0
    missing = _missing(database, channel_of(sender.address), found)
    left = [each for each in missing if not _take_in(database, carrier, sender, each, at, deadline)]
    _note(database, sender, max(since, min(each.at for each in left)) if left else until, left)
    if missing:
        log.warning("missed_taken_in", sender_id=sender.id, messages=len(missing) - len(left), left=len(left))
    return len(missing) - len(left)


def _take_in(
    database: Database, carrier: Lister, sender: Looked, missed: Incoming, at: datetime, deadline: float
) -> bool:
    """False where it is left for the next look: the time is over, or nobody tells of its files yet."""
    if time.monotonic() >= deadline:
        return False
    try:
        files = carrier.media_of(missed.sid) if missed.files else ()
    except (AnswerLost, DeliveryFailed) as fault:
        log.warning("missed_files_not_told", sid=missed.sid, reason=fault.reason)
        if not _is_hopeless(database, sender, fault, at):
            return False
        files = missed.files * [(NOWHERE, "")]
    with troubles.apart(database, f"message:{missed.sid}"):  # one that cannot be taken in keeps none from it
        store(database, _arrival(sender, missed, files))
    return True


def _is_hopeless(database: Database, sender: Looked, fault: AnswerLost | DeliveryFailed, at: datetime) -> bool:
    """Refused for good, or again and again: then the message is taken in without its files."""
    if isinstance(fault, DeliveryFailed) and fault.permanent:
        return True
    with database.writing() as session:
        return troubles.add(session, TroubleKind.MISSED, sender.files, fault.reason, at) <= at - PATIENCE


def _missing(database: Database, channel: Channel, found: Sequence[Incoming]) -> list[Incoming]:
    sids = [each.sid for each in found if MESSAGE_SID.fullmatch(each.sid)]
    known = set[str]()
    with database.reading() as session:
        for at in range(0, len(sids), ASKED):
            there = EVENTS.c.channel == channel, EVENTS.c.message_sid.in_(sids[at : at + ASKED])
            known |= set(session.scalars(select(EVENTS.c.message_sid).where(*there)))
    return [each for each in found if each.sid in set(sids) - known]


def _arrival(sender: Looked, missed: Incoming, files: Sequence[tuple[str, str]]) -> Arrival:
    """A pressed button comes as its words: the list does not tell more."""
    return Arrival(
        channel=channel_of(sender.address),
        to=sender.address,
        address=missed.sender,
        sid=missed.sid,
        external=None,
        body=parse(dict(_form(missed.body, files))),
        at=missed.at,
    )


def _form(body: str, files: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield "Body", body
    yield "NumMedia", str(len(files))
    for place, (sid, kind) in enumerate(files):
        yield f"MediaUrl{place}", f"/Media/{sid}"
        yield f"MediaContentType{place}", kind


def _note(database: Database, sender: Looked, until: datetime, left: Sequence[Incoming]) -> None:
    with database.writing() as session:
        session.execute(update(SENDERS).where(SENDERS.c.id == sender.id).values(looked_until=until))
        troubles.over(session, TroubleKind.MISSED, sender.address)
        if not left:
            troubles.over(session, TroubleKind.MISSED, sender.files)
