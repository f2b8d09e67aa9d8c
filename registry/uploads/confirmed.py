"""Papers of which their sender said "this is right", though something on them is not as it was asked for."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, select

from registry.models import Case, Paper

FLAG = "confirmed"  # of the case, for the queue; the paper's own mark is in its row


def mark(session: Session, case: Case, keys: Collection[str]) -> None:
    """After its files were taken: nothing is refused, and whoever checks looks there first."""
    if not keys:
        return
    session.flush()
    for paper in session.exec(select(Paper).where(Paper.case_id == case.id, col(Paper.key).in_(keys))):
        paper.flagged = True
        session.add(paper)
    case.flags = list(dict.fromkeys([*case.flags, FLAG]))
    session.add(case)
