"""After the machine's clock stood ahead for a while: what was put off to that time is due now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, SQLModel

from notifications.claiming import LEASE
from registry.models import EventKind, OutgoingKind
from registry.models.events import IS_PENDING, IS_UNSENT
from registry.models.uploads import IN_WORK

INBOX, OUTBOX, UPLOADS = (SQLModel.metadata.tables[name] for name in ("event", "outgoing", "upload"))
# A message waits some seconds for the next line, an answer at most ten minutes for another try, a file ninety seconds.
LONGEST = timedelta(minutes=15)


def make_good(session: Session, at: datetime) -> int:
    """Every minute, along the partial indexes of what waits. How many rows it were."""
    late = at + LONGEST
    said = INBOX.c.kind == EventKind.MESSAGE, INBOX.c.due_at > late
    answers = OUTBOX.c.kind == OutgoingKind.ANSWER, OUTBOX.c.due_at > late
    mended: tuple[Any, ...] = (
        update(INBOX).where(IS_PENDING, *said).values(due_at=at),
        update(OUTBOX).where(IS_UNSENT, *answers).values(due_at=at),
        update(OUTBOX).where(IS_UNSENT, OUTBOX.c.leased_until > at + 2 * LEASE).values(leased_until=None),
        update(UPLOADS).where(IN_WORK, UPLOADS.c.due_at > late).values(due_at=at),
    )
    return sum(session.execute(each).rowcount for each in mended)  # type: ignore[attr-defined]
