"""Complaints: what citizens report about the office, and the supervisor's answer."""

from __future__ import annotations

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import select

from backoffice import chat, officers, paging
from backoffice.access import PROVINCE, SIGNATORY, SUPERVISOR, actor, desk, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from registry.desk import queue
from registry.models import Complaint, Contact, Office, Officer
from registry.rights import complaints

ENDED = 20  # answered ones on a page
READERS = (SUPERVISOR, SIGNATORY, PROVINCE)
LONGEST_ANSWER = 1400  # characters; the chat says before it which complaint it answers


@desk.get("/pengaduan")
@opens(*READERS)
def show_complaints() -> ResponseReturnValue:
    with parts().database.reading() as session:
        found = complaints.waiting(session, actor(), paging.asked(), paging.PAGE + 1)
        ended = complaints.answered(session, actor(), paging.asked("after_answered"), ENDED + 1)
        waiting, answered = paging.part(found, _id), paging.part(ended, _id, ENDED)
        names = officers.names(session, [complaint.officer_id for complaint in answered.rows])
        rows = [] if current_user.office else session.exec(select(Office)).all()  # a province has a dozen or so
    return render_template(
        "desk/complaints.html",
        waiting=waiting, answered=answered, names=names, offices={each.id: each.name for each in rows},
        at=parts().clock(),
    )  # fmt: skip


def _id(complaint: Complaint) -> int:
    return complaint.id


@desk.get("/pengaduan/<int:complaint_id>")
@opens(*READERS)
def show_complaint(complaint_id: int) -> ResponseReturnValue:
    return _page(complaint_id)


@desk.post("/pengaduan/<int:complaint_id>/jawab")
@opens(*READERS)
def answer_complaint(complaint_id: int) -> ResponseReturnValue:
    text = typed("text")[:LONGEST_ANSWER]
    return act(
        lambda session, who, at: complaints.answer(session, who, complaint_id, text, at),
        again=lambda refusal: _page(complaint_id, refusal),
        then=url_for("desk.show_complaints"),
        done="complaint_answered",
    )


@desk.post("/pengaduan/<int:complaint_id>/menyangkut")
@opens(*READERS)
def name_concerned(complaint_id: int) -> ResponseReturnValue:
    """Whoever reads it on stays at it, and at the answer begun there."""
    officer, sure = request.form.get("officer", 0, type=int), "sure" in request.form
    return act(
        lambda session, who, at: complaints.name_concerned(session, who, complaint_id, officer, at, sure=sure),
        again=lambda refusal: _page(complaint_id, refusal),
        then=url_for("desk.show_complaints") if sure else url_for("desk.show_complaint", complaint_id=complaint_id),
        done="complaint_concerned",
    )


def _page(complaint_id: int, refusal: str | None = None) -> str:
    at = parts().clock()
    with parts().database.writing() as session:
        complaint = complaints.look(session, actor(), complaint_id, at)
        contact = session.get_one(Contact, complaint.contact_id)
        lines = chat.lines(session, contact.id, actor(), most=60)
        cases = queue.latest_of(session, contact.id, complaint.office_id)
        names = officers.names(session, [complaint.officer_id, complaint.concerns_id])
        colleagues = select(Officer).where(Officer.office_id == complaint.office_id)
        staff = session.exec(colleagues.order_by(Officer.name)).all()
        office = None if current_user.office else session.get_one(Office, complaint.office_id)
    return render_template(
        "desk/complaint.html",
        complaint=complaint, contact=contact, lines=lines, cases=cases, names=names, staff=staff, refusal=refusal,
        office=office, of_head=any(each.id == complaint.concerns_id and SIGNATORY in each.roles for each in staff),
        at=at, longest=LONGEST_ANSWER, typed=typed("text") if refusal else "",
    )  # fmt: skip
