"""The supervisor's look at who holds how much, and an absent colleague's cases back in the queue."""

from __future__ import annotations

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from backoffice.access import SUPERVISOR, actor, desk, opens
from backoffice.acting import act
from backoffice.parts import parts
from registry.offices import workload


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


def _page(refusal: str | None = None) -> str:
    at = parts().clock()
    with parts().database.reading() as session:
        loads = workload.loads(session, actor(), at)
    return render_template("desk/workload.html", loads=loads, at=at, refusal=refusal)
