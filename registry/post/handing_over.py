"""Envelopes leave the house: handed to Kantor Pos or a courier several at once, each with its tracking number."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import POSTERS, DocumentState, Refused
from registry.models import Carriage, Case, Consignment, Document, Shipment
from registry.moves import lock_documents, move_documents, require
from registry.post.envelopes import MAY_BE_NUMBERED, bearers, latest, tracking_number
from registry.telling import tell_all

LONGEST_NAME = 80
KANTOR_POS = "Kantor Pos"


def hand_over(
    session: Session, actor: Actor, document_ids: Collection[int], taken_by: str, at: datetime
) -> Consignment:
    """All or none, to one carrier. Who has a tracking number hears it now, the others once it is noted."""
    if not (name := taken_by.strip()[:LONGEST_NAME]):
        raise Refused("refused-taken-by")
    locked = lock_documents(session, actor, document_ids)
    move_documents(session, actor, [document for document, _ in locked], "card_posted", at)
    shipments = latest(session, document_ids)
    couriers = {shipment.courier for shipment in shipments.values()}
    if len(couriers) != 1 or actor.office_id is None:
        raise Refused("refused-several-carriers")
    consignment = Consignment(
        office_id=actor.office_id, courier=couriers.pop(), taken_by=name, officer_id=actor.officer_id, handed_at=at
    )
    session.add(consignment)
    session.flush()
    for shipment in shipments.values():
        shipment.consignment_id, shipment.posted_at = consignment.id, at
        session.add(shipment)
    audit.record(session, actor, "cards_handed_over", subject=f"consignment:{consignment.id}", at=at)
    _tell(session, [(case, shipments[document.id]) for document, case in locked], at)
    return consignment


def post_card(session: Session, actor: Actor, document_id: int, tracking: str, at: datetime) -> Consignment:
    """One envelope, brought there by an officer. Raises as note_tracking does."""
    note_tracking(session, actor, {document_id: tracking}, at)
    carrier = latest(session, [document_id])[document_id].courier or KANTOR_POS
    return hand_over(session, actor, [document_id], carrier, at)


def note_tracking(session: Session, actor: Actor, numbers: Mapping[int, str], at: datetime) -> None:
    """By document; another number than before corrects it. Raises Refused for one that cannot be a tracking number
    (nomor resi), or that another envelope bears: then none is noted."""
    require(actor, POSTERS)
    kept = {document_id: tracking_number(written) for document_id, written in numbers.items()}
    locked = lock_documents(session, actor, kept)
    shipments = latest(session, kept)
    _refuse_taken(session, [(shipments[document_id], number) for document_id, number in kept.items()])
    changed = []
    for document, case in locked:
        if document.state not in MAY_BE_NUMBERED:
            raise Refused("refused-state", state=document.state)
        shipment = shipments[document.id]
        if shipment.tracking_number != kept[document.id]:
            changed.append((document, case, shipment, shipment.tracking_number is None))
            shipment.tracking_number = kept[document.id]
            session.add(shipment)
    _keep(session)
    for is_new, action in ((True, "tracking_noted"), (False, "tracking_corrected")):
        of_kind = [document for document, _, _, new in changed if new is is_new]
        audit.record_documents(session, actor, action, of_kind, at, fields=("tracking_number",))
    on_the_way = [(case, shipment) for document, case, shipment, _ in changed if document.state is DocumentState.POSTED]
    _tell(session, on_the_way, at)


def consignments(session: Session, office_id: int, limit: int = 50) -> Sequence[tuple[Consignment, int]]:
    """The newest first, each with how many envelopes were in it."""
    counted = select(Consignment, func.count(col(Shipment.id))).outerjoin(Shipment)
    mine = counted.where(Consignment.office_id == office_id).group_by(col(Consignment.id))
    return [(each, count) for each, count in session.exec(mine.order_by(col(Consignment.id).desc()).limit(limit)).all()]


def contents(
    session: Session, actor: Actor, consignment_id: int, at: datetime
) -> tuple[Consignment, list[tuple[Shipment, Document, Case]]]:
    """What was handed over; looking at it is recorded. Raises NotFound for another office's."""
    consignment = session.get(Consignment, consignment_id)
    if consignment is None or consignment.office_id != actor.office_id:
        raise NotFound
    found = select(Shipment, Document, Case).join(Document, col(Document.id) == Shipment.document_id)
    inside = found.join(Case, col(Case.id) == Document.case_id).where(Shipment.consignment_id == consignment_id)
    rows = [(each, document, case) for each, document, case in session.exec(inside.order_by(col(Shipment.id))).all()]
    audit.record_documents(session, actor, "address_viewed", [document for _, document, _ in rows], at)
    return consignment, rows


def _refuse_taken(session: Session, numbers: Sequence[tuple[Shipment, str]]) -> None:
    wanted = {(shipment.courier, number) for shipment, number in numbers}
    if len(wanted) < len(numbers):
        raise Refused("refused-tracking-twice")
    taken = bearers(session, {number for _, number in numbers})
    for shipment, number in numbers:
        envelope, case_number = taken.get((shipment.courier, number), (shipment.id, ""))
        if envelope != shipment.id:
            raise Refused("refused-tracking-taken", number=case_number)


def _keep(session: Session) -> None:
    """The database refuses a number that another officer gives to another envelope this very moment."""
    try:
        session.flush()
    except IntegrityError:
        raise Refused("refused-tracking-twice") from None


def _tell(session: Session, sent: Sequence[tuple[Case, Shipment]], at: datetime) -> None:
    """Never that a card is with Kantor Pos without the number that lets one ask for it."""
    told = [
        (case, {"document_id": shipment.document_id, "tracking": shipment.tracking_number})
        for case, shipment in sent
        if shipment.tracking_number or shipment.carriage is Carriage.COURIER
    ]
    tell_all(session, told, "card_posted", at)
