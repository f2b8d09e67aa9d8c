"""What waits in the database: the clock wakes workers for it, /healthz and /metrics tell how long it has waited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, col, select

from notifications.queues import Queue
from registry.form_door import taking
from registry.models import Event, Outgoing, RegisterCheck, Upload
from registry.models.events import IS_PENDING, IS_UNSENT
from registry.models.uploads import IN_WORK
from registry.population import checks


def due(session: Session, at: datetime) -> list[Queue]:
    """The queues whose workers have something to do now."""
    found = (
        (Queue.DRAIN, select(Event.id).where(IS_PENDING, col(Event.due_at) <= at)),
        (Queue.SEND, select(Outgoing.id).where(IS_UNSENT, col(Outgoing.due_at) <= at, _unleased(at))),
        (Queue.UPLOADS, select(Upload.id).where(IN_WORK, col(Upload.due_at) <= at)),
        (Queue.FORMS, taking.waits()),
        (Queue.REGISTER, select(RegisterCheck.case_id).where(checks.is_due(at))),
    )
    return list(dict.fromkeys(queue for queue, query in found if session.exec(query.limit(1)).first() is not None))


def oldest(session: Session, at: datetime) -> Mapping[str, float]:
    """Seconds that the longest waiting row of inbox, outbox and uploads is overdue; 0 when nothing is."""
    undrained = session.exec(select(func.min(Event.due_at)).where(IS_PENDING)).one()
    unsent = session.exec(select(func.min(Outgoing.due_at)).where(IS_UNSENT)).one()
    unread = session.exec(select(func.min(Upload.due_at)).where(IN_WORK)).one()
    found = {"undrained": undrained, "unsent": unsent, "unread": unread}
    return MappingProxyType({name: _overdue(since, at) for name, since in found.items()})


def _unleased(at: datetime) -> ColumnElement[bool]:
    return or_(col(Outgoing.leased_until).is_(None), col(Outgoing.leased_until) <= at)


def _overdue(since: datetime | None, at: datetime) -> float:
    return max((at - since).total_seconds(), 0.0) if since else 0.0
