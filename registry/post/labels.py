"""Labels for envelopes, a page of A6 each: all that a courier needs, for what is not on it brings the card back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.issuing.render import qr_svg
from registry.issuing.signs import without_strange_signs
from registry.models import Case, Document, OldCard, Shipment
from registry.places.regions import Regions
from registry.post.envelopes import latest


@dataclass(frozen=True, repr=False)
class Label:
    """`pay` is what the courier is paid at the door, in words; `leads_to` is where the QR leads an officer."""

    case_number: str
    shipment_id: int
    name: str
    phone: str
    street: str
    landmark: str
    village: str
    district: str
    town: str
    province: str
    postal_code: str
    pay: str
    card: str
    to_parent: bool  # a child's card goes to a parent
    old_card: bool
    tracking: str
    leads_to: str

    def as_data(self) -> dict[str, object]:
        shown = {
            name: without_strange_signs(each) if isinstance(each, str) else each for name, each in vars(self).items()
        }
        return shown | {"qr": qr_svg(self.leads_to)}


@dataclass(frozen=True, repr=False)
class Labels:
    template: ClassVar[str] = "label_kiriman"

    office: str
    office_address: str
    labels: tuple[Label, ...]

    def as_data(self) -> dict[str, object]:
        return dict(vars(self)) | {"labels": [label.as_data() for label in self.labels]}


@dataclass(frozen=True, repr=False)
class Destination:
    """An address as its parts are read aloud."""

    street: str
    village: str
    district: str
    town: str
    province: str


def destination(shipment: Shipment, regions: Regions) -> Destination:
    to = shipment.address
    numbers = f"RT {to['rt'] or '-'}/RW {to['rw'] or '-'}" if to.get("rt") or to.get("rw") else ""
    street = ", ".join(part for part in (to.get("street", ""), numbers) if part)
    village = regions.get(to["village"])
    if village is None:
        return Destination(street, to["village"], "", "", "")
    district, town, province = regions.parents(village)
    return Destination(street, village.name, district.name, town.name, province.name)


def to_label(
    session: Session, actor: Actor, document_ids: Sequence[int], at: datetime
) -> list[tuple[Shipment, Document, Case]]:
    """The envelopes in the order of their cards; looking at them is recorded. Raises NotFound when one is not there."""
    wanted = set(document_ids)
    mine = select(Document, Case).join(Case).where(col(Document.id).in_(wanted), Document.office_id == actor.office_id)
    found = session.exec(mine.order_by(col(Document.id))).all()
    shipments = latest(session, wanted)
    if not wanted or {document.id for document, _ in found} & shipments.keys() != wanted:
        raise NotFound
    audit.record_documents(session, actor, "address_viewed", [document for document, _ in found], at)
    return [(shipments[document.id], document, case) for document, case in found]


def label(
    shipment: Shipment, document: Document, case: Case, regions: Regions, *, pay: str, card: str, leads_to: str
) -> Label:
    to, place = shipment.address, destination(shipment, regions)
    return Label(
        case_number=case.number,
        shipment_id=shipment.id,
        name=to["name"],
        phone=to["phone"],
        street=place.street,
        landmark=to.get("landmark", ""),
        village=place.village,
        district=place.district,
        town=place.town,
        province=place.province,
        postal_code=to.get("postal_code", ""),
        pay=pay,
        card=card,
        to_parent=document.template == "kia",
        old_card=document.old_card is OldCard.WANTED,
        tracking=shipment.tracking_number or "",
        leads_to=leads_to,
    )
