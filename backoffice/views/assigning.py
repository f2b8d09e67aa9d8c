"""Chosen cases of the queue: taken, given to a colleague, printed as a list."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import officers
from backoffice.access import CHECKERS, actor, desk, language, opens
from backoffice.acting import own_path, typed
from backoffice.formats import Clock
from backoffice.parts import parts
from backoffice.pdfs import shown_pdf
from backoffice.texts import texts
from backoffice.views.queue import queue_page
from backoffice.words import Words, person_of, refusal
from registry.desk import assigning
from registry.desk.assigning import CaseList, ListedCase
from registry.issuing.render import render_sheet
from registry.lifecycle import Refused


@desk.post("/antrean/ambil")
@opens(*CHECKERS)
def take_chosen() -> ResponseReturnValue:
    return _assign(current_user.officer.id)


@desk.post("/antrean/serahkan")
@opens(*CHECKERS)
def assign_chosen() -> ResponseReturnValue:
    return _assign(request.form.get("to", 0, type=int))


@desk.post("/antrean/daftar")
@opens(*CHECKERS)
def print_cases() -> ResponseReturnValue:
    at, words = parts().clock(), Words(texts("id"), Clock(current_user.office.timezone, "id"))
    try:
        with parts().database.writing() as session:
            rows = _on_paper(session, words)
    except Refused as refused:
        return _page(refused), 409
    sheet = CaseList(current_user.office.name, f"{words.long(at)}, {current_user.officer.name}", rows)
    return shown_pdf(render_sheet(sheet, at), "daftar-permohonan")


def _on_paper(session: Session, words: Words) -> tuple[ListedCase, ...]:
    found = assigning.listed(session, actor(), _chosen(), parts().clock())
    names = officers.names(session, [case.officer_id for case in found])
    return tuple(
        ListedCase(
            number=case.number,
            name=person_of(case),
            service=words.service(case.service),
            since=words.short(case.queued_at),
            promised=words.short(case.promised_at) if case.promised_at else "-",
            officer=names.get(case.officer_id) or "-",
        )
        for case in found
    )


def _assign(officer_id: int) -> ResponseReturnValue:
    try:
        with parts().database.writing() as session:
            done = assigning.assign(session, actor(), _chosen(), officer_id, parts().clock())
    except Refused as refused:
        return _page(refused), 409
    flash(texts(language())("queue-assigned", n=done.given, left=done.left, officer=done.officer))
    return redirect(own_path(typed("back"), url_for("desk.show_queue")), 303)


def _chosen() -> list[int]:
    return request.form.getlist("case", type=int)


def _page(refused: Refused) -> str:
    return queue_page(refusal(texts(language()), refused))
