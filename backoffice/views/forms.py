"""The forms of a case, filled in, to be downloaded and printed: they are kept nowhere."""

from __future__ import annotations

from io import BytesIO

from flask import send_file
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col, select

from backoffice.access import READERS, actor, desk, opens
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import Words
from registry import audit
from registry.actors import NotFound
from registry.catalogue import Form, Service
from registry.forms.filling import fill, registered
from registry.forms.request import Request
from registry.issuing.content import FilledForm
from registry.issuing.render import render_sheet
from registry.models import Case, Contact, Office, Paper
from registry.moves import may_see


@desk.get("/permohonan/<int:case_id>/formulir/<form_code>")
@opens(*READERS)
def download_form(case_id: int, form_code: str) -> ResponseReturnValue:
    """Holds what the register knows of the people named, as the page of the case does."""
    at = parts().clock()
    with parts().database.writing() as session:
        case = session.get(Case, case_id)
        if case is None or not may_see(actor(), case):
            raise NotFound
        filled = _filled(session, case, form_code)
        audit.record(session, actor(), "form_viewed", case_id=case.id, subject=f"form:{form_code}", at=at)
        name = f"{form_code}-{case.number}.pdf"
    pdf = render_sheet(filled, at)
    return send_file(BytesIO(pdf), mimetype="application/pdf", as_attachment=True, download_name=name)


def forms_of(service: Service | None, papers: list[Paper]) -> list[Form]:
    """What the page of a case offers."""
    return parts().catalogue.forms_of(service, [paper.key for paper in papers]) if service else []


def _filled(session: Session, case: Case, form_code: str) -> FilledForm:
    parts().rules.refresh(session)
    office = session.get_one(Office, case.office_id)
    service = parts().catalogue.at(office.code, case.service) if case.service in parts().catalogue else None
    papers = list(session.exec(select(Paper).where(Paper.case_id == case.id).order_by(col(Paper.id))))
    form = next((form for form in forms_of(service, papers) if form.code == form_code), None)
    if service is None or form is None:
        raise NotFound
    clock = Clock(office.timezone, "id")  # what the office prints is Indonesian, whatever the officer reads
    request = Request(
        service=service,
        answers=case.answers,
        office=office.name,
        on=parts().clock().astimezone(clock.zone).date(),
        phone=session.get_one(Contact, case.contact_id).telephone or "",
        number=case.number,
        papers=[paper.key for paper in papers],
        register=registered(session, service, case.answers),
    )
    return fill(form, request, Words(texts("id"), clock), parts().regions)
