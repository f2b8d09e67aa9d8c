"""What became of an attempt, and writing it down for many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from notifications.channels.carrier import DeliveryFailed, Remedy
from notifications.claiming import CONTACT, NIGHT, OUTBOX, Task
from notifications.outbox import OPTED_OUT
from notifications.retrying import next_send, next_try, next_when_back
from registry.models import OutgoingState

log = structlog.get_logger()

# Tried often enough, and still nobody knows whether the citizen has it.
NEVER_KNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    task: Task
    state: OutgoingState
    due_at: datetime
    sid: str | None = None
    error: str | None = None
    sent_at: datetime | None = None
    blocked: bool = False
    candidates: tuple[str, ...] | None = None  # what a look-up found; the first that no row carries is ours


def sent(task: Task, sid: str, at: datetime) -> Outcome:
    return Outcome(task, OutgoingState.SENT, at, sid=sid, sent_at=at)


def queued(task: Task, at: datetime) -> Outcome:
    return Outcome(task, OutgoingState.QUEUED, at)


def withheld(task: Task, at: datetime) -> Outcome:
    """Its contact said BERHENTI meanwhile."""
    return Outcome(task, OutgoingState.FAILED, at, error=OPTED_OUT)


def asleep(task: Task, morning: datetime) -> Outcome:
    return Outcome(task, OutgoingState.QUEUED, morning, error=NIGHT)


def lost(task: Task, reason: str, at: datetime) -> Outcome:
    """No answer, to the sending or to the look-up."""
    return _unknown(task, reason, next_when_back(task.attempts, at), at)


def broke(task: Task, reason: str, at: datetime) -> Outcome:
    """By a fault of ours, which may come again: this row does not wait a day."""
    return _unknown(task, reason, next_try(task.attempts, at), at)


def _unknown(task: Task, reason: str, again: datetime | None, at: datetime) -> Outcome:
    if again is None:
        return _failed(task, NEVER_KNOWN, at)
    return Outcome(task, OutgoingState.UNKNOWN, _when(task, again), error=reason)


def looked_up(task: Task, candidates: Sequence[str], at: datetime) -> Outcome:
    return Outcome(task, OutgoingState.UNKNOWN, at, candidates=tuple(candidates))


def refused(task: Task, failure: DeliveryFailed, at: datetime) -> Outcome:
    """The carrier surely did not take it."""
    again = next_send(failure.remedy, task.attempts, at)
    if again is not None:
        return Outcome(task, OutgoingState.QUEUED, _when(task, again), error=failure.reason)
    if failure.remedy is Remedy.OUR_CONTENT:
        log.error("content_refused", outgoing=task.row_id, code=failure.reason)
    return _failed(task, failure.reason, at, blocked=failure.remedy is Remedy.BLOCKED)


def _when(task: Task, again: datetime) -> datetime:
    """A row that was only to show whether the carrier is back keeps its own time."""
    return task.due_at if task.probes else again


def record(session: Session, outcomes: Sequence[Outcome], at: datetime) -> None:
    """Writes only rows whose lease is still ours: a row taken over meanwhile is looked up by who took it."""
    settled = [_settled(session, outcome, at) for outcome in outcomes]
    blocked = [outcome.task.contact_id for outcome in settled if outcome.blocked]
    if blocked:  # contacts before rows, as everywhere
        opted_out = CONTACT.c.id.in_(blocked), CONTACT.c.opted_out_at.is_(None)
        session.execute(update(CONTACT).where(*opted_out).values(opted_out_at=at))
    for outcome in settled:
        told = {"outgoing": outcome.task.row_id, "event_id": outcome.task.event_id, "error": outcome.error}
        log.info(f"message_{outcome.state}", **told)
    if settled:
        session.connection().execute(_WRITE, [_columns(outcome) for outcome in settled])


_WRITE = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row_id"), OUTBOX.c.leased_until == bindparam("lease"))
    .values({name: bindparam(f"new_{name}") for name in ("state", "due_at", "sid", "error", "sent_at")})
    .values(leased_until=None)
)


def _columns(outcome: Outcome) -> dict[str, object]:
    return {
        "row_id": outcome.task.row_id,
        "lease": outcome.task.lease,
        "new_state": outcome.state,
        "new_due_at": outcome.due_at,
        "new_sid": outcome.sid,
        "new_error": outcome.error,
        "new_sent_at": outcome.sent_at,
    }


def _settled(session: Session, outcome: Outcome, at: datetime) -> Outcome:
    """A look-up is decided here, beside the rows: what another row carries is not ours."""
    task = outcome.task
    if outcome.candidates is None:
        return outcome
    carried = set(session.scalars(select(OUTBOX.c.sid).where(OUTBOX.c.sid.in_(outcome.candidates))))
    ours = next((sid for sid in outcome.candidates if sid not in carried), None)
    if ours is not None:
        return sent(task, ours, at)
    if next_when_back(task.attempts, at) is None:
        return _failed(task, "not-taken", at)
    return Outcome(task, OutgoingState.QUEUED, at, error="not-taken")


def _failed(task: Task, reason: str, at: datetime, *, blocked: bool = False) -> Outcome:
    log.warning("message_given_up", outgoing=task.row_id, event_id=task.event_id, reason=reason)
    return Outcome(task, OutgoingState.FAILED, at, error=reason, blocked=blocked)
