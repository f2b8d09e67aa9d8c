"""The mobile vans of an office: the visits to come, and the rounds they come of."""

from __future__ import annotations

from datetime import timedelta

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from backoffice.access import ADMIN, COUNTER, SUPERVISOR, desk, opens
from backoffice.acting import act
from backoffice.parts import parts
from registry.models import Every, RoundKind
from registry.reports.known import day_of
from registry.vans import rounds, serving, visits, writing

CREW = (COUNTER, SUPERVISOR)
KEEPERS = (SUPERVISOR, ADMIN)
MOST_SHOWN = 20
LATELY = timedelta(days=31)


@desk.get("/keliling")
@opens(*CREW, ADMIN)
def show_vans() -> ResponseReturnValue:
    return vans_page()


@desk.post("/keliling")
@opens(*KEEPERS)
def add_round() -> ResponseReturnValue:
    given, services = request.form.to_dict(), request.form.getlist("services")
    return act(
        lambda session, who, at: writing.add(session, who, given, services, parts().regions, at),
        again=vans_page,
        then=url_for("desk.show_vans"),
        done="van_round_added",
    )


def vans_page(refusal: str | None = None) -> str:
    office = current_user.office
    with parts().database.reading() as session:
        coming = visits.upcoming(session, [office], parts().clock())[:MOST_SHOWN]
        today = day_of(office, parts().clock())
        lately = [each for each in visits.between(session, [office], today - LATELY, today) if each.row][::-1]
        counts = serving.counts(session, [*coming, *lately])
        reasons = serving.reasons(session, lately)
        going_on = visits.rounds_of(session, office.id)
    return render_template(
        "desk/vans.html", visits=coming, lately=lately, counts=counts, reasons=reasons, none=serving.Count(),
        today=today, rounds=going_on, refusal=refusal, typed=request.form,
        chosen=request.form.getlist("services"), kinds=list(RoundKind), every=list(Every),
        nth=rounds.NTH, services=rounds.SERVICES,
        most=writing.MOST_FAMILIES,
    )  # fmt: skip
