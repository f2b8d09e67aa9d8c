"""An officer writes down where a card is to go: for who cannot say so in a chat, and where an address was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor, NotFound
from registry.counter import letters
from registry.lifecycle import POSTERS, DocumentState, Refused
from registry.models import Case, Channel, Contact, Document, Office, Shipment
from registry.moves import lock_document, may_see, require
from registry.post import delivery
from registry.post.carriage import agreed, town
from registry.post.envelopes import current_shipment
from registry.telling import tell

WRITABLE = (DocumentState.CHOOSING_HANDOVER, DocumentState.TO_POST)


def to_address(
    session: Session, actor: Actor, document_id: int, at: datetime
) -> tuple[Document, Case, Contact, Shipment | None]:
    """With the envelope that is being packed, or that came back; looking at its address is recorded. Raises NotFound
    for another office's document, and where nothing can be written any more."""
    require(actor, POSTERS)
    document = session.get(Document, document_id)
    case = session.get(Case, document.case_id) if document else None
    if document is None or case is None or not may_see(actor, case) or document.state not in WRITABLE:
        raise NotFound
    known = current_shipment(session, document.id)
    if known is not None and known.address:
        audit.record_documents(session, actor, "address_viewed", [document], at)
    return document, case, session.get_one(Contact, case.contact_id), known


def write(
    session: Session,
    actor: Actor,
    document_id: int,
    address: Mapping[str, str],
    at: datetime,
    *,
    fee: int | None = None,
) -> str:
    """By post from now on, or to another address or for another price (`fee`, rupiah) than before, while the envelope
    is in the house. The citizen hears of it; gives what happened. Raises Refused("refused-address") for what is
    incomplete."""
    require(actor, POSTERS)
    document, case = lock_document(session, actor, document_id)
    needs_phone = session.get_one(Contact, case.contact_id).channel is not Channel.COUNTER
    written = delivery.whole_address(address, needs_phone=needs_phone)
    if document.state is DocumentState.TO_POST:
        return _correct(session, actor, document, case, written, fee, at)
    delivery.choose_post(session, actor, document_id, written, at, needs_phone=needs_phone, fee=fee)
    letters.drop(session, case, ("handover_asked",))
    tell(session, case, "post_chosen", at, document_id=document.id)
    return "post_chosen"


def _correct(
    session: Session,
    actor: Actor,
    document: Document,
    case: Case,
    written: dict[str, str],
    fee: int | None,
    at: datetime,
) -> str:
    """The place on the map was of the old address: it goes where street or village change. What the citizen was told
    to pay stays, unless the card goes to another town or an officer wrote another price."""
    packed = current_shipment(session, document.id)
    if packed is None:
        raise Refused("refused-state", state=document.state)
    before = packed.address
    stays = all(before.get(part) == written[part] for part in ("street", "village"))
    written |= {"map_pin": before.get("map_pin", "") if stays else ""}
    changed = tuple(part for part in delivery.ADDRESS if before.get(part, "") != written[part])
    price = _price(session, document, packed, written["village"], fee)
    changed += ("fee_rupiah",) if price != packed.fee_rupiah else ()
    if not changed:
        return "address_unchanged"
    packed.address, packed.fee_rupiah = written, price
    session.add(packed)
    audit.record_documents(session, actor, "address_corrected", [document], at, changed)
    tell(session, case, "address_corrected", at, document_id=document.id)
    return "address_corrected"


def _price(session: Session, document: Document, packed: Shipment, village: str, fee: int | None) -> int:
    office = session.get_one(Office, document.office_id)
    same_town = town(village) == town(packed.address.get("village", ""))
    return packed.fee_rupiah if fee is None and same_town else agreed(office, village, fee)
