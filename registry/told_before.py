"""What a citizen told in earlier requests, for as long as it is kept: to be offered in the next for the same person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, or_
from sqlmodel import Session, col, select

from registry.filed_before import filed_before
from registry.models import Case, Contact

MOST = 5  # requests; a person told of before that is told of anew
WANTED = (
    select(Case)
    .join(Contact, col(Contact.id) == Case.contact_id)
    .where(Case.contact_id == bindparam("contact"), col(Case.erased_at).is_(None))
    .where(or_(col(Contact.identity_changed_at).is_(None), col(Case.opened_at) > col(Contact.identity_changed_at)))
    .order_by(col(Case.id).desc())
    .limit(MOST)
)


def requests(session: Session, contact_id: int) -> Sequence[Case]:
    """The newest first. Of whoever had this telephone before, nothing."""
    if not filed_before(session, contact_id):
        return []
    return session.exec(WANTED, params={"contact": contact_id}).all()
