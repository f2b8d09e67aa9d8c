"""What was read on a photo of the counter, against what was given: the flags that the chat sets for its photos."""

from __future__ import annotations

from sqlmodel import Session, col, select

from registry import cases
from registry.models import Case, Paper, Upload, UploadState
from registry.moves import LOCK
from registry.uploads.fit import DOUBTS, doubts
from registry.uploads.reading import Reading


def look(session: Session, upload_id: int) -> None:
    """After it was read: its paper is marked as its own verdict says; the case's flags are found anew over all papers,
    for one good file of several does. Whoever decides meanwhile comes first, and this changes nothing they decided."""
    upload = session.get_one(Upload, upload_id)
    paper = session.get_one(Paper, upload.paper_id)
    case = session.get_one(Case, paper.case_id, populate_existing=True, with_for_update=LOCK)
    found = doubts(cases.services()[case.service], case.answers, _readings(session, case))
    case.flags = [*(flag for flag in case.flags if flag not in DOUBTS), *found]
    paper.flagged = upload.verdict != "fine"
    session.add(paper)
    session.add(case)


def _readings(session: Session, case: Case) -> dict[str, list[Reading | None]]:
    mine = select(Paper.key, Upload.read).join(Upload, col(Upload.paper_id) == Paper.id)
    rows = session.exec(mine.where(Paper.case_id == case.id, Upload.state == UploadState.STORED)).all()
    found: dict[str, list[Reading | None]] = {}
    for key, read in rows:
        found.setdefault(key, []).append(Reading.from_json(read) if read else None)
    return found
