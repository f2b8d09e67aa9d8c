"""Who writes faster than a person does is answered at a person's pace: nothing of it is lost, nobody else waits."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal_column, select
from sqlmodel import SQLModel

from bot.meaning.commands import command
from registry.models import EventKind
from registry.models.events import PENDING

EVENTS, CONTACTS = (SQLModel.metadata.tables[name] for name in ("event", "contact"))
# PostgreSQL gives a row its number before others see it: of one contact they are stored one after the other, so that
# the numbers tell the order in which they are answered. SQLite has one writer.
IN_TURN = func.pg_advisory_xact_lock(literal_column("4"), CONTACTS.c.id).is_not(None)

SPAN = timedelta(minutes=1)
MOST = 60  # messages in it: thirty photos sent in one go, and as much written besides
NOTICED = 20  # in it, at this process: from then on the records are asked
PACE = timedelta(seconds=1)  # between two messages of a flood
PATIENCE = timedelta(minutes=10)  # after which even its last message is answered
LONGEST_STOP = 60  # characters
SLOWED = {"slowed": True}  # in the body of what waits

# Of one contact, built once.
MINE = EVENTS.c.contact_id == bindparam("contact"), EVENTS.c.kind == EventKind.MESSAGE
TURN = select(CONTACTS.c.id).where(CONTACTS.c.id == bindparam("contact"), IN_TURN)
LAST_PUT_OFF = (
    select(EVENTS.c.due_at)
    .where(*MINE, EVENTS.c.state == PENDING, EVENTS.c.due_at > bindparam("at"))
    .order_by(EVENTS.c.due_at.desc())
    .limit(1)
)
NTH_BEFORE = select(EVENTS.c.received_at).where(*MINE).order_by(EVENTS.c.id.desc()).offset(MOST - 1).limit(1)


class Frequent:
    """Counts who writes often, in this process, so that the records are asked about few."""

    def __init__(self) -> None:
        self._counted = Counter[str]()
        self._since = datetime.min.replace(tzinfo=UTC)
        self._lock = threading.Lock()

    def writes(self, address: str, at: datetime) -> bool:
        """Whether this message is one of many."""
        with self._lock:
            if not self._since <= at < self._since + SPAN:
                self._counted.clear()
                self._since = at
            self._counted[address] += 1
            return self._counted[address] > NOTICED


def is_stop(text: str) -> bool:
    """BERHENTI, as the whole message: it counts before what waits, which is heard after it and not answered."""
    return len(text) <= LONGEST_STOP and command(text) == "stop"


def take_turn(connection: Connection, contact_id: int) -> None:
    """Until this transaction ends nobody else stores a message of the contact."""
    if connection.dialect.name != "sqlite":
        connection.execute(TURN, {"contact": contact_id})


def paced(connection: Connection, contact_id: int, at: datetime) -> tuple[datetime, dict[str, Any]]:
    """When a message of this contact, whose turn the caller has taken, is due: never before an earlier one that waits;
    and what its body says of it."""
    asked = {"contact": contact_id, "at": at}
    last = connection.execute(LAST_PUT_OFF, asked).scalar() or at
    nth = connection.execute(NTH_BEFORE, asked).scalar()
    if nth is None or abs(at - nth) >= SPAN:  # later than now: the clock went back
        return last, {}
    return max(last, min(last + PACE, at + PATIENCE)), SLOWED
