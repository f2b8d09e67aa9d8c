"""After the machine's clock stood ahead for a while: what was put off to that time is due now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlmodel import Session, SQLModel

from notifications.claiming import LEASE, NIGHT
from registry.models import EventKind
from registry.models.events import IS_PENDING, IS_UNSENT
from registry.models.population import TO_ASK
from registry.models.uploads import IN_WORK

INBOX, OUTBOX, UPLOADS, CHECKS = (
    SQLModel.metadata.tables[name] for name in ("event", "outgoing", "upload", "registercheck")
)
# A message waits ten minutes at most in a flood, an answer as long for another try, a file ninety seconds.
LONGEST = timedelta(minutes=15)
APART = timedelta(minutes=1)  # the clocks of two machines differ by less
NEWEST = 5_000  # rows of the outbox whose receipts are looked after

MOVED = (
    update(INBOX)
    .where(INBOX.c.id == bindparam("row"))
    .values(due_at=bindparam("due"), received_at=bindparam("received"))
)


def make_good(session: Session, at: datetime) -> int:
    """Every minute, along the partial indexes of what waits. How many rows it were."""
    late, ahead = at + LONGEST, at + APART
    said = INBOX.c.kind == EventKind.MESSAGE, INBOX.c.due_at > late
    by_day = OUTBOX.c.error.is_distinct_from(NIGHT), OUTBOX.c.due_at > late
    last = select(func.max(OUTBOX.c.id)).scalar_subquery()
    mended: tuple[Any, ...] = (
        update(INBOX).where(IS_PENDING, *said).values(due_at=at),
        update(OUTBOX).where(IS_UNSENT, *by_day).values(due_at=at),
        update(OUTBOX).where(IS_UNSENT, OUTBOX.c.leased_until > at + 2 * LEASE).values(leased_until=None),
        update(OUTBOX).where(OUTBOX.c.id > last - NEWEST, OUTBOX.c.sent_at > ahead).values(sent_at=at),
        update(UPLOADS).where(IN_WORK, UPLOADS.c.due_at > late).values(due_at=at),
        update(CHECKS).where(TO_ASK, CHECKS.c.at > ahead).values(due_at=at, at=at),
    )
    return _move_back(session, at) + sum(session.execute(each).rowcount for each in mended)  # type: ignore[attr-defined]


def _move_back(session: Session, at: datetime) -> int:
    """What was put into an inbox at a time that has not come yet waits from now on as long as it was to wait then: a
    timer, news, a word that can be taken back."""
    written = select(INBOX.c.id, INBOX.c.due_at, INBOX.c.received_at).order_by(INBOX.c.id)
    found = session.execute(written.where(IS_PENDING, INBOX.c.received_at > at + APART)).all()
    moved = [{"row": row.id, "due": at + (row.due_at - row.received_at), "received": at} for row in found]
    if moved:
        session.connection().execute(MOVED, moved)
    return len(moved)
