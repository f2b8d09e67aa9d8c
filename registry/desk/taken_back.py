"""Entries of the log that their officer took back within seconds: whoever counts what was done leaves them out."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy import select as columns
from sqlmodel import Session, SQLModel

from registry.desk.slips import SLIPS
from registry.desk.undoing import DECISIONS
from registry.telling import TAKEN_BACK

AUDIT = SQLModel.metadata.tables["audit"]
UNDONE = {
    "decision_undone": tuple(DECISIONS),
    "sending_undone": ("sent_by_siak",),
    "case_reopened": ("case_closed",),
    **{slip.undone_by: (deed,) for deed, slip in SLIPS.items()},
    "card_misprinted": ("card_printed",),
}
WHENEVER = ("card_misprinted",)  # found out later than a slip


def taken_back(session: Session, of: Callable[[Any, Any], ColumnElement[bool]]) -> Collection[int]:
    """Ids of the entries. `of` says, for the columns of office and time, which undoings to look at: they are few, and
    each leads to the other entries of its case."""
    undoing, deed = AUDIT.alias().c, AUDIT.alias().c
    pairs = or_(*(and_(undoing.action == name, deed.action.in_(deeds)) for name, deeds in UNDONE.items()))
    same = or_(undoing.subject.is_(None), undoing.subject == deed.subject)
    wanted = columns(deed.id, deed.at, undoing.at, undoing.action).where(
        of(undoing.office_id, undoing.at), undoing.action.in_(UNDONE), deed.case_id == undoing.case_id,
        deed.id < undoing.id, pairs, same,
    )  # fmt: skip
    return {
        deed_id
        for deed_id, done_at, undone_at, action in session.execute(wanted)
        if action in WHENEVER or undone_at - done_at <= TAKEN_BACK
    }
