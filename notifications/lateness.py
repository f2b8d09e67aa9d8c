"""An answer that goes out hours late begins with an apology, once for each delay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from sqlalchemy import and_, exists, or_, select, update
from sqlmodel import Session, SQLModel

from notifications.claiming import OUTBOX, Task
from registry.models import Channel, EventKind
from registry.models.events import UNSENT

EVENTS = SQLModel.metadata.tables["event"]
LATE = timedelta(hours=1)

Sorry = Callable[[str, Channel], str]  # language, channel -> the sentence


def is_late(task: Task, at: datetime) -> bool:
    return at - _since(task) > LATE


def _since(task: Task) -> datetime:
    """Since when it should be there: what waited for the citizen was due again then. A retry is due again as well, but
    late all the same."""
    return task.due_at if task.attempts == 1 else min(task.created_at, task.due_at)


def apologise(session: Session, task: Task, sorry: Sorry, at: datetime) -> Task:
    """The task as it shall go. Only an answer is apologised for, and only the first of those that waited.

    The words are written down before they are sent: by them a message is looked up whose answer was lost.
    """
    answers = select(EVENTS.c.kind).join(OUTBOX, OUTBOX.c.event_id == EVENTS.c.id).where(OUTBOX.c.id == task.row_id)
    before = and_(OUTBOX.c.id < task.row_id, OUTBOX.c.state.in_(UNSENT))
    other = exists().where(OUTBOX.c.contact_id == task.contact_id, or_(OUTBOX.c.sent_at >= _since(task), before))
    words = sorry(task.language, task.channel)
    if task.message.text.startswith(words):  # at an earlier try
        return task
    if session.scalar(answers) is not EventKind.MESSAGE or session.scalar(select(other)):
        return task
    message = replace(task.message, text=f"{words}\n{task.message.text}")
    ours = update(OUTBOX).where(OUTBOX.c.id == task.row_id, OUTBOX.c.leased_until == task.lease)
    session.execute(ours.values(body=asdict(message)))
    return replace(task, message=message)
