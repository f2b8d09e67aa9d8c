"""The names of officers, for rows that know only their numbers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session, col, select

from registry.models import Officer


def names(session: Session, officer_ids: Iterable[int | None]) -> dict[int | None, str]:
    """One statement for all of them, and none where nobody is named."""
    wanted = set(officer_ids) - {None}
    found = session.exec(select(Officer.id, Officer.name).where(col(Officer.id).in_(wanted))).all() if wanted else []
    return dict(found)
