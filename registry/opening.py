"""A citizen's request becomes a case: its number, its papers, its promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, update
from sqlmodel import Session, SQLModel, col, select

from registry import audit, families, service_clock
from registry.actors import Actor, NotFound
from registry.catalogue import Service
from registry.desk import searching
from registry.models import Case, Contact, Office, Paper, PaperState, Upload
from registry.offices import quota
from registry.population import checks
from registry.uploads import links as upload_links

OFFICES = SQLModel.metadata.tables["office"]
NUMBERED = (  # built once: putting it together takes longer than running it
    update(OFFICES)
    .where(OFFICES.c.id == bindparam("office"))
    .values(last_case=OFFICES.c.last_case + 1)
    .returning(OFFICES.c.code, OFFICES.c.last_case)
)


def open_case(
    session: Session,
    actor: Actor,
    *,
    contact: Contact,
    office: Office,
    service: Service,
    answers: Mapping[str, Any],
    papers: Mapping[str, list[int] | None],
    flags: Iterable[str],
    at: datetime,
) -> Case:
    """`papers` maps a paper's key to its uploads, or to none: the citizen brings it, and nothing is promised yet."""
    if actor.contact_id not in (None, contact.id):
        raise NotFound
    signal = families.file(session, contact, office, service, answers, at)
    number = _next_number(session, office)
    case = Case(
        number=number,
        office_id=office.id,
        contact_id=contact.id,
        service=service.code,
        answers=dict(answers),
        **searching.marks(service, answers),
        flags=[*flags, *([families.FLAG] if signal.is_over else [])],
        opened_at=at,
        queued_at=quota.turn(session, office, at),
        hours_left=service.sla_hours,
    )
    service_clock.begin(case, office, at, to_bring=not all(papers.values()))
    session.add(case)
    session.flush()
    searching.index_new(session, case, service)
    _add_papers(session, case, papers)
    if papers:
        upload_links.close(session, contact.id, papers, at)
    checks.begin(session, office, service, case, at)
    audit.record(session, actor, "case_opened", office_id=office.id, case_id=case.id, at=at)
    return case


def add_uploads(session: Session, case: Case, paper: Paper, upload_ids: list[int] | None) -> None:
    """Raises NotFound when an upload is another contact's or already lies on another paper."""
    paper.state = PaperState.SENT if upload_ids else PaperState.TO_BRING
    paper.reason, paper.flagged = None, False
    session.add(paper)
    if upload_ids:
        session.flush()
        _lay(session, case, [(paper, upload_ids)])


def _add_papers(session: Session, case: Case, papers: Mapping[str, list[int] | None]) -> None:
    states = {key: PaperState.SENT if ids else PaperState.TO_BRING for key, ids in papers.items()}
    made = {key: Paper(case_id=case.id, key=key, state=state) for key, state in states.items()}
    session.add_all(made.values())
    if sent := [(made[key], ids) for key, ids in papers.items() if ids]:
        session.flush()
        _lay(session, case, sent)


def _lay(session: Session, case: Case, sent: Sequence[tuple[Paper, list[int]]]) -> None:
    """Papers and the uploads that lie on them. Raises as `add_uploads` does."""
    wanted = {upload_id for _, ids in sent for upload_id in ids}
    found = select(Upload).where(col(Upload.id).in_(wanted), Upload.contact_id == case.contact_id)
    uploads = {upload.id: upload for upload in session.exec(found)}
    if len(uploads) != len(wanted) or any(upload.paper_id for upload in uploads.values()):
        raise NotFound
    for paper, ids in sent:
        for upload_id in ids:
            uploads[upload_id].paper_id = paper.id
        paper.flagged = any(uploads[upload_id].verdict not in (None, "fine") for upload_id in ids)


def _next_number(session: Session, office: Office) -> str:
    # The update locks the office's row until the commit: no number is given twice, and none is lost.
    code, number = session.connection().execute(NUMBERED, {"office": office.id}).one()
    return f"{code}-{number:05d}"
