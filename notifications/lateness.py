"""An answer that goes out hours late begins with an apology, once for each delay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime, timedelta

from sqlalchemy import exists, select, update
from sqlmodel import Session, SQLModel

from notifications.claiming import OUTBOX, Task
from registry.models import Channel, EventKind

EVENTS = SQLModel.metadata.tables["event"]
LATE = timedelta(hours=1)

Sorry = Callable[[str, Channel], str]  # language, channel -> the sentence


def is_late(task: Task, at: datetime) -> bool:
    """Since it was due; what waited for the citizen, or for a retry, was due again then."""
    return at - task.due_at > LATE


def apologise(session: Session, task: Task, sorry: Sorry, at: datetime) -> Task:
    """The task as it shall go. Only an answer is apologised for, and only the first of those that waited.

    The words are written down before they are sent: by them a message is looked up whose answer was lost.
    """
    answers = select(EVENTS.c.kind).join(OUTBOX, OUTBOX.c.event_id == EVENTS.c.id).where(OUTBOX.c.id == task.row_id)
    since = exists().where(OUTBOX.c.contact_id == task.contact_id, OUTBOX.c.sent_at >= task.due_at)
    if session.scalar(answers) is not EventKind.MESSAGE or session.scalar(select(since)):
        return task
    message = replace(task.message, text=f"{sorry(task.language, task.channel)}\n{task.message.text}")
    ours = update(OUTBOX).where(OUTBOX.c.id == task.row_id, OUTBOX.c.leased_until == task.lease)
    session.execute(ours.values(body=asdict(message)))
    return replace(task, message=message)
