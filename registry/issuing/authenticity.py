"""What anybody may ask about a document that Loket handed out: is it genuine? Answers show masked data only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session, select

from registry.catalogue.subjects import initials, person_named
from registry.issuing.verify import fingerprint
from registry.lifecycle import DocumentState
from registry.models import Case, Document, Office


class Standing(StrEnum):
    GENUINE = "genuine"
    ISSUED_ONCE = (
        "issued_once"  # genuine then; whose it is was erased, so nobody here knows whether there is a newer one
    )
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    ALTERED = "altered"
    UNKNOWN = "unknown"


STANDINGS = {
    DocumentState.ISSUED: Standing.GENUINE,
    DocumentState.SUPERSEDED: Standing.SUPERSEDED,
    DocumentState.REVOKED: Standing.REVOKED,
}


@dataclass(frozen=True)
class Verified:
    """The fields beside the standing are empty for an unknown document."""

    standing: Standing
    template: str = ""
    office: str = ""
    issued_at: datetime | None = None
    initials: str = ""  # R... C...
    sample: bool = False


UNKNOWN = Verified(Standing.UNKNOWN)


def verify(session: Session, code: str) -> Verified:
    """A document that was never issued is unknown."""
    document = _by_code(session, code)
    return _shown(session, document) if document else UNKNOWN


def verify_pdf(session: Session, code: str, pdf: bytes) -> Verified:
    """Whether this very file, byte by byte, is the one handed out under the code."""
    document = _by_code(session, code)
    if document is None:
        return UNKNOWN
    return _shown(session, document, same=fingerprint(pdf) == document.sha256)


def _by_code(session: Session, code: str) -> Document | None:
    found = session.exec(select(Document).where(Document.code == code.strip().upper())).first()
    return found if found and found.state in STANDINGS else None


def _shown(session: Session, document: Document, *, same: bool = True) -> Verified:
    case = session.get_one(Case, document.case_id)
    return Verified(
        standing=_standing(document, case) if same else Standing.ALTERED,
        template=document.template or "",
        office=session.get_one(Office, document.office_id).name,
        issued_at=document.issued_at,
        initials=document.initials or initials(person_named(case)),
        sample=document.sample,
    )


def _standing(document: Document, case: Case) -> Standing:
    """The office's own papers are replaced by nothing: each counts (registry/issuing/replacing.py)."""
    standing = STANDINGS[document.state]
    is_unsure = standing is Standing.GENUINE and document.source == "siak" and case.erased_at is not None
    return Standing.ISSUED_ONCE if is_unsure else standing
