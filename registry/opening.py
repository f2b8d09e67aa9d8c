"""A citizen's request becomes a case: its number, its papers, its promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    session.add(case)
    session.flush()
    searching.index_new(session, case, service)
    for key, upload_ids in papers.items():
        add_uploads(session, case, Paper(case_id=case.id, key=key, state=PaperState.TO_BRING), upload_ids)
    if papers:
        upload_links.close(session, contact.id, papers, at)
    service_clock.keep(session, case, at)
    checks.begin(session, office, service, case, at)
    audit.record(session, actor, "case_opened", office_id=office.id, case_id=case.id, at=at)
    return case


def add_uploads(session: Session, case: Case, paper: Paper, upload_ids: list[int] | None) -> None:
    """Raises NotFound when an upload is another contact's or already lies on another paper."""
    paper.state = PaperState.SENT if upload_ids else PaperState.TO_BRING
    paper.reason, paper.flagged = None, False
    session.add(paper)
    if not upload_ids:
        return
    session.flush()
    uploads = session.exec(
        select(Upload).where(col(Upload.id).in_(upload_ids), Upload.contact_id == case.contact_id)
    ).all()
    if len(uploads) != len(set(upload_ids)) or any(upload.paper_id for upload in uploads):
        raise NotFound
    for upload in uploads:
        upload.paper_id = paper.id
    paper.flagged = any(upload.verdict not in (None, "fine") for upload in uploads)


def _next_number(session: Session, office: Office) -> str:
    # The update locks the office's row until the commit: no number is given twice, and none is lost.
    code, number = session.connection().execute(NUMBERED, {"office": office.id}).one()
    return f"{code}-{number:05d}"
