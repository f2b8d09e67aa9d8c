"""A paper photographed at the counter: judged and cleaned as what citizens send, and kept with its case."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.corrections import has_come, paper_of
from registry.desk import ticks
from registry.lifecycle import CHECKERS, OPEN, Refused
from registry.models import PaperState, Upload
from registry.models.cases import NOT_HERE
from registry.moves import lock_case, require


def add(session: Session, actor: Actor, case_id: int, paper_key: str, values: dict[str, Any], at: datetime) -> Upload:
    """`values` are the stored file's (registry/uploads/keeping.py). A paper seen before stays seen."""
    require(actor, CHECKERS)
    case = lock_case(session, actor, case_id)
    if case.state not in OPEN:
        raise Refused("refused-state", state=case.state)
    paper = paper_of(session, case, paper_key)
    upload = Upload(contact_id=case.contact_id, paper_id=paper.id, due_at=at, created_at=at, **values)
    session.add(upload)
    if paper.state in NOT_HERE:
        paper.state, paper.reason = PaperState.SENT, None
    paper.flagged = values["verdict"] != "fine"
    session.add(paper)
    ticks.reopen(session, case, [f"paper:{paper_key}"])
    audit.record(
        session,
        actor,
        "paper_photographed",
        office_id=case.office_id,
        case_id=case.id,
        subject=f"paper:{paper_key}",
        at=at,
    )
    has_come(session, actor, case, at)
    return upload
