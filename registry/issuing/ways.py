"""How an office signs: electronically, or by hand where there is no signal."""

from __future__ import annotations

from sqlmodel import Session

from registry.lifecycle import Refused
from registry.models import Case, Document, Office

BY_HAND = "by_hand"  # the office's way of signing, and how such a document came about (Document.via)


def is_by_hand(office: Office, case: Case) -> bool:
    """Whether this office, or the kecamatan of this case, signs nothing electronically now."""
    return office.signing == BY_HAND or (case.district is not None and case.district in office.by_hand_districts)


def expect_electronic(session: Session, document: Document, case: Case) -> None:
    """Raises Refused where documents are signed by hand."""
    if is_by_hand(session.get_one(Office, document.office_id), case):
        raise Refused("refused-by-hand")
