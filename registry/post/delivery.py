"""A printed card's way to the citizen: by post, with one shipment for each posting, or over the counter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import SYSTEM, Actor
from registry.lifecycle import CITIZEN, POSTERS, DocumentState, Refused
from registry.models import Case, Document, Office, Shipment
from registry.moves import lock_document, move_document, require
from registry.telling import tell

ADDRESS = ("name", "street", "rt", "rw", "landmark", "village", "phone", "postal_code", "map_pin")
# No checksum and no fixed form is published for the numbers of Pos Indonesia; words have no six digits.
TRACKING = re.compile(r"(?=(?:.*\d){6})[A-Z0-9]{8,20}")


class ReturnReason(StrEnum):
    ADDRESS_INCOMPLETE = "address_incomplete"
    NOBODY_HOME = "nobody_home"
    MOVED = "moved"
    DECLINED = "declined"


def choose_post(session: Session, actor: Actor, document_id: int, address: Mapping[str, str], at: datetime) -> Shipment:
    """`address` has the parts named in ADDRESS; `village` is a region code. Of street and landmark one suffices."""
    document, _ = lock_document(session, actor, document_id)
    move_document(session, actor, document, "post_chosen", at, fields=("address",))
    office = session.get_one(Office, document.office_id)
    shipment = Shipment(
        document_id=document.id, address=_address(address), fee_rupiah=office.postage_rupiah, created_at=at
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


def post_card(session: Session, actor: Actor, document_id: int, tracking: str, at: datetime) -> Shipment:
    """Raises Refused for a tracking number (nomor resi) that cannot be one, or that another envelope bears."""
    number = _tracking(session, document_id, tracking)
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_posted", at, fields=("tracking_number",))
    shipment = _on_its_way(session, document.id)
    shipment.tracking_number, shipment.posted_at = number, at
    tell(session, case, "card_posted", at, document_id=document.id, tracking=number)
    return shipment


def correct_tracking(session: Session, actor: Actor, document_id: int, tracking: str, at: datetime) -> Shipment:
    """Of an envelope on its way; the citizen is told the right number. Raises as post_card does."""
    require(actor, POSTERS)
    number = _tracking(session, document_id, tracking)
    document, case = lock_document(session, actor, document_id)
    if document.state is not DocumentState.POSTED:
        raise Refused("refused-state", state=document.state)
    shipment = _on_its_way(session, document.id)
    shipment.tracking_number = number
    audit.record(
        session,
        actor,
        "tracking_corrected",
        office_id=case.office_id,
        case_id=case.id,
        subject=f"document:{document.id}",
        fields=("tracking_number",),
        at=at,
    )
    tell(session, case, "card_posted", at, document_id=document.id, tracking=number)
    return shipment


def mark_delivered(session: Session, actor: Actor, document_id: int, at: datetime) -> Shipment:
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_delivered", at)
    shipment = _on_its_way(session, document.id)
    shipment.delivered_at = at
    tell(session, case, "card_delivered", at, document_id=document.id)
    return shipment


def mark_returned(session: Session, actor: Actor, document_id: int, reason: str, at: datetime) -> Shipment:
    """The envelope came back: the citizen hears why and chooses again. `reason` is one of ReturnReason."""
    if reason not in set(ReturnReason):
        raise Refused("refused-reason-missing")
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_returned", at, fields=("return_reason",))
    shipment = _on_its_way(session, document.id)
    shipment.returned_at, shipment.return_reason = at, reason
    move_document(session, SYSTEM, document, "handover_asked", at)
    tell(session, case, "handover_asked", at, document_id=document.id, reason=reason)
    return shipment


def mark_collected(session: Session, actor: Actor, document_id: int, at: datetime) -> Document:
    """Told, so that an owner who did not collect it hears of it."""
    document, case = lock_document(session, actor, document_id)
    move_document(session, actor, document, "card_collected", at)
    tell(session, case, "card_collected", at, document_id=document.id)
    return document


def current_shipment(session: Session, document_id: int) -> Shipment | None:
    """The latest envelope: to post, on its way, or at its end."""
    newest_first = select(Shipment).where(Shipment.document_id == document_id).order_by(col(Shipment.id).desc())
    return session.exec(newest_first).first()


def _tracking(session: Session, document_id: int, typed: str) -> str:
    number = re.sub(r"\s", "", typed).upper()
    if not TRACKING.fullmatch(number):
        raise Refused("refused-tracking-number")
    other = select(Case.number).join(Document, col(Document.case_id) == Case.id).join(Shipment)
    taken = other.where(Shipment.tracking_number == number, Shipment.document_id != document_id)
    if case_number := session.exec(taken).first():
        raise Refused("refused-tracking-taken", number=case_number)
    return number


def _on_its_way(session: Session, document_id: int) -> Shipment:
    session.flush()
    shipment = current_shipment(session, document_id)
    if shipment is None:
        raise LookupError(f"document {document_id} goes by post without a shipment")
    session.add(shipment)
    return shipment


def _address(parts: Mapping[str, str]) -> dict[str, str]:
    strange = set(parts) - set(ADDRESS)
    address = {part: str(parts.get(part) or "").strip() for part in ADDRESS}
    complete = all(address[part] for part in ("name", "village", "phone"))
    if strange or not complete or not (address["street"] or address["landmark"]):
        raise Refused("refused-address")
    return address
