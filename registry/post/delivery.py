"""A printed card's way to the citizen: by post, with one shipment for each posting, or over the counter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from registry.actors import SYSTEM, Actor
from registry.issuing import replacing
from registry.lifecycle import CITIZEN, Refused
from registry.models import Document, Office, Shipment
from registry.moves import lock_document, lock_documents, move_document, move_documents
from registry.post.carriage import agreed, courier
from registry.post.envelopes import current_shipment, latest
from registry.telling import TAKEN_BACK, tell, tell_all

ADDRESS = ("name", "street", "rt", "rw", "landmark", "village", "phone", "postal_code", "map_pin")


class ReturnReason(StrEnum):
    ADDRESS_INCOMPLETE = "address_incomplete"
    NOBODY_HOME = "nobody_home"
    MOVED = "moved"
    DECLINED = "declined"


def choose_post(
    session: Session,
    actor: Actor,
    document_id: int,
    address: Mapping[str, str],
    at: datetime,
    *,
    needs_phone: bool = True,
    fee: int | None = None,
) -> Shipment:
    """`address` has the parts named in ADDRESS; `village` is a region code. Of street and landmark one suffices. It
    goes as the office sends now, for what that costs now, unless an officer asked for the price (`fee`, rupiah)."""
    document, _ = lock_document(session, actor, document_id)
    move_document(session, actor, document, "post_chosen", at, fields=("address",))
    office = session.get_one(Office, document.office_id)
    shipment = Shipment(
        document_id=document.id,
        address=whole_address(address, needs_phone=needs_phone),
        carriage=office.carriage,
        courier=courier(office),
        fee_rupiah=agreed(office, address.get("village", ""), fee),
        created_at=at,
    )
    session.add(shipment)
    return shipment


def choose_pickup(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """Also for a card whose envelope has not left yet. A citizen's own choice is answered in the chat at once."""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "pickup_chosen", at)
    unsent = current_shipment(session, document.id)
    if unsent is not None and unsent.posted_at is None:
        session.delete(unsent)
    if not actor.roles & CITIZEN:
        tell(session, case, "card_ready_for_pickup", at, document_id=document.id)
    return document


def mark_delivered(session: Session, actor: Actor, document_ids: Collection[int], at: datetime) -> None:
    """All or none."""
    locked = lock_documents(session, actor, document_ids)
    move_documents(session, actor, [document for document, _ in locked], "card_delivered", at)
    for shipment in latest(session, document_ids).values():
        shipment.delivered_at = at
        session.add(shipment)
    told = [(case, {"document_id": document.id}) for document, case in locked]
    tell_all(session, told, "card_delivered", at, TAKEN_BACK)
    replacing.arrived(session, locked, at)


def mark_returned(session: Session, actor: Actor, reasons: Mapping[int, str], at: datetime) -> None:
    """The envelopes came back, all or none: the citizens hear why and choose again. Each reason is a ReturnReason."""
    if not set(reasons.values()) <= set(ReturnReason):
        raise Refused("refused-reason-missing")
    locked = lock_documents(session, actor, reasons)
    documents = [document for document, _ in locked]
    move_documents(session, actor, documents, "card_returned", at, fields=("return_reason",))
    for document_id, shipment in latest(session, reasons).items():
        shipment.returned_at, shipment.return_reason = at, reasons[document_id]
        session.add(shipment)
    move_documents(session, SYSTEM, documents, "handover_asked", at)
    told = [(case, {"document_id": document.id, "reason": reasons[document.id]}) for document, case in locked]
    tell_all(session, told, "handover_asked", at, TAKEN_BACK)


def mark_collected(session: Session, actor: Actor, document_id: int, at: datetime, **taken: str) -> Document:
    """Told, and by whom it was taken, so that an owner who did not collect it hears of it."""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_collected", at)
    tell(session, case, "card_collected", at, after=TAKEN_BACK, document_id=document.id, **taken)
    replacing.arrived(session, [(document, case)], at)
    return document


def whole_address(parts: Mapping[str, str], *, needs_phone: bool = True) -> dict[str, str]:
    """Every part of ADDRESS. Raises Refused when one is missing without which no envelope arrives."""
    strange = set(parts) - set(ADDRESS)
    address = {part: str(parts.get(part) or "").strip() for part in ADDRESS}
    complete = all(address[part] for part in ("name", "village", *(["phone"] if needs_phone else [])))
    if strange or not complete or not (address["street"] or address["landmark"]):
        raise Refused("refused-address")
    return address
