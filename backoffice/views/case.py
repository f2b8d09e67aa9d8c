"""One case: its answers beside the papers, and what the officer decides about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import casefile, chat, checklist, officers, reasons
from backoffice.access import CHECKERS, READERS, actor, desk, language, opens
from backoffice.acting import act, typed
from backoffice.comparing import compare
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.readings import readings
from backoffice.views.forms import forms_of
from backoffice.words import person_named
from registry import cases, corrections
from registry.actors import Actor
from registry.cards import misprints
from registry.counter.interview import Asked
from registry.desk import answers
from registry.desk import checklist as checking
from registry.issuing.composing import rendered_here
from registry.issuing.replacing import replaced_already
from registry.issuing.ways import is_by_hand
from registry.lifecycle import CASE_MOVES, DOCUMENT_MOVES, OPEN
from registry.models import Case, Document
from registry.post.delivery import ReturnReason
from registry.tickets import notes

Decision = Callable[[Session, Actor, int, datetime], object]


# The moves of a case that a button makes; the others follow from something else.
BY_BUTTON = {
    "case_approved", "case_resumed", "asked_again", "paper_refused", "case_held", "case_refused", "case_withdrawn",
}  # fmt: skip


@desk.get("/permohonan/<int:case_id>")
@opens(*READERS)
def show_case(case_id: int) -> ResponseReturnValue:
    return case_page(case_id)


@desk.get("/permohonan/<int:case_id>/pemegang")
@opens(*READERS)
def poll_case(case_id: int) -> ResponseReturnValue:
    """Who holds it, for a page that is open: no look of its own. `seen` held it when the page came, `was` its state."""
    with parts().database.reading() as session:
        case = casefile.case_seen(session, actor(), case_id)
        holder = officers.names(session, [case.officer_id]).get(case.officer_id)
    seen, was = request.args.get("seen", type=int), request.args.get("was", "")
    by_other = case.officer_id != current_user.officer.id and (case.officer_id != seen or case.state.value != was)
    return unless_known(render_template("desk/_holder.html", case=case, holder=holder, changed=by_other))


@desk.post("/permohonan/<int:case_id>/ambil")
@opens(*CHECKERS)
def claim_case(case_id: int) -> ResponseReturnValue:
    over = request.form.get("over", type=int)
    return _decide(case_id, lambda s, who, n, at: cases.claim(s, who, n, at, over), "case_claimed")


@desk.post("/permohonan/<int:case_id>/lepas")
@opens(*CHECKERS)
def release_case(case_id: int) -> ResponseReturnValue:
    return _decide(case_id, cases.release, "case_released")


@desk.post("/permohonan/<int:case_id>/setujui")
@opens(*CHECKERS)
def approve_case(case_id: int) -> ResponseReturnValue:
    rest, proven = request.form.getlist("rest"), request.form.getlist("proven")
    return _decide(case_id, lambda s, who, n, at: checking.approve(s, who, n, rest, at, proven), "case_approved")


@desk.post("/permohonan/<int:case_id>/lanjutkan")
@opens(*CHECKERS)
def resume_case(case_id: int) -> ResponseReturnValue:
    return _decide(case_id, cases.resume, "case_resumed")


@desk.post("/permohonan/<int:case_id>/tahan")
@opens(*CHECKERS)
def hold_case(case_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _decide(case_id, lambda s, who, n, at: cases.hold(s, who, n, reason, at), "case_held")


@desk.post("/permohonan/<int:case_id>/tidak-setuju")
@opens(*CHECKERS)
def refuse_case(case_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _decide(case_id, lambda s, who, n, at: cases.refuse(s, who, n, reason, at), "case_refused")


@desk.post("/permohonan/<int:case_id>/batalkan")
@opens(*CHECKERS)
def withdraw_case(case_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return _decide(case_id, lambda s, who, n, at: cases.withdraw(s, who, n, reason, at), "case_withdrawn")


@desk.post("/permohonan/<int:case_id>/catatan")
@opens(*CHECKERS)
def write_note(case_id: int) -> ResponseReturnValue:
    text = typed("note")
    return _decide(case_id, lambda s, who, n, at: notes.write(s, who, n, text, at), "note_written")


def case_page(case_id: int, refusal: str | None = None, correcting: Asked | None = None) -> str:
    """The page; opening it is a look at the record, showing it again after a refused move is not."""
    at = parts().clock()
    with parts().database.writing() as session:
        shown = casefile.look(session, actor(), case_id, parts().catalogue, at, looked=refusal is None)
        register = compare(session, shown)
        lines = chat.lines(session, shown.case.contact_id, actor(), most=40)
        replaced = replaced_already(session, [(each, shown.case) for each in shown.file.documents])
    changes, read = current_user.may(*CHECKERS), readings(shown)
    return render_template(
        "desk/case.html",
        shown=shown, file=shown.file, case=shown.case, register=register, lines=lines, at=at, refusal=refusal,
        person=person_named(shown.service, shown.case.answers),
        forms=forms_of(shown.service, shown.file.papers), replaced=replaced,
        possible=_possible(shown.case), claimable=changes and shown.case.state in OPEN,
        held_by_other=held_by_other(shown.case), correcting=correcting, consents=list(answers.Consent),
        possible_for=_possible_for, by_hand=is_by_hand(shown.office, shown.case),
        may_receipt=changes and shown.case.state in OPEN and bool(shown.file.papers),
        checklist=checklist.of_case(shown, parts().catalogue, read, register),
        spoilings=misprints.REASONS, readings=read, returns=list(ReturnReason),
        rest=corrections.rest, reasons=reasons.ready(shown.file.contact.language, language(), shown.service),
        reads=shown.file.contact.language,
        sentence=lambda event, **fields: reasons.sentence(event, shown.case, shown.file.contact, **fields),
        back=url_for("desk.show_case", case_id=case_id),
    )  # fmt: skip


def _possible(case: Case) -> set[str]:
    """The moves that the lifecycle allows now: what is impossible has no button, and what a colleague decides none."""
    if held_by_other(case):
        return set()
    roles = actor().roles
    return {move.event for move in CASE_MOVES if case.state in move.sources and move.roles & roles} & BY_BUTTON


def held_by_other(case: Case) -> bool:
    return case.state in OPEN and case.officer_id not in (None, current_user.officer.id)


def _possible_for(document: Document) -> set[str]:
    """The same for a document, and for what this officer's roles may do."""
    roles = actor().roles
    possible = {move.event for move in DOCUMENT_MOVES if document.state in move.sources and move.roles & roles}
    possible -= set() if document.kind == "pdf" else {"hand_signing_begun"}
    return possible if rendered_here(document.template) else possible - {"document_rendered"}


def _decide(case_id: int, decision: Decision, done: str) -> ResponseReturnValue:
    return act(
        lambda session, who, at: decision(session, who, case_id, at),
        again=lambda refusal: case_page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id),
        done=done,
    )
