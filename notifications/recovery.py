"""After the carrier was down: what waits for its next try goes as soon as something goes through again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlmodel import Session

from notifications.channels.errors import NOT_ITS_FAULT
from notifications.claiming import NIGHT, OPEN, OUTBOX
from notifications.outbox import OPTED_OUT
from notifications.outcomes import Outcome
from registry.models import OutgoingState

# A shorter failure leaves nothing waiting for long; and a carrier that comes and goes is not asked at every success.
DOWN = timedelta(seconds=10)

NO_FAILURE = NOT_ITS_FAULT | {NIGHT, OPTED_OUT}  # what it was never asked for


class Carriage:
    """How the carrier does, as this process has seen it; each process finds out for itself."""

    def __init__(self) -> None:
        self._failing_since: datetime | None = None

    def is_back(self, outcomes: Sequence[Outcome], at: datetime) -> bool:
        """True once, at the first message it takes after it failed for a while."""
        if any(outcome.state is OutgoingState.SENT for outcome in outcomes):
            since, self._failing_since = self._failing_since, None
            return since is not None and at - since >= DOWN
        if any(outcome.error is not None and outcome.error not in NO_FAILURE for outcome in outcomes):
            self._failing_since = self._failing_since or at
        return False


def hurry(session: Session, at: datetime) -> int:
    """Makes due now what the carrier's own failures put off, of all contacts; returns how many rows. A row's tries are
    counted all the same, so none is tried for ever."""
    put_off = (
        select(OUTBOX.c.id)
        .where(OUTBOX.c.state.in_(OPEN), OUTBOX.c.due_at > at, OUTBOX.c.attempts > 0)
        .where(OUTBOX.c.error.is_not(None), OUTBOX.c.error.not_in(NO_FAILURE))
        .with_for_update(skip_locked=True)
    )
    hurried = update(OUTBOX).where(OUTBOX.c.id.in_(put_off)).values(due_at=at).returning(OUTBOX.c.id)
    return len(session.execute(hurried).all())
