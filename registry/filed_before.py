"""Whether a citizen has filed at all: most who write have not, and nothing that was told or sent need be looked up."""

from __future__ import annotations

from sqlalchemy import bindparam, exists, select
from sqlmodel import Session, SQLModel

CASES = SQLModel.metadata.tables["case"]
FILED = select(exists().where(CASES.c.contact_id == bindparam("contact")))


def filed_before(session: Session, contact_id: int) -> bool:
    return bool(session.connection().execute(FILED, {"contact": contact_id}).scalar())
