"""Envelopes: the latest of each card, and the number that the carrier gave it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sqlmodel import Session, col, select

from registry.lifecycle import DocumentState, Refused
from registry.models import Case, Document, Shipment

MAY_BE_NUMBERED = (DocumentState.TO_POST, DocumentState.POSTED)
# No checksum and no fixed form is published for the numbers of Pos Indonesia; words have no six digits.
TRACKING = re.compile(r"(?=(?:.*\d){6})[A-Z0-9]{8,20}")


def latest(session: Session, document_ids: Collection[int]) -> dict[int, Shipment]:
    """By document: to post, on its way, or at its end."""
    mine = select(Shipment).where(col(Shipment.document_id).in_(document_ids)).order_by(col(Shipment.id))
    return {shipment.document_id: shipment for shipment in session.exec(mine).all()}


def current_shipment(session: Session, document_id: int) -> Shipment | None:
    return latest(session, [document_id]).get(document_id)


def tracking_number(written: str) -> str:
    """As it is kept. Raises Refused for what cannot be a tracking number (nomor resi)."""
    number = re.sub(r"\s", "", written).upper()
    if not TRACKING.fullmatch(number):
        raise Refused("refused-tracking-number")
    return number


def bearers(session: Session, numbers: Collection[str]) -> Mapping[tuple[str, str], tuple[int, str]]:
    """By carrier and number: which envelope bears it already, and its case's number. Two carriers may count alike."""
    query = select(Shipment.courier, Shipment.tracking_number, Shipment.id, Case.number)
    found = query.join(Document, col(Document.id) == Shipment.document_id).join(Case, col(Case.id) == Document.case_id)
    rows = session.exec(found.where(col(Shipment.tracking_number).in_(numbers))).all()
    return {(courier, str(number)): (envelope, case_number) for courier, number, envelope, case_number in rows}


def unnumbered(session: Session, office_id: int, limit: int = 200) -> list[tuple[Document, Case, Shipment]]:
    """Being packed or on their way without a number, the oldest card first."""
    found = select(Document, Case, Shipment).join(Case, col(Case.id) == Document.case_id)
    live = Document.office_id == office_id, col(Document.state).in_(MAY_BE_NUMBERED)
    without = col(Shipment.tracking_number).is_(None), col(Shipment.returned_at).is_(None)
    wanted = found.join(Shipment, col(Shipment.document_id) == Document.id).where(*live, *without)
    rows = session.exec(wanted.order_by(col(Document.id)).limit(limit)).all()
    return [(document, case, shipment) for document, case, shipment in rows]
