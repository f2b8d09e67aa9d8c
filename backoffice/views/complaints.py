"""Complaints: what citizens report about the office, and the supervisor's answer."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice import chat, officers
from backoffice.access import SUPERVISOR, actor, desk, opens
from backoffice.acting import act, typed
from backoffice.parts import parts
from registry.desk import queue
from registry.models import Contact
from registry.rights import complaints

LONGEST_ANSWER = 1400  # characters; the chat says before it which complaint it answers


@desk.get("/pengaduan")
@opens(SUPERVISOR)
def show_complaints() -> ResponseReturnValue:
    with parts().database.reading() as session:
        waiting, answered = complaints.waiting(session, actor()), complaints.answered(session, actor())
        names = officers.names(session, [complaint.officer_id for complaint in answered])
    return render_template("desk/complaints.html", waiting=waiting, answered=answered, names=names, at=parts().clock())


@desk.get("/pengaduan/<int:complaint_id>")
@opens(SUPERVISOR)
def show_complaint(complaint_id: int) -> ResponseReturnValue:
    return _page(complaint_id)


@desk.post("/pengaduan/<int:complaint_id>/jawab")
@opens(SUPERVISOR)
def answer_complaint(complaint_id: int) -> ResponseReturnValue:
    text = typed("text")[:LONGEST_ANSWER]
    return act(
        lambda session, who, at: complaints.answer(session, who, complaint_id, text, at),
        again=lambda refusal: _page(complaint_id, refusal),
        then=url_for("desk.show_complaints"),
        done="complaint_answered",
    )


def _page(complaint_id: int, refusal: str | None = None) -> str:
    at = parts().clock()
    with parts().database.writing() as session:
        complaint = complaints.look(session, actor(), complaint_id, at)
        contact = session.get_one(Contact, complaint.contact_id)
        lines = chat.lines(session, contact.id, actor(), most=60)
        cases = queue.latest_of(session, contact.id, current_user.office.id)
        names = officers.names(session, [complaint.officer_id])
    return render_template(
        "desk/complaint.html",
        complaint=complaint, contact=contact, lines=lines, cases=cases, names=names, refusal=refusal, at=at,
        longest=LONGEST_ANSWER, typed=typed("text") if refusal else "",
    )  # fmt: skip
