"""A message of an officer's that the carrier refused goes once more, when the officer says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session, col, select

from notifications.channels.carrier import Remedy
from notifications.channels.remedies import remedy_for
from notifications.outbox import OPTED_OUT
from registry.actors import NotFound
from registry.lifecycle import Refused
from registry.models import Contact, Outgoing, OutgoingState

# The others fail the same way tomorrow; a SIM card is given credit.
MAY_HELP = (Remedy.WHEN_BACK, Remedy.AGAIN, Remedy.ONCE_MORE, Remedy.OUR_SIM, Remedy.NONE)


def may_go_again(row: Outgoing) -> bool:
    cured = row.error != OPTED_OUT and remedy_for(row.error or "") in MAY_HELP
    failed = row.state is OutgoingState.FAILED and row.erased_at is None
    return failed and cured and row.officer_id is not None and row.again_at is None


def send_again(session: Session, outgoing_id: int, contacts: Collection[int], at: datetime) -> None:
    """Of one of these contacts, in its old place before what is still queued. After the commit the caller wakes
    `Queue.SEND`. Raises Refused for what went again already, or never failed."""
    owner = select(Outgoing.contact_id).where(Outgoing.id == outgoing_id)
    mine = select(Contact.id).where(col(Contact.id).in_(contacts), col(Contact.id).in_(owner))
    if session.exec(mine.with_for_update()).first() is None:
        raise NotFound
    row = session.get_one(Outgoing, outgoing_id, populate_existing=True, with_for_update=True)
    if not may_go_again(row):
        raise Refused("refused-not-again")
    row.state, row.due_at, row.attempts, row.error = OutgoingState.QUEUED, at, 0, None
    row.sid, row.delivery, row.again_at = None, None, at
    session.add(row)
