"""The supervisor's look at who holds how much, and an absent colleague's cases back in the queue."""

from __future__ import annotations

from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import paging
from backoffice.access import SUPERVISOR, actor, desk, language, opens
from backoffice.acting import act, in_transaction
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import person_of, refusal
from registry.actors import Actor
from registry.lifecycle import Refused
from registry.offices import lapsed, workload


@desk.get("/beban")
@opens(SUPERVISOR)
def show_workload() -> ResponseReturnValue:
    return _page()


@desk.post("/beban/<int:officer_id>/kembalikan")
@opens(SUPERVISOR)
def give_back(officer_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: workload.give_back(session, who, officer_id, at),
        again=_page,
        then=url_for("desk.show_workload"),
        done="cases_given_back",
    )


@desk.post("/beban/terlantar")
@opens(SUPERVISOR)
def give_lapsed_back() -> ResponseReturnValue:
    """Says how many it were."""
    chosen, given = request.form.getlist("case", type=int), [0]

    def change(session: Session, who: Actor, at: datetime) -> None:
        if not chosen:
            raise Refused("refused-none-chosen")
        given[0] = lapsed.give_back(session, who, chosen, at)

    try:
        in_transaction(change)
    except Refused as refused:
        return _page(refusal(texts(language()), refused)), 409
    flash(texts(language())("lapsed-given-back", n=given[0]))
    return redirect(url_for("desk.show_workload"), 303)


def _page(refused: str | None = None) -> str:
    at = parts().clock()
    with parts().database.reading() as session:
        loads = workload.loads(session, actor(), at)
        found = lapsed.lapsed(session, actor(), at, paging.asked("after_lapsed"), paging.PAGE + 1)
        forgotten, count = paging.part(found, lambda row: row.case.id), lapsed.count(session, actor(), at)
    return render_template(
        "desk/workload.html", loads=loads, forgotten=forgotten.rows, after_lapsed=forgotten.after,
        count=count, days=current_user.office.claim_days,
        person_named=person_of, at=at, refusal=refused,
    )  # fmt: skip
