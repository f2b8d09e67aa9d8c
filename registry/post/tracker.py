"""Envelopes followed on their way, where the installation knows a service that tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from sqlalchemy import or_
from sqlmodel import Session, col, select

from registry.actors import SYSTEM
from registry.database import Database
from registry.lifecycle import DocumentState
from registry.models import CarrierStatus, Document, Shipment
from registry.models.documents import POSTED
from registry.moves import lock_document
from registry.post.delivery import mark_delivered
from registry.post.envelopes import current_shipment

EVERY = timedelta(hours=6)  # an envelope is asked after
AT_ONCE = 20


class TrackerDown(Exception):
    """No answer that can be read. The message names no number: it may be logged."""


class Tracker(Protocol):
    def look_up(self, tracking: str) -> CarrierStatus | None:
        """None: it knows nothing of that number yet. Raises TrackerDown."""


class Followed(NamedTuple):
    document_id: int
    shipment_id: int
    tracking: str


def follow(database: Database, tracker: Tracker, at: datetime) -> bool:
    """Asks after those that were not asked after lately, the first that fails ends the round. Whether one arrived."""
    with database.reading() as session:
        due = _due(session, at)
    arrived = False
    for envelope in due:
        try:
            status = tracker.look_up(envelope.tracking)
        except TrackerDown:
            break
        with database.writing() as session:
            arrived |= _note(session, envelope, status, at)
    return arrived


def _due(session: Session, at: datetime) -> Sequence[Followed]:
    """Who waits longest to be asked after comes first; only Kantor Pos is known to the tracker."""
    not_lately = or_(col(Shipment.asked_at).is_(None), col(Shipment.asked_at) <= at - EVERY)
    live = col(Shipment.tracking_number).is_not(None), col(Shipment.returned_at).is_(None), Shipment.courier == ""
    mine = select(Shipment.document_id, Shipment.id, Shipment.tracking_number)
    found = mine.join(Document, col(Document.id) == Shipment.document_id).where(POSTED, *live, not_lately)
    rows = session.exec(found.order_by(col(Shipment.asked_at).nulls_first(), col(Shipment.id)).limit(AT_ONCE)).all()
    return [Followed(document_id, shipment_id, str(number)) for document_id, shipment_id, number in rows]


def _note(session: Session, envelope: Followed, status: CarrierStatus | None, at: datetime) -> bool:
    """What arrived is closed and told. What comes back is only marked: it counts once an officer has it in hand and
    says why."""
    document, _ = lock_document(session, SYSTEM, envelope.document_id)
    shipment = current_shipment(session, document.id)
    if document.state is not DocumentState.POSTED or shipment is None or shipment.id != envelope.shipment_id:
        return False  # an officer was quicker
    shipment.asked_at, shipment.carrier_says = at, status or shipment.carrier_says
    session.add(shipment)
    if status is not CarrierStatus.DELIVERED:
        return False
    mark_delivered(session, SYSTEM, [document.id], at)
    return True
